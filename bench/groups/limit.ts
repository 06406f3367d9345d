import { join } from 'node:path';
import { alternate, median, medianRatio, mustAnswerAlike } from '../comparison.ts';
import { group } from '../figure.ts';
import { hostHeaders, randomOpportunity, summaryPath, summaryRequests } from '../request.ts';
import { startHub } from '../servers/contoso-hub.ts';
import { openTokenIssuer } from '../servers/token-issuer.ts';

const limitServer = join(import.meta.dirname, '../servers/limit-server.ts');
const records = 100_000;
const users = 100;
const answersToCompare = 20;

/** How near Contoso Hub comes to the same answers made by hand on bare node:http and node:sqlite. */
export const limit = group({
  id: 'limit',
  title: 'Contoso Hub against the same answers by hand on bare node:http and node:sqlite',
  figures: [
    { id: 'limit-ratio', title: 'requests/s, Contoso Hub to the limit', unit: '×', goal: { atLeast: 0.65 } },
    { id: 'limit-ratio-tokens', title: 'the same, tokens verified', unit: '×', goal: { atLeast: 0.55 } },
    { id: 'limit-ratio-raw', title: 'the same, no tokens, to the limit without sentences', unit: '×' },
    { id: 'limit-hub', title: 'Contoso Hub', unit: 'requests/s' },
    { id: 'limit-hub-tokens', title: 'Contoso Hub, tokens verified', unit: 'requests/s' },
    { id: 'limit-bare', title: 'the limit', unit: 'requests/s' },
    { id: 'limit-bare-raw', title: 'the limit without sentences', unit: 'requests/s' },
  ],
  async run(bench) {
    const store = await bench.store(records);
    const { issuer, audience, tokens: tokensOf, close } = await openTokenIssuer();
    const tokens = await tokensOf(users);
    const servers = await Promise.all([
      startHub(bench, store),
      startHub(bench, store, '--auth', 'entra', '--issuer', issuer, '--audience', audience),
      bench.start(limitServer, [store]),
      bench.start(limitServer, [store, 'raw']),
    ]);
    const [hub, hubTokens, bare, raw] = servers;
    const headers = { ...hostHeaders, authorization: `Bearer ${tokens[0]}` };
    for (let count = 0; count < answersToCompare; count++) {
      const path = summaryPath(randomOpportunity(records));
      await mustAnswerAlike([bare.address, hub.address, hubTokens.address], path, headers);
    }

    const nextRequest = summaryRequests({ records });
    const rates = await alternate(
      {
        hub: { address: hub.address, nextRequest },
        bare: { address: bare.address, nextRequest },
        hubTokens: { address: hubTokens.address, nextRequest: summaryRequests({ records, tokens }) },
        raw: { address: raw.address, nextRequest },
      },
      bench.progress,
    );
    await Promise.all(servers.map((server) => server.stop()));
    close();
    return {
      'limit-ratio': medianRatio(rates.hub, rates.bare),
      'limit-ratio-tokens': medianRatio(rates.hubTokens, rates.bare),
      'limit-ratio-raw': medianRatio(rates.hub, rates.raw),
      'limit-hub': median(rates.hub),
      'limit-hub-tokens': median(rates.hubTokens),
      'limit-bare': median(rates.bare),
      'limit-bare-raw': median(rates.raw),
    };
  },
});
