/** Lint as the host's API gives it; its rules are loaded when they are first asked for. */
import { readFile } from 'node:fs/promises';
import { CodedError } from '../../core/coded-error.ts';
import type { Discovery } from '../../discovery/discovery.ts';
import type { HostedConnector, PackageLint } from '../../host/host.ts';
import type { LintFinding } from '../../lint/lint.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { isUrl } from '../lint/locations.ts';
import { changedLines } from './changed-lines.ts';
import { concernedActions } from './concerned-actions.ts';

/** `configuration` gives the file whose suppressions hold; undefined where there is none. */
export function packageLint(configuration: () => string | undefined): PackageLint {
  const known = new WeakMap<Discovery, readonly LintFinding[]>();
  const modules = async () => {
    const [lint, suppressions] = await Promise.all([import('../../lint/lint.ts'), import('../lint/suppressions.ts')]);
    const file = configuration();
    const { suppressor } =
      file === undefined ? { suppressor: lint.suppressor([], '.') } : await suppressions.readSuppressions(file);
    return { ...lint, suppressor };
  };

  return {
    async findingsOf(connector) {
      const { lintPackage, explainedRules, suppressor } = await modules();
      const { discovery } = connector;
      const all = known.get(discovery) ?? lintPackage(discovery.connector).findings;
      known.set(discovery, all);
      const { findings } = suppressor.without({ path: discovery.connector.location, findings: all });
      const isMendable = isInFiles(connector);
      const concerns = concernedActions(discovery);
      return {
        isMendable,
        findings: findings.map((finding) => {
          const { title = '', why = '', source = '' } = explainedRules.find(({ id }) => id === finding.rule) ?? {};
          return {
            ...finding,
            fixable: finding.fixable && isMendable,
            title,
            why,
            source,
            concerns: concerns(finding),
          };
        }),
      };
    },
    async mend(connector) {
      const { location } = connector.entry;
      if (!isInFiles(connector))
        throw new CodedError('INVALID_ARGUMENT', 'Only a package in a folder of this machine can be mended.');
      const [{ allRules, suppressor }, { fixFiles }] = await Promise.all([modules(), import('../lint/fix-files.ts')]);
      const before = textsOf(connector.discovery.connector);
      const mended = await fixFiles(location, allRules, (finding) => !suppressor.isSuppressed(location, finding));
      return Promise.all(
        [...mended].map(async ([file, findings]) => ({
          file,
          findings,
          changes: changedLines(before.get(file) ?? '', await readFile(file, 'utf8')),
        })),
      );
    },
  };
}

/** Neither at a URL, nor dropped on the page, nor in an archive. */
function isInFiles({ entry: { location, texts } }: HostedConnector): boolean {
  return texts === undefined && !isUrl(location) && !/\.zip$/i.test(location);
}

function textsOf({ definition, properties, actions, settings }: ConnectorPackage): Map<string, string> {
  return new Map(
    [definition, properties, actions, settings].flatMap((document) =>
      document ? [[document.file, document.text]] : [],
    ),
  );
}
