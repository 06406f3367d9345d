/** G9 at the operations: none of them signs in by itself. */
import { extensionPoints } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule, Sample } from '../rule.ts';

const { path, inputs } = extensionPoints.recordDetails;

/** Names of parameters that carry a token, a key or a password. */
const secretNames =
  /^(?:authorization|proxy-authorization|(?:x[-_])?api[-_]?key|(?:x[-_])?(?:access|auth|bearer)[-_]?token|ocp-apim-subscription-key|subscription[-_]key|x-functions-key|client[-_]?secret|password)$/i;

const parameter = (name: string, place: string, required: boolean, description: string) => ({
  name,
  in: place,
  type: 'string',
  'x-ms-summary': name,
  description,
  required,
});
const withHeader = (name: string, description: string): Sample => ({
  definition: {
    paths: {
      [path]: {
        get: {
          parameters: [
            ...inputs.slice(0, 2).map((input) => parameter(input.name, 'query', true, input.description)),
            parameter(name, 'header', false, description),
          ],
        },
      },
    },
  },
});

/** The rule about parameters and requirements that belong to the connector. */
export const authorizationInOperation: Rule = {
  id: 'authorization-in-operation',
  group: 'guidelines',
  severity: 'warning',
  title: 'Authentication belongs to the connector, not to an API (G9)',
  why: 'The platform adds the connection’s token to every call. A token or key as a parameter is one that nobody can fill: a required one keeps the action from being invoked. A requirement of one API alone is passed over.',
  source: 'Sample connector (preview), September 2024: G9',
  good: withHeader('x-page-token', 'Where the last page ended.'),
  bad: withHeader('Authorization', 'The token.'),
  check: ({ actions, root }) =>
    actions
      .filter(({ kind }) => kind !== 'none')
      .flatMap((action) => [...parametersThatSignIn(action), ...ownRequirement(action, root)]),
};

function parametersThatSignIn({ operation }: DiscoveredAction): Problem[] {
  return operation.inputs
    .filter(({ name }) => secretNames.test(name))
    .map(({ name, in: place, pointer }) => ({
      message: `The ${place === 'body' ? 'property' : place === 'header' ? 'header' : 'parameter'} ${name} carries what the connector’s security is for: tokens and keys belong there. Remove it.`,
      pointer,
    }));
}

function ownRequirement({ operation }: DiscoveredAction, root: PackageModel['root']): Problem[] {
  const { paths } = root as { paths?: Record<string, Record<string, { security?: unknown }>> };
  const security = paths?.[operation.path]?.[operation.method.toLowerCase()]?.security;
  if (!Array.isArray(security) || JSON.stringify(security) === JSON.stringify(root.security)) return [];
  const message =
    security.length === 0
      ? 'The action asks for no sign-in of its own (security is empty), and the platform sends the connector’s all the same. Remove security.'
      : 'The action has a security requirement of its own; the platform knows that of the connector only. Remove it.';
  return [{ message, pointer: `${operation.pointer}/security` }];
}
