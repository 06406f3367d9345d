import { join } from 'node:path';
import { alternate, median, medianRatio, mustAnswerAlike } from '../comparison.ts';
import { group } from '../figure.ts';
import { hostHeaders, randomOpportunity, summaryPath, summaryRequests } from '../request.ts';
import { startHub } from '../servers/contoso-hub.ts';
import { benchPostgres } from '../servers/postgres.ts';

const limitServer = join(import.meta.dirname, '../servers/postgres-limit-server.ts');
const records = 100_000;
const answersToCompare = 20;

/** How near Contoso Hub on PostgreSQL comes to the same answers made by hand on bare node:http with the fastest driver. */
export const postgres = group({
  id: 'postgres',
  title: 'Contoso Hub on PostgreSQL against the same answers by hand on bare node:http and pg',
  figures: [
    { id: 'postgres-ratio', title: 'requests/s, Contoso Hub to the limit', unit: '×', goal: { atLeast: 0.6 } },
    { id: 'postgres-hub', title: 'Contoso Hub', unit: 'requests/s' },
    { id: 'postgres-bare', title: 'the limit', unit: 'requests/s' },
  ],
  async run(bench) {
    const database = await benchPostgres();
    await bench.fill(database.url, records);
    const hub = await startHub(bench, database.url);
    const bare = await bench.start(limitServer, [database.url]);
    for (let count = 0; count < answersToCompare; count++) {
      const path = summaryPath(randomOpportunity(records));
      await mustAnswerAlike([bare.address, hub.address], path, hostHeaders);
    }
    const nextRequest = summaryRequests({ records });
    const rates = await alternate(
      { hub: { address: hub.address, nextRequest }, bare: { address: bare.address, nextRequest } },
      bench.progress,
    );
    await Promise.all([hub.stop(), bare.stop()]);
    await database.close();
    return {
      'postgres-ratio': medianRatio(rates.hub, rates.bare),
      'postgres-hub': median(rates.hub),
      'postgres-bare': median(rates.bare),
    };
  },
});
