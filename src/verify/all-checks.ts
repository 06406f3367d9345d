/** Every check, in the order of reports. */
import type { Check } from './check.ts';
import { answerAdditionalProperties } from './checks/answer-additional-properties.ts';
import { answerCards } from './checks/answer-cards.ts';
import { answerContentType } from './checks/answer-content-type.ts';
import { answerEnvelope } from './checks/answer-envelope.ts';
import { answerIds } from './checks/answer-ids.ts';
import { answerLimits } from './checks/answer-limits.ts';
import { answerLinks } from './checks/answer-links.ts';
import { answerLinksReachable } from './checks/answer-links-reachable.ts';
import { answerRequiredProperties } from './checks/answer-required-properties.ts';
import { answerStatus } from './checks/answer-status.ts';
import { answerTimeWindow } from './checks/answer-time-window.ts';
import { answerTimes } from './checks/answer-times.ts';
import { answerTypes } from './checks/answer-types.ts';
import { consistentAnswers } from './checks/consistent-answers.ts';
import { consistentDefinition } from './checks/consistent-definition.ts';
import { errorBody } from './checks/error-body.ts';
import { errorExpiredToken } from './checks/error-expired-token.ts';
import { errorForgedToken } from './checks/error-forged-token.ts';
import { errorGarbageToken } from './checks/error-garbage-token.ts';
import { errorMissingInput } from './checks/error-missing-input.ts';
import { errorNoToken } from './checks/error-no-token.ts';
import { errorOtherCrm } from './checks/error-other-crm.ts';
import { errorThrottled } from './checks/error-throttled.ts';
import { errorUnknownRecord } from './checks/error-unknown-record.ts';
import { errorUnknownValue } from './checks/error-unknown-value.ts';
import { errorWrongAudience } from './checks/error-wrong-audience.ts';
import { errorWrongInput } from './checks/error-wrong-input.ts';
import { headerExtraAccepted } from './checks/header-extra-accepted.ts';
import { headersMissing } from './checks/headers-missing.ts';
import { headersReachBackEnd } from './checks/headers-reach-back-end.ts';
import { headersRequestId } from './checks/headers-request-id.ts';
import { languageContentLanguage } from './checks/language-content-language.ts';
import { languageDiffers } from './checks/language-differs.ts';
import { languageSurvives } from './checks/language-survives.ts';
import { pagingEnd } from './checks/paging-end.ts';
import { pagingHasMore } from './checks/paging-has-more.ts';
import { pagingOddValues } from './checks/paging-odd-values.ts';
import { pagingOrder } from './checks/paging-order.ts';
import { pagingPages } from './checks/paging-pages.ts';
import { robustCrmSpellings } from './checks/robust-crm-spellings.ts';
import { robustGeneratedInputs } from './checks/robust-generated-inputs.ts';
import { robustIdSpellings } from './checks/robust-id-spellings.ts';
import { robustStaysUp } from './checks/robust-stays-up.ts';
import { safetyCaching } from './checks/safety-caching.ts';
import { safetyCors } from './checks/safety-cors.ts';
import { safetyNoStack } from './checks/safety-no-stack.ts';
import { safetyOtherTenant } from './checks/safety-other-tenant.ts';
import { safetyTls } from './checks/safety-tls.ts';
import { safetyTokenNeeded } from './checks/safety-token-needed.ts';
import { timeUnderLoad } from './checks/time-under-load.ts';
import { timeWithinBudget } from './checks/time-within-budget.ts';

export const allChecks: readonly Check[] = [
  answerStatus,
  answerContentType,
  answerEnvelope,
  answerRequiredProperties,
  answerTypes,
  answerIds,
  answerLimits,
  answerLinks,
  answerLinksReachable,
  answerAdditionalProperties,
  answerTimes,
  answerTimeWindow,
  answerCards,
  timeWithinBudget,
  timeUnderLoad,
  pagingPages,
  pagingHasMore,
  pagingOrder,
  pagingEnd,
  pagingOddValues,
  languageDiffers,
  languageSurvives,
  languageContentLanguage,
  headerExtraAccepted,
  headersMissing,
  headersRequestId,
  headersReachBackEnd,
  errorBody,
  errorMissingInput,
  errorWrongInput,
  errorUnknownValue,
  errorUnknownRecord,
  errorOtherCrm,
  errorNoToken,
  errorGarbageToken,
  errorForgedToken,
  errorExpiredToken,
  errorWrongAudience,
  errorThrottled,
  robustGeneratedInputs,
  robustCrmSpellings,
  robustIdSpellings,
  robustStaysUp,
  safetyTokenNeeded,
  safetyOtherTenant,
  safetyCaching,
  safetyCors,
  safetyTls,
  safetyNoStack,
  consistentAnswers,
  consistentDefinition,
];
