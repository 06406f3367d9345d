/** A cloud flow that somebody starts by hand: it asks for what is required, and calls one operation after the other. */
import type { Input, Operation } from '../discovery/discovery.ts';

export interface FlowConnection {
  /** The connector as flows name it. */
  readonly api: string;
  readonly connectionReference: string;
}

const schema =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';

/** The content of a file in Workflows. Source: flows as solutions export them. */
export function flowDefinition(operations: readonly Operation[], { api, connectionReference }: FlowConnection): object {
  const questions = questionsOf(operations);
  const calls = callsOf(operations);
  const actions = calls.map(({ name, operation, operationId }, index) => {
    const before = calls[index - 1];
    return [
      name,
      {
        runAfter: before ? { [before.name]: ['Succeeded'] } : {},
        type: 'OpenApiConnection',
        inputs: {
          host: { connectionName: api, operationId, apiId: `/providers/Microsoft.PowerApps/apis/${api}` },
          parameters: parametersOf(operation, questions),
          authentication: "@parameters('$authentication')",
        },
      },
    ];
  });
  return {
    properties: {
      connectionReferences: {
        [api]: {
          runtimeSource: 'embedded',
          connection: { connectionReferenceLogicalName: connectionReference },
          api: { name: api },
        },
      },
      definition: {
        $schema: schema,
        contentVersion: '1.0.0.0',
        parameters: {
          $connections: { defaultValue: {}, type: 'Object' },
          $authentication: { defaultValue: {}, type: 'SecureObject' },
        },
        triggers: { manual: trigger(questions) },
        actions: Object.fromEntries(actions),
      },
    },
    schemaVersion: '1.0.0.0',
  };
}

/** Each operation with the name of its action: letters, digits and underscores, once in a flow. */
function callsOf(operations: readonly Operation[]) {
  const taken = new Set<string>();
  return operations.flatMap((operation, index) => {
    const { operationId } = operation;
    if (operationId === undefined) return [];
    const plain = operationId.replace(/[^A-Za-z0-9]+/g, '_');
    const name = taken.has(plain) ? `${plain}_${index}` : plain;
    taken.add(name);
    return [{ name, operation, operationId }];
  });
}

/** What the flow asks for, by the name of an input, and the key that the answer goes by. */
type Questions = ReadonlyMap<string, string>;

function questionsOf(operations: readonly Operation[]): Questions {
  const names = new Set(operations.flatMap((operation) => askedInputs(operation).map(({ name }) => name)));
  return new Map([...names].map((name, index) => [name, index === 0 ? 'text' : `text_${index}`]));
}

/** Required inputs that a person can give: of an object what it requires, of an array the whole, as JSON. */
function askedInputs({ inputs }: Operation): readonly Input[] {
  const required = inputs.filter(
    (input) => input.required && !input.isInternal && !input.isNotificationUrl && !input.path.includes('[]'),
  );
  return required.filter(
    ({ path }) => !required.some((other) => other.path.length > path.length && isBelow(other.path, path)),
  );
}

function isBelow(path: readonly string[], parent: readonly string[]): boolean {
  return parent.every((step, index) => path[index] === step);
}

function parametersOf(operation: Operation, questions: Questions): Record<string, string> {
  return Object.fromEntries(
    askedInputs(operation).map((input) => {
      const steps = input.in === 'body' ? [operation.body?.name ?? 'body', ...input.path] : [input.name];
      const answer = `triggerBody()?['${questions.get(input.name)}']`;
      return [steps.join('/'), input.type === 'string' ? `@${answer}` : `@json(${answer})`];
    }),
  );
}

function trigger(questions: Questions): object {
  const properties = [...questions].map(([name, key]) => [
    key,
    {
      title: name,
      type: 'string',
      'x-ms-dynamically-added': true,
      description: `The value of ${name}; of what is no text, as JSON.`,
      'x-ms-content-hint': 'TEXT',
    },
  ]);
  return {
    type: 'Request',
    kind: 'Button',
    inputs: {
      schema: { type: 'object', properties: Object.fromEntries(properties), required: [...questions.values()] },
    },
  };
}
