/** What is to be said of an action that would be invoked all the same: second choices, descriptions, enums. */
import type { ExtensionPoint, Field } from '../contract/contract.ts';
import type { Finding, Severity } from '../report/finding.ts';
import type { FieldModel } from './field-model.ts';
import type { Identity } from './identify.ts';
import { explained, typeFits } from './judge.ts';
import { likelyPoints, wordingsOf } from './likely-points.ts';
import type { InputMatch } from './match-inputs.ts';
import { nameOf, type Operation } from './operation.ts';
import { isTranslated, matchOf, wordDifference } from './wording.ts';

/** A finding whose place is a pointer into the definition. */
export type Said = Pick<Finding, 'rule' | 'severity' | 'message'> & { readonly pointer: string };

export function actionFindings(operation: Operation, identity: Identity, matches: readonly InputMatch[]): Said[] {
  return [
    ...identityFindings(operation, identity),
    ...inputFindings(operation, matches),
    ...outputFindings(operation, identity.point),
  ];
}

function identityFindings(
  operation: Operation,
  { kind, point, matchedBy, exactness, isFormerWording, nearest }: Identity,
): Said[] {
  const { description = '', pointer, isOverridden } = operation;
  if (!point && description.trim() === '') return missingDescription(operation, kind);
  const place = isOverridden ? pointer : `${pointer}/description`;
  const say = (rule: string, severity: Severity, message: string): Said[] => [
    { rule, severity, message, pointer: place },
  ];
  if (point && matchedBy === 'operationId') {
    const what = isTranslated(description)
      ? 'its description is translated, and a translated description matches nothing'
      : `its description differs: ${wordDifference(description, point.apiDescription ?? '')}`;
    return say(
      'action-matched-by-operation-id',
      'warning',
      `Matched to ${point.id} by operationId only (the rule of 2023); ${what}. It works if the action in Copilot Studio overrides the description with “${point.apiDescription}”`,
    );
  }
  if (point && isFormerWording)
    return say(
      'action-description-former',
      'warning',
      `The description is one that ${point.id} had once; today it is “${point.apiDescription}”`,
    );
  if (point && exactness === 'loose')
    return say(
      'action-description-loose',
      'info',
      `The description matches ${point.id} but for case, white space or the closing full stop.`,
    );
  if (!point && isTranslated(description)) {
    const likely = likelyPoints(operation);
    const ids = likely.map(({ id }) => id).join(' or ');
    const wanted = wordingsOf(likely);
    return say(
      'action-description-translated',
      likely.length > 0 ? 'warning' : 'info',
      likely.length > 0
        ? `The description is translated; descriptions must stay in English. By its inputs and outputs this is ${ids}: describe it as ${wanted}`
        : 'The description is translated: an action for an extension point must be described in English, to the letter of the documentation.',
    );
  }
  if (!point && nearest)
    return say(
      'action-description-near',
      'warning',
      `The description is near that of ${nearest.id} and matches nothing: ${wordDifference(description, nearest.apiDescription ?? '')}`,
    );
  return [];
}

function missingDescription(operation: Operation, kind: Identity['kind']): Said[] {
  const { pointer } = operation;
  const likely = likelyPoints(operation);
  if (likely.length > 0)
    return [
      {
        rule: 'action-description-missing',
        severity: 'warning',
        message: `${nameOf(operation)} has the inputs of ${likely.map(({ id }) => id).join(' or ')} and no description; write ${wordingsOf(likely)}`,
        pointer,
      },
    ];
  if (kind !== 'chat-skill') return [];
  const message = `The chat skill ${nameOf(operation)} has no description, so nothing tells when to call it: describe what it answers.`;
  return [{ rule: 'skill-description-missing', severity: 'warning', message, pointer }];
}

function inputFindings(operation: Operation, matches: readonly InputMatch[]): Said[] {
  return [
    ...operation.inputs
      .filter((input) => input.name.toLowerCase() === 'connectorid')
      .map(
        (input): Said => ({
          rule: 'input-connector-id',
          severity: 'error',
          message: 'An input is named connectorId, which is reserved (G6). Rename it.',
          pointer: input.pointer,
        }),
      ),
    ...matches.flatMap((match) => matchFindings(match)),
  ];
}

function matchFindings({ field, fieldPath, input, matchedBy, isFormerWording, namesake }: InputMatch): Said[] {
  const name = fieldPath.join('.');
  const found: Said[] = [];
  const say = (rule: string, severity: Severity, message: string, pointer: string) =>
    found.push({ rule, severity, message, pointer });
  if (!input && !field.required && namesake)
    say(
      'input-description',
      'warning',
      `The host does not find the optional input ${name}. ${explained(namesake, field)}`,
      namesake.pointer,
    );
  if (input && matchedBy === 'name')
    say(
      'input-matched-by-name',
      'warning',
      `${name} is matched by its name only. ${explained(input, field)}`,
      input.pointer,
    );
  if (input && isFormerWording)
    say(
      'input-description-former',
      'warning',
      `The description of ${name} is one that it had once; today it is “${field.description}”`,
      input.pointer,
    );
  if (input && !field.required && !typeFits(input, field))
    say(
      'input-type-optional',
      'warning',
      `${name} is of type ${input.type}; the host sends ${field.type} (G4).`,
      input.pointer,
    );
  if (input?.enum) found.push(...enumFindings(field, name, input.enum, input.pointer));
  return found;
}

/** Values that the host sends, by the input's name. */
const sent: Readonly<Record<string, readonly string[]>> = {
  crmType: ['Dynamics365', 'Salesforce'],
  recordType: ['account', 'opportunity'],
  resourceType: ['email-thread'],
};

function enumFindings({ name: fieldName }: Field, name: string, members: readonly unknown[], pointer: string): Said[] {
  const plain = (value: unknown) => String(value).replace(/\s+/g, '').toLowerCase();
  const values = sent[fieldName] ?? [];
  const missing = values.filter((value) => !members.some((member) => plain(member) === plain(value)));
  const otherwise = values.filter((value) => !members.includes(value) && !missing.includes(value));
  const unsent =
    values.length === 0
      ? []
      : members.filter(
          (member) => !values.some((value) => plain(member) === plain(value)) && fieldName !== 'recordType',
        );
  const said = (rule: string, message: string): Said => ({ rule, severity: 'warning', message, pointer });
  return [
    ...(missing.length > 0
      ? [said('input-enum-missing', `${name} does not allow ${missing.join(', ')}, which the host sends.`)]
      : []),
    ...(otherwise.length > 0
      ? [
          said(
            'input-enum-spelling',
            `${name} spells ${otherwise.join(', ')} otherwise (${members.join(', ')}); the host of this project sends the member as it is spelled.`,
          ),
        ]
      : []),
    ...(unsent.length > 0
      ? [said('input-enum-unsent', `${name} allows ${unsent.join(', ')}, which the host never sends.`)]
      : []),
  ];
}

/** Outputs are mapped by their descriptions, names without case second. */
function outputFindings(operation: Operation, point: ExtensionPoint | undefined): Said[] {
  if (!point) return [];
  return point.item.flatMap((field): Said[] => {
    const described = operation.outputs.find((output) => matchOf(output.description ?? '', field.description));
    const named = operation.outputs.find(
      (output) => isItemOutput(output) && output.name.toLowerCase() === field.name.toLowerCase(),
    );
    if (described) return requiredFinding(described, field);
    const severity = field.required ? 'warning' : 'info';
    if (named)
      return [
        {
          rule: 'output-description',
          severity,
          message: `${field.name} is mapped by its name only; its description must be “${field.description}”`,
          pointer: named.pointer,
        },
      ];
    if (!field.required) return [];
    return [
      {
        rule: 'output-missing',
        severity: 'warning',
        message: `No output has the description of ${field.name}: “${field.description}”`,
        pointer: operation.pointer,
      },
    ];
  });
}

function requiredFinding(output: FieldModel, field: Field): Said[] {
  if (!field.required || output.isMarkedRequired) return [];
  return [
    {
      rule: 'output-not-required',
      severity: 'info',
      message: `${field.name} is required by the extension point and not marked so (G7).`,
      pointer: output.pointer,
    },
  ];
}

function isItemOutput({ path }: FieldModel): boolean {
  return path.includes('[]');
}
