/**
 * The limit: what the record summary costs at least in this language on this runtime, the statements by hand.
 * Arguments: the store's file, and `raw` for the facts as they are in place of sentences.
 */
import { DatabaseSync } from 'node:sqlite';
import { sampleTenant } from '../../contoso-hub/data/sample.ts';
import type { Subject } from '../../contoso-hub/facts.ts';
import { queries } from '../../contoso-hub/store/sqlite-store.ts';
import { type ActivityRow, serveSummaries } from './limit-answers.ts';

const [file = '', style] = process.argv.slice(2);
const database = new DatabaseSync(file, { readOnly: true });
database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456');
const record = database.prepare(queries.record);
const activities = database.prepare(queries.activities);
activities.setReturnArrays(true);

serveSummaries((type, id, most, answer) => {
  const [found] = record.all(sampleTenant, type, id) as { facts: string }[];
  const { id: subject } = JSON.parse(found?.facts ?? '') as Subject;
  const rows = activities.all(sampleTenant, subject, Number.MAX_SAFE_INTEGER, 0, most, 0);
  answer(rows as unknown as ActivityRow[]);
}, style === 'raw');
