/** The data in a file: DATA_FILE, or the example. It is read anew at each question. */
import { readFile } from 'node:fs/promises';
import type { Agreement, Application, Question } from './application.ts';

interface Entry extends Agreement {
  readonly tenant: string;
  /** Ids of the CRM records that the agreement is about. */
  readonly records: readonly string[];
}

const file = process.env.DATA_FILE ?? new URL('../example/agreements.json', import.meta.url);

export async function openData(): Promise<Application> {
  return {
    async find(question, { tenant }) {
      const entries = JSON.parse(await readFile(file, 'utf8')) as Entry[];
      return entries
        .filter((entry) => entry.tenant === tenant && isMeant(entry, question))
        .sort((one, other) => other.changedAt.localeCompare(one.changedAt));
    },
  };
}

function isMeant({ records, signers, account }: Entry, question: Question): boolean {
  if ('record' in question) return records.includes(question.record);
  if ('people' in question) return signers.some(({ email }) => question.people.includes(email));
  return account.toLowerCase() === question.account.toLowerCase();
}
