/** What no public source could confirm about the layouts: said with every package, so that nobody takes it for certain. */
import type { Situation } from './situation.ts';

export interface Unconfirmed {
  readonly text: string;
  /** Always where absent. */
  readonly when?: (situation: Situation) => boolean;
}

export const unconfirmedDetails: readonly Unconfirmed[] = [
  { text: 'The solutions follow public exports; none of those made here was imported into an environment.' },
  {
    text: 'Publisher, its prefix, the number that its choices begin at, and all ids are made of publisher and title. A connector that is in the environment already keeps its own ids: imported from here it is a second one.',
  },
  { text: '`[Content_Types].xml`: the entries of xml, json and Png are those of a public export.' },
  { text: '`[Content_Types].xml`: an entry of csx was seen in no export.', when: ({ hasScript }) => hasScript },
  {
    text: '`<scriptoperations>` in `customizations.xml`: one public export has it there. Others speak of a file `…_scriptOperations.json`, which no export shows.',
    when: ({ hasScript }) => hasScript,
  },
  {
    text: '`policytemplateinstances` is left out: an empty list was refused, by one publisher’s report.',
    when: ({ hasPolicies }) => !hasPolicies,
  },
  { text: '`<Managed>` is 0: that certification refuses 1 is one publisher’s report.' },
  {
    text: 'The name that flows call the connector by (`shared_…`): environments add a part of their own. The flow names the connector’s id beside it, and may want its connection chosen anew.',
  },
  {
    text: '`package.zip` has the folder `PkgAssets` alone. The files of the Package Deployer beside it (xml, dll, pdb) are not made; the published validator passes over them.',
  },
  {
    text: 'The folder is called `PkgAssets`, as the published validator (October 2024) prefers. Some guides say `PackageAssets`.',
  },
  {
    text: 'Certification asks for `customProperties.json` where there are several kinds of sign-in. Its format stands on no public page; it is not made.',
    when: ({ hasSets }) => hasSets,
  },
  {
    text: 'Certification policies from 5000.1.1.17 on are known at second hand only, and the page about submissions only in part.',
  },
  {
    text: 'The thresholds and lists of words of Microsoft’s validator of definitions are not published, nor are the rules of its validator of `apiProperties.json` and of the solution checker. Lint has their published part.',
  },
  {
    text: 'The order in which Copilot Studio asks for descriptions: `actions.md` has operation, inputs, outputs. It was not seen in a tenant.',
  },
];
