/** Connectors that behave oddly: to headers, errors, tokens, odd inputs, and on the network. */
import { soundCredentials, soundTokens } from './sound-tokens.ts';
import {
  asking,
  broken,
  type Change,
  type Circumstance,
  errors,
  headed,
  headers,
  page,
  queried,
  where,
} from './unsound-changes.ts';
import type { UnsoundConnector } from './unsound-connectors.ts';

const noGenerated = { requests: 0 };
/** A machine that stands still for a while makes others late, too. */
const timed = { options: { timeoutMs: 800 }, isTimed: true };
const withTokens = { sound: { tokens: soundTokens }, options: { credentials: soundCredentials } };

/** The token is taken as if it were the own one. */
const letIn = (isLetIn: (token: string) => boolean) =>
  asking((question) => {
    const token = (question.headers.authorization ?? '').replace('Bearer ', '');
    return isLetIn(token) ? headed(question, { authorization: 'Bearer own' }) : question;
  });
const anyText = ({ question: { query } }: Circumstance, isOdd: (text: string) => boolean) =>
  [...query.values()].some(isOdd);
/** Refuses what is asked as documented. */
const refusal =
  (status: number, errorCode: string): Change =>
  ({ sound, question }) => ({
    ...sound(),
    status,
    body: { errorCode, errorMessage: 'No.', activityId: question.headers['x-ms-client-request-id'] },
  });

export const oddConduct: readonly UnsoundConnector[] = [
  {
    name: 'refuses calls without x-ms-user-agent',
    change: where(({ question }) => question.headers['x-ms-user-agent'] === undefined, refusal(400, 'BAD_REQUEST')),
    check: 'headers-missing',
  },
  {
    name: 'refuses calls with headers that it does not know',
    change: where(({ question }) => question.headers.traceparent !== undefined, refusal(400, 'BAD_REQUEST')),
    check: 'header-extra-accepted',
  },
  {
    name: 'breaks without Accept-Language',
    change: where(({ question }) => question.headers['accept-language'] === undefined, broken),
    check: 'headers-missing',
  },
  {
    name: 'does not come back where Accept-Language is missing',
    change: where(
      ({ question }) => question.headers['accept-language'] === undefined,
      () => undefined,
    ),
    check: 'headers-missing',
    ...timed,
  },
  {
    name: 'does not come back from headers that it does not know',
    change: where(
      ({ question }) => question.headers.traceparent !== undefined,
      () => undefined,
    ),
    check: 'header-extra-accepted',
    ...timed,
  },
  {
    name: 'does not come back where a browser asks',
    change: where(
      ({ question }) => question.headers.origin !== undefined,
      () => undefined,
    ),
    check: 'safety-cors',
    ...timed,
  },
  {
    name: 'does not come back from a record type that it does not know',
    change: where(
      ({ question }) => question.query.get('recordType') === 'unicorn',
      () => undefined,
    ),
    check: 'error-unknown-value',
    ...timed,
  },
  {
    name: 'loses the id of the request',
    change: ({ question, sound }) => sound(headed(question, { 'x-ms-client-request-id': 'its-own-id' })),
    check: 'headers-request-id',
    status: 'advice',
  },
  {
    name: 'answers an empty list for an unknown record',
    change: errors(404, (reply) => ({ ...reply, status: 200, body: { value: [], hasMoreResults: false } })),
    check: 'error-unknown-record',
  },
  {
    name: 'answers an unknown record with a page of HTML',
    change: errors(404, (_reply, circumstance) => page(404)(circumstance) as never),
    check: 'error-body',
    options: noGenerated,
  },
  {
    name: 'answers an unknown record with another body',
    change: errors(404, (reply) => ({ ...reply, body: { error: 'Unknown.' } })),
    check: 'error-body',
    options: noGenerated,
  },
  {
    name: 'answers an unknown record with 400',
    change: errors(404, (reply) => ({ ...reply, status: 400 })),
    check: 'error-unknown-record',
  },
  {
    name: 'answers an unknown record with 500',
    change: errors(404, (_reply, circumstance) => broken(circumstance) as never),
    check: 'error-unknown-record',
    options: noGenerated,
  },
  {
    name: 'tells its stack',
    change: errors(404, (reply) => ({
      ...reply,
      body: {
        errorCode: 'RECORD_NOT_FOUND',
        errorMessage: 'Error: Unknown.\n    at find (/srv/app/records.js:12:9)\n    at main (/srv/app/main.js:3:1)',
      },
    })),
    check: 'safety-no-stack',
  },
  {
    name: 'tells the name of an exception',
    change: errors(404, (reply) => ({
      ...reply,
      body: { errorCode: 'RECORD_NOT_FOUND', errorMessage: 'System.Collections.Generic.KeyNotFoundException' },
    })),
    check: 'safety-no-stack',
  },
  {
    name: 'tells the error of its database',
    change: errors(404, (reply) => ({
      ...reply,
      body: { errorCode: 'RECORD_NOT_FOUND', errorMessage: 'SQLSTATE[42000]: Syntax error or access violation' },
    })),
    check: 'safety-no-stack',
  },
  {
    name: 'tells its query',
    change: errors(404, (reply) => ({
      ...reply,
      body: { errorCode: 'RECORD_NOT_FOUND', errorMessage: 'No row: SELECT * FROM users WHERE id=1' },
    })),
    check: 'safety-no-stack',
  },
  {
    name: 'breaks where an input is missing',
    change: where(({ question: { query } }) => !query.get('recordId') || !query.get('recordType'), broken),
    check: 'error-missing-input',
    options: noGenerated,
  },
  {
    name: 'answers an input of another type with a page of HTML',
    change: where(({ question }) => /\D/.test(question.query.get('top')?.replace('-', '') ?? ''), page(200)),
    check: 'error-wrong-input',
    options: noGenerated,
  },
  {
    name: 'breaks at a body that is no JSON',
    extensionPoint: 'email-summary',
    change: where(({ question }) => question.body !== '' && !question.body.endsWith('}'), broken),
    check: 'error-wrong-input',
    options: noGenerated,
  },
  {
    name: 'breaks at a record type that it does not know',
    change: where(
      ({ question }) => !/^(account|opportunity|lead|contact)$/i.test(question.query.get('recordType') ?? 'lead'),
      broken,
    ),
    check: 'error-unknown-value',
    options: noGenerated,
  },
  {
    name: 'breaks at another CRM',
    change: where(({ question }) => !/contoso|^$/.test(question.query.get('crmOrgUrl') ?? ''), broken),
    check: 'error-other-crm',
    options: noGenerated,
  },
  {
    name: 'answers a call without a token',
    change: letIn((token) => token === ''),
    check: 'safety-token-needed',
    ...withTokens,
  },
  {
    name: 'sends a caller without a token to a page of its own',
    change: where(
      ({ question }) => !question.headers.authorization,
      () => ({ status: 302, headers: { location: 'https://login.fabrikam.com/' }, body: '' }),
    ),
    check: 'error-no-token',
    ...withTokens,
  },
  {
    name: 'refuses a caller without a token with a page of HTML',
    change: where(({ question }) => !question.headers.authorization, page(401)),
    check: 'error-body',
    ...withTokens,
  },
  {
    name: 'refuses a caller without a token with 400',
    change: where(({ question }) => !question.headers.authorization, refusal(400, 'INVALID_INPUT')),
    check: 'error-no-token',
    ...withTokens,
  },
  {
    name: 'lets in with any token',
    change: letIn((token) => token === 'this.is.not-a-token'),
    check: 'error-garbage-token',
    ...withTokens,
  },
  {
    name: 'reads a token without a look at its signature',
    change: letIn((token) => token === 'forged-signature' || token === 'forged-key'),
    check: 'error-forged-token',
    ...withTokens,
  },
  {
    name: 'lets in with a token that says it needs no signature',
    change: letIn((token) => token === 'forged-unsigned'),
    check: 'error-forged-token',
    ...withTokens,
  },
  {
    name: 'lets in with a token of another provider',
    change: letIn((token) => token === 'forged-issuer'),
    check: 'error-forged-token',
    ...withTokens,
  },
  {
    name: 'breaks at an expired token',
    change: where(({ question }) => question.headers.authorization === 'Bearer expired', broken),
    check: 'error-expired-token',
    ...withTokens,
  },
  {
    name: 'lets in with an expired token',
    change: letIn((token) => token === 'expired'),
    check: 'error-expired-token',
    ...withTokens,
  },
  {
    name: 'lets in with a token for another application',
    change: letIn((token) => token === 'wrong-audience'),
    check: 'error-wrong-audience',
    ...withTokens,
  },
  {
    name: 'gives the records of one tenant to another',
    change: letIn((token) => token === 'other-tenant'),
    check: 'safety-other-tenant',
    ...withTokens,
  },
  {
    name: 'lets every page in a browser ask',
    change: headers({ 'access-control-allow-origin': '*' }),
    check: 'safety-cors',
  },
  {
    name: 'lets the page ask that asks',
    change: ({ question, sound }) => {
      const reply = sound();
      const { origin } = question.headers;
      return origin === undefined
        ? reply
        : { ...reply, headers: { ...reply.headers, 'access-control-allow-origin': origin } };
    },
    check: 'safety-cors',
  },
  {
    name: 'lets every cache keep what is about people',
    change: headers({ 'cache-control': 'public, max-age=3600' }),
    check: 'safety-caching',
    status: 'advice',
  },
  {
    name: 'says nothing of caches',
    change: headers({ 'cache-control': undefined }),
    check: 'safety-caching',
    status: 'advice',
  },
  {
    name: 'throttles with a page and 503',
    change: where(({ number }) => number > 120, page(503, '<h1>Busy</h1>')),
    check: 'error-throttled',
    options: noGenerated,
  },
  {
    name: 'throttles without saying for how long',
    change: where(({ number }) => number > 120, refusal(429, 'REQUEST_THROTTLED')),
    check: 'error-throttled',
    status: 'advice',
    options: noGenerated,
  },
  {
    name: 'throttles without a body',
    change: where(
      ({ number }) => number > 120,
      () => ({ status: 429, headers: { 'retry-after': '1' }, body: '' }),
    ),
    check: 'error-throttled',
    options: noGenerated,
  },
  {
    name: 'breaks at letters that it does not know',
    change: where((circumstance) => anyText(circumstance, (text) => /\P{ASCII}/u.test(text)), broken),
    check: 'robust-generated-inputs',
  },
  {
    name: 'does not come back from a long text',
    change: where(
      (circumstance) => anyText(circumstance, (text) => text.length > 80),
      () => undefined,
    ),
    check: 'robust-generated-inputs',
    ...timed,
  },
  {
    name: 'breaks at a long text',
    change: where((circumstance) => anyText(circumstance, (text) => text.length > 80), broken),
    check: 'robust-generated-inputs',
  },
  {
    name: 'drops the connection at a quotation mark',
    change: where(
      (circumstance) => anyText(circumstance, (text) => /['"]/.test(text)),
      ({ response }) => void response.socket?.resetAndDestroy(),
    ),
    check: 'robust-generated-inputs',
    options: { requests: 150 },
  },
  {
    name: 'knows one spelling of the CRM',
    change: where(
      ({ question }) => !/^(Dynamics365|Salesforce)?$/.test(question.query.get('crmType') ?? ''),
      refusal(400, 'INVALID_CRM_CONNECTION'),
    ),
    check: 'robust-crm-spellings',
    status: 'advice',
  },
  {
    name: 'does without no CRM',
    change: where(({ question }) => !question.query.get('crmType'), refusal(400, 'INVALID_CRM_CONNECTION')),
    check: 'robust-crm-spellings',
    status: 'advice',
  },
  {
    name: 'knows one spelling of ids',
    change: asking((question) =>
      /[A-F{]/.test(question.query.get('recordId') ?? '') ? queried(question, { recordId: 'unknown' }) : question,
    ),
    check: 'robust-id-spellings',
    status: 'advice',
  },
  {
    name: 'resets connections',
    change: ({ response }) => void response.socket?.resetAndDestroy(),
    check: 'answer-status',
  },
  {
    name: 'resets connections now and then',
    change: where(
      ({ number }) => number === 2,
      ({ response }) => void response.socket?.resetAndDestroy(),
    ),
    check: 'answer-status',
  },
  {
    name: 'goes away after its first answer',
    change: ({ number, sound, stop }) => {
      if (number > 0) return undefined;
      setImmediate(stop);
      return sound();
    },
    check: 'robust-stays-up',
  },
  {
    name: 'ends in the middle of the run',
    change: ({ number, sound, stop }) => {
      if (number !== 30) return sound();
      setImmediate(stop);
      const reply = sound();
      return { ...reply, headers: { ...reply.headers, connection: 'close' } };
    },
    check: 'robust-stays-up',
    options: noGenerated,
  },
  {
    name: 'redirects in a circle',
    change: ({ question }) => ({
      status: 302,
      headers: { location: question.path === '/elsewhere' ? '/sales/visits' : '/elsewhere' },
      body: '',
    }),
    check: 'answer-status',
  },
  {
    name: 'answers ten megabytes',
    change: ({ sound }) => {
      const reply = sound();
      return { ...reply, body: { ...(reply.body as object), padding: 'x'.repeat(10_000_000) } };
    },
    check: 'answer-status',
  },
];
