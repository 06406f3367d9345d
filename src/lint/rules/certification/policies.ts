/** Policies that apiProperties.json applies to operations. */
import { isObject, type JsonObject, membersOf, step } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';

/** A policy, with the operations that it is for; none named means all. */
export interface Policy {
  readonly parameters: JsonObject;
  readonly pointer: string;
  readonly operations: readonly string[];
}

/** The policies of one template, whose name is compared without case. */
export function policiesOf({ properties }: PackageModel, template: string): Policy[] {
  return membersOf(properties?.policyTemplateInstances).flatMap(([index, policy]) => {
    if (!isObject(policy) || String(policy.templateId).toLowerCase() !== template) return [];
    const parameters = isObject(policy.parameters) ? policy.parameters : {};
    const named = parameters['x-ms-apimTemplate-operationName'];
    const operations = Array.isArray(named) ? named.filter((each) => typeof each === 'string') : [];
    return [{ parameters, pointer: `/properties/policyTemplateInstances${step(index)}`, operations }];
  });
}
