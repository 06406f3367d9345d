import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';
import { nearestName } from '../../discovery/discovery.ts';
import {
  type AnyRule,
  explainedRules,
  type LintedPackage,
  type Suppression,
  suppressionUnused,
  suppressor,
} from '../../lint/lint.ts';
import { readSource } from '../../package/source-document.ts';

/** What the configuration says about findings. */
export interface ConfiguredSuppressions {
  readonly suppressor: ReturnType<typeof suppressor>;
  /** What stands for the configuration in a report: suppressions that suppressed nothing; undefined where all were needed. */
  unused(rules: readonly AnyRule[]): LintedPackage | undefined;
  /** The configuration, to be watched; undefined where there is none. */
  readonly file: string | undefined;
}

/** Reads the configuration that is given, or the one in this folder. Throws a CodedError INVALID_CONFIGURATION. */
export async function readSuppressions(given: string | undefined): Promise<ConfiguredSuppressions> {
  const isThere = ['ts', 'js', 'json'].some((extension) => existsSync(`saleskit.config.${extension}`));
  if (given === undefined && !isThere)
    return { suppressor: suppressor([], '.'), unused: () => undefined, file: undefined };
  // Loaded when used: most runs have no configuration.
  const { configurationIn, readConfiguration } = await import('../../host/host.ts');
  const file = given === undefined ? configurationIn('.') : resolve(given);
  const { lint: { suppress = [] } = {} } = file === undefined ? {} : await readConfiguration(file);
  refuseUnknown(suppress, file ?? '');
  const own = suppressor(suppress, dirname(file ?? '.'));
  return { suppressor: own, unused: (rules) => unusedOnes(own, rules, file ?? ''), file };
}

function refuseUnknown(suppressions: readonly Suppression[], file: string): void {
  const ids = explainedRules.map(({ id }) => id);
  const known = new Set(ids.map((id) => id.toLowerCase()));
  for (const [index, { rule }] of suppressions.entries()) {
    if (known.has(rule.toLowerCase())) continue;
    const nearest = nearestName(rule, ids);
    const hint = nearest ? `Is ${nearest} meant?` : 'saleskit explain lists them all.';
    throw new CodedError(
      'INVALID_CONFIGURATION',
      `${file}: lint.suppress[${index}].rule: there is no rule "${rule}". ${hint}`,
    );
  }
}

function unusedOnes(
  own: ReturnType<typeof suppressor>,
  rules: readonly AnyRule[],
  file: string,
): LintedPackage | undefined {
  const path = relative('.', file) || file;
  const unused = own.unused(new Set(rules.map(({ id }) => id.toLowerCase())));
  if (unused.length === 0) return undefined;
  // A module has no pointers.
  const source = file.endsWith('.json') ? readSource(path, readFileSync(file), 'json') : undefined;
  const findings = unused.map(({ index, suppression: { rule, reason } }) => {
    const pointer = source ? `/lint/suppress/${index}` : '';
    return {
      rule: suppressionUnused.id,
      severity: suppressionUnused.severity,
      message: `The suppression of ${rule} (${reason.trim()}) suppresses nothing any more. Remove it.`,
      file: path,
      pointer,
      ...(source?.locate(pointer) ?? { line: 1, column: 1 }),
      fixable: false,
    };
  });
  return { path, title: 'Configuration', actions: [], findings };
}
