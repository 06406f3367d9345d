/** The pane's own words in the seller's language; languages but English are loaded when they are wanted. */
import { useQuery } from '@tanstack/react-query';
import { en } from './en.ts';

export type Words = typeof en;

/** The eight languages of the seller's world. */
export const languages = ['en-US', 'de-DE', 'es-ES', 'fr-FR', 'it-IT', 'ja-JP', 'pt-BR', 'zh-CN'] as const;

const catalogues: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  ja: async () => (await import('./ja.ts')).ja,
  pt: async () => (await import('./pt.ts')).pt,
  zh: async () => (await import('./zh.ts')).zh,
};

/** The words of a BCP 47 language; English where there are none, and until they are there. */
export function useWords(language: string): Words {
  const [base = 'en'] = language.toLowerCase().split('-');
  const load = catalogues[base];
  const { data } = useQuery({ queryKey: ['words', base], queryFn: () => load?.() ?? en, enabled: load !== undefined });
  return data ?? en;
}

/** The word for a record type, "other" for types that CRMs have no card for. */
export function ofType(
  words: Readonly<Record<'opportunity' | 'account' | 'contact' | 'lead' | 'other', string>>,
  type: string,
): string {
  return type in words ? words[type as keyof typeof words] : words.other;
}
