/** What is to be said of an action that would be invoked all the same: second choices, descriptions, enums. */
import type { Field } from '../contract/contract.ts';
import type { Finding, Severity } from '../report/finding.ts';
import type { Identity } from './identify.ts';
import { explained, typeFits } from './judge.ts';
import { likelyByInputs, likelyPoints, wordingsOf } from './likely-points.ts';
import type { InputMatch } from './match-inputs.ts';
import { nameOf, type Operation } from './operation.ts';
import { outputFindings } from './output-findings.ts';
import { isTranslated, wordDifference } from './wording.ts';

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
  const { description = '', pointer, overriddenAt } = operation;
  if (!point && description.trim() === '') return missingDescription(operation, kind);
  const place = overriddenAt !== undefined || operation.description === undefined ? pointer : `${pointer}/description`;
  const say = (rule: string, severity: Severity, message: string): Said[] => [
    { rule, severity, message, pointer: place },
  ];
  if (point && matchedBy === 'operationId') {
    // A reason against it already.
    if (operation.isChosen === true) return [];
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
  return point ? [] : unrecognizedFindings(operation);
}

/** What takes and answers what an extension point does, by the letter of its inputs, is meant for it. */
function unrecognizedFindings(operation: Operation): Said[] {
  if (operation.isInternal) return [];
  const likely = likelyByInputs(operation);
  if (likely.length === 0) return [];
  const ids = likely.map(({ id }) => id).join(' or ');
  const message = `By its inputs and outputs this is ${ids}, and its description is none that the host knows. Describe it as ${wordingsOf(likely)}`;
  return [{ rule: 'action-unrecognized', severity: 'warning', message, pointer: operation.pointer }];
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
    ...[...operation.inputs, ...(operation.body ? [operation.body] : [])]
      .filter(({ name }) => name.toLowerCase() === 'connectorid')
      .map(
        ({ pointer }): Said => ({
          rule: 'input-connector-id',
          severity: 'error',
          message: 'An input is named connectorId, which is reserved (G6). Rename it.',
          pointer,
        }),
      ),
    ...swappedFindings(matches),
    ...matches.flatMap((match) => matchFindings(match)),
  ];
}

/** An input with the description of one that its neighbour is named after, and the other way round: mapped crosswise. */
function swappedFindings(matches: readonly InputMatch[]): Said[] {
  const isNamed = (one: InputMatch, other: InputMatch) =>
    one.input?.name.toLowerCase() === other.field.name.toLowerCase();
  return matches.flatMap((match, index) => {
    const other = matches
      .slice(0, index)
      .find((each) => each.field !== match.field && isNamed(each, match) && isNamed(match, each));
    if (!other?.input || !match.input) return [];
    const message = `${other.input.name} has the description of ${other.field.name}, and ${match.input.name} that of ${match.field.name}: the host maps by descriptions and sends each the other’s value. Swap the descriptions.`;
    return [{ rule: 'input-descriptions-swapped', severity: 'warning', message, pointer: match.input.pointer }];
  });
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
