import { en } from './en.ts';
export const fr: typeof en = en;
