import { en } from './en.ts';
export const it: typeof en = en;
