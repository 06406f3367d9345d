/** Who looks at a surface: components draw in this seller's language and zone, and know nothing of how it came about. */
import { createContext, useContext } from 'react';
import { en } from '../words/en.ts';
import type { Words } from '../words/words.ts';

export interface SellerContext {
  readonly words: Words;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone. */
  readonly timeZone: string;
  /** The address of a connector's icon, by the connector's key; undefined where it has none, and until that is known. */
  readonly iconOf: (connector: string) => string | undefined;
  /** Opens the inspector at a call. */
  readonly explain: (trace: string) => void;
}

export const SellerContextProvider = createContext<SellerContext>({
  words: en,
  language: 'en-US',
  timeZone: 'UTC',
  iconOf: () => undefined,
  explain: () => {},
});

export const useSellerContext = (): SellerContext => useContext(SellerContextProvider);
