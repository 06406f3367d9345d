import type { Group } from './figure.ts';
import { firstPane } from './groups/first-pane.ts';
import { host } from './groups/host.ts';
import { install } from './groups/install.ts';
import { limit } from './groups/limit.ts';
import { lint } from './groups/lint.ts';
import { live } from './groups/live.ts';
import { load } from './groups/load.ts';
import { millionsInPostgres, millionsInSqlite } from './groups/millions.ts';
import { paging } from './groups/paging.ts';
import { pane } from './groups/pane.ts';
import { postgres } from './groups/postgres.ts';
import { prism } from './groups/prism.ts';
import { size } from './groups/size.ts';
import { soak } from './groups/soak.ts';
import { start } from './groups/start.ts';
import { verify } from './groups/verify.ts';

/** All groups, in the order in which they run. */
export const groups: readonly Group[] = [
  limit,
  prism,
  size,
  load,
  paging,
  postgres,
  start,
  host,
  pane,
  live,
  firstPane,
  lint,
  verify,
  install,
  soak,
  millionsInSqlite,
  millionsInPostgres,
];
