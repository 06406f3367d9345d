import { en } from './en.ts';
export const ja: typeof en = en;
