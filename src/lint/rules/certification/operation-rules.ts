/** Certification's rules about operations, paths, parameters, responses and schemas. */
import type { Rule } from '../../rule.ts';
import { parameterTextRules } from '../parameter-texts.ts';
import { textRules } from '../texts.ts';
import { arrayRules } from './arrays.ts';
import { enumRules } from './enums.ts';
import { mediaTypeRules } from './media-types.ts';
import { operationIdRules } from './operation-ids.ts';
import { operationRules } from './operations.ts';
import { parameterListRules } from './parameter-lists.ts';
import { parameterRules } from './parameters.ts';
import { pathCollisionRules } from './path-collisions.ts';
import { pathParameterRules } from './path-parameters.ts';
import { pathRules } from './paths.ts';
import { referenceCheckRules } from './references.ts';
import { requiredRules } from './required.ts';
import { responseRules } from './responses.ts';
import { schemaSizeRules } from './schema-sizes.ts';
import { schemaRules } from './schemas.ts';
import { typeRules } from './types.ts';

export const operationCertificationRules: readonly Rule[] = [
  ...operationIdRules,
  ...operationRules,
  ...mediaTypeRules,
  ...pathRules,
  ...pathCollisionRules,
  ...parameterListRules,
  ...parameterRules,
  ...pathParameterRules,
  ...responseRules,
  ...schemaRules,
  ...schemaSizeRules,
  ...requiredRules,
  ...typeRules,
  ...enumRules,
  ...arrayRules,
  ...referenceCheckRules,
  ...textRules,
  ...parameterTextRules,
];
