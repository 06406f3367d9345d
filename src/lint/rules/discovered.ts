/** Rules that room discovery decides, so that lint and host cannot disagree: what is declared here is why, source and examples. */
import type { Finding } from '../../report/finding.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { FileRole, Problem, Rule } from '../rule.ts';

/** The problems of actions that answer an extension point and would not be invoked for this reason. */
export function ofReason(code: string): Rule['check'] {
  return ({ actions }) =>
    actions
      .filter(({ point }) => point !== undefined)
      .flatMap(({ reasons }) => reasons.filter((reason) => reason.code === code))
      .map(
        ({ message, pointer, overriddenAt }): Problem =>
          overriddenAt === undefined ? { message, pointer } : { message, pointer: overriddenAt, role: 'actions' },
      );
}

/** The findings that discovery and the reading of the package have under this rule. */
export function ofFinding(id: string): Rule['check'] {
  return ({ actions, connector }) =>
    [...connector.findings, ...actions.flatMap(({ findings }) => findings)]
      .filter(({ rule }) => rule === id)
      .map((finding) => problemOf(finding, connector));
}

function problemOf(finding: Finding, connector: PackageModel['connector']): Problem {
  const { definition, properties, actions, settings, script, readme } = connector;
  const { message, pointer = '', severity, line, column, file } = finding;
  const roles: readonly (readonly [FileRole, string | undefined])[] = [
    ['properties', properties?.file],
    ['actions', actions?.file],
    ['settings', settings?.file],
    ['script', script?.file],
    ['readme', readme?.file],
  ];
  const role = roles.find(([, each]) => each !== undefined && each === file)?.[0];
  return {
    message,
    pointer,
    severity,
    ...(role && { role }),
    // A part of what is put together of several files.
    ...(!role && file !== undefined && file !== definition.file && { file }),
    ...(line !== undefined && column !== undefined && { place: { line, column } }),
  };
}
