/** What a rule of lint is: data about itself, and a check over a package. */
import type { ArchiveProblemKind } from '../package/archive.ts';
import type { Severity } from '../report/finding.ts';
import type { PackageModel } from './model/package-model.ts';

/** In the order in which they are told. */
export const ruleGroups = [
  'guidelines',
  'extension-points',
  'authentication',
  'package',
  'certification',
  'breaking',
] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/** The files of a package that a problem can stand in. */
export type FileRole = 'definition' | 'properties' | 'actions' | 'settings' | 'script' | 'icon' | 'readme' | 'archive';

/** Something that a rule found. */
export interface Problem {
  /** What is wrong and how to mend it. */
  readonly message: string;
  /** Where; of what is missing, its parent; empty for the whole file. */
  readonly pointer: string;
  /** The definition where absent. */
  readonly role?: FileRole;
  /** In an archive: the path of the archive or file in it (any.zip!package.zip) that it is about, where that is not the archive itself. */
  readonly file?: string;
  /** Of what has no pointer, such as broken JSON or a script: from 1, columns in UTF-16 units. */
  readonly place?: { readonly line: number; readonly column: number };
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** A safe way to mend it; the value undefined takes the property away. */
  readonly fix?: {
    readonly pointer: string;
    readonly value: unknown;
    /** The file that it mends, where that is another than the problem's. */
    readonly role?: FileRole;
  };
}

/** Fragments laid over a package without findings: JSON objects are merged, null takes away, all else replaces. Text replaces the file. */
export interface Sample {
  readonly definition?: object | string;
  /** null: there is none. */
  readonly properties?: object | string | null;
  readonly actions?: object | string;
  readonly settings?: object | string;
  readonly script?: string;
  readonly readme?: string | null;
  readonly icon?: SampleIcon | string | null;
  /** Further files of the folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** In place of a package: fragments laid over an archive that is ready for certification. */
  readonly archive?: SampleArchive;
  /** A problem that reading the archive gave. */
  readonly archiveProblem?: ArchiveProblemKind;
  /** What the definition is called. */
  readonly name?: string;
  /** In which the definition is written; UTF-8 where absent. */
  readonly encoding?: BufferEncoding;
}

/** Files of an archive by their names: texts, or archives within it; null takes away. */
export interface SampleArchive {
  readonly [name: string]: string | SampleArchive | null;
}

/** An icon to be drawn: a square logo in the middle of a background. */
export interface SampleIcon {
  readonly width?: number;
  readonly height?: number;
  /** #rrggbb or #rrggbbaa. */
  readonly background?: string;
  /** The share of the frame's width that the logo takes. */
  readonly logo?: number;
}

/** What every rule says of itself; its examples are packages, or packages with what they were before. */
interface RuleFacts<Group extends RuleGroup, Example> {
  /** kebab-case, the subject first; a certification rule has Microsoft's name. */
  readonly id: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly title: string;
  /** What happens where it is broken. */
  readonly why: string;
  /** Where it is written; figures of published connectors that break it. */
  readonly source: string;
  /** The threshold or list behind it is not published: what is checked is an assumption. */
  readonly isAssumed?: boolean;
  /** It is about archives and runs on them; all others run on connectors. */
  readonly scope?: 'archive';
  readonly good: Example;
  readonly bad: Example;
}

/** A rule about one package. */
export interface Rule extends RuleFacts<Exclude<RuleGroup, 'breaking'>, Sample> {
  check(model: PackageModel): Iterable<Problem>;
}

/** A package before and after; each the sample package where absent. */
export interface SampleChange {
  readonly old?: Sample;
  readonly new?: Sample;
}

/** A rule about what a new version of a package takes away. Its problems stand in the new one. */
export interface BreakingRule extends RuleFacts<'breaking', SampleChange> {
  check(model: PackageModel, old: PackageModel): Iterable<Problem>;
}

export type AnyRule = Rule | BreakingRule;
