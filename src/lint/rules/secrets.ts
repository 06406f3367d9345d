/** Secrets that stand in the files of a package. Their values are never told. */
import { connectionParameters, customParameter } from '../model/connection-parameters.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { FileRole, Problem, Rule } from '../rule.ts';

const source = 'Certification policy 5000.1.1.4; the credential scan of microsoft/PowerPlatformConnectors';

/** What stands for a value until somebody fills it in. */
const placeholder =
  /^\s*$|[<>[\]{}*…]|\.\.\.|\b(?:your|enter|add|insert|replace|put|todo|tbd|dummy|placeholder|example|sample|test|change ?me|client[-_ ]?secret|secret|none|null)\b|^(?:x+|0+|[\d-]{1,8})$|placeholder|dummy|redacted/i;

/** Credentials that are known by their looks; `sign` stands in each and is found sooner than the whole. */
const credentials: readonly { readonly what: string; readonly sign: RegExp; readonly pattern: RegExp }[] = [
  { what: 'a private key', sign: /PRIVATE KEY/, pattern: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/g },
  {
    what: 'a client secret of Microsoft Entra ID',
    sign: /Q~/,
    pattern: /(?<![\w~.-])[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![\w~.-])/g,
  },
  {
    what: 'an access key of AWS',
    sign: /AKIA/,
    pattern: /(?<![A-Z0-9])AKIA(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}(?![A-Z0-9])/g,
  },
  { what: 'a token of GitHub', sign: /gh[pousr]_/, pattern: /(?<![\w])gh[pousr]_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g },
  { what: 'a token of Slack', sign: /xox/, pattern: /(?<![\w])xox[baprs]-\d{6,15}-[A-Za-z0-9-]{10,80}/g },
  { what: 'a key of Stripe', sign: /k_live_/, pattern: /(?<![\w])[sr]k_live_[A-Za-z0-9]{20,120}/g },
  { what: 'a key of a storage account', sign: /AccountKey=/, pattern: /AccountKey=[A-Za-z0-9+/]{80,100}={0,2}/g },
];

interface Text {
  readonly role: FileRole;
  readonly text: string;
  /** Of a part of what is put together of several files. */
  readonly file?: string;
}

/** The text of each file with its role. */
function texts({ connector }: PackageModel): readonly Text[] {
  const { definition, properties, actions, settings, script, readme } = connector;
  const parts = (properties?.parts ?? []).map(({ file, text }): Text => ({ role: 'properties', text, file }));
  const whole = Object.entries({ definition, properties, actions, settings, script, readme }).flatMap(
    ([role, file]): Text[] => (file ? [{ role: role as FileRole, text: file.text }] : []),
  );
  return [...whole, ...parts];
}

export const secretRules: readonly Rule[] = [
  {
    id: 'client-secret-committed',
    group: 'package',
    severity: 'error',
    title: 'apiProperties.json holds no client secret',
    why: 'The file is shared, stored and published; a secret in it has to be replaced. paconn takes it as --secret, the portal in a field. 8 published parameters hold one, 6 of them placeholders.',
    source,
    good: {
      properties: {
        properties: { connectionParameters: { token: { oAuthSettings: { clientSecret: '<your client secret>' } } } },
      },
    },
    bad: {
      properties: {
        properties: { connectionParameters: { token: { oAuthSettings: { clientSecret: 'hJ7-fabrikam-92kd' } } } },
      },
    },
    check: (model) =>
      connectionParameters(model).flatMap(({ name, oauth }): Problem[] => {
        if (!oauth) return [];
        const own = oauth.value.clientSecret;
        const custom = customParameter(oauth.value, 'clientSecret');
        const found = [own, custom].some((secret) => typeof secret === 'string' && !placeholder.test(secret));
        if (!found) return [];
        const message = `The sign-in "${name}" holds a client secret. Take it out, make a new one where you got it, and give that to paconn or the portal.`;
        return [
          {
            role: 'properties',
            message,
            pointer: typeof own === 'string' ? `${oauth.pointer}/clientSecret` : `${oauth.pointer}/customParameters`,
          },
        ];
      }),
  },
  {
    id: 'secret-committed',
    group: 'package',
    severity: 'error',
    title: 'No file holds a credential',
    why: 'Who reads the file can use it. It has to be replaced, not only removed: history keeps it.',
    source,
    good: {
      definition: { info: { description: 'Brings quotes to sales in mail. Keys such as ghp_… are never asked for.' } },
    },
    bad: { settings: { note: `ghp_${'a1B2'.repeat(9)}` } },
    check: (model) =>
      texts(model).flatMap(({ role, text, file }) =>
        credentials.flatMap(({ what, sign, pattern }) =>
          (sign.test(text) ? [...text.matchAll(pattern)] : []).slice(0, 20).map(
            ({ index }): Problem => ({
              role,
              ...(file !== undefined && { file }),
              message: `Here stands what looks like ${what}. Take it out, and replace it where it is valid.`,
              pointer: '',
              place: placeIn(text, index),
            }),
          ),
        ),
      ),
  },
];

/** A line as it may be shown: what looks like a credential is covered, letter by letter. */
export function withoutSecrets(line: string): string {
  const covered = (secret: string) => '*'.repeat(secret.length);
  const plain = line.replace(
    /("clientSecret"\s*:\s*")([^"]*)/gi,
    (_, name: string, secret: string) => name + covered(secret),
  );
  return credentials.reduce(
    (text, { sign, pattern }) => (sign.test(text) ? text.replace(pattern, covered) : text),
    plain,
  );
}

function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
