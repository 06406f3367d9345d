import { authenticationMutants } from './authentication.ts';
import type { Mutant } from './definition.ts';
import { identityMutants } from './identity.ts';
import { inputDescriptionMutants } from './input-descriptions.ts';
import { inputRequirementMutants } from './input-requirements.ts';
import { inputTypeMutants } from './input-types.ts';
import { outputMutants } from './outputs.ts';

/** Every way in which Contoso Hub's package is broken, guideline by guideline. */
export const mutants: readonly Mutant[] = [
  ...identityMutants,
  ...inputDescriptionMutants,
  ...inputTypeMutants,
  ...inputRequirementMutants,
  ...outputMutants,
  ...authenticationMutants,
];
