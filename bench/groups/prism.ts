import { alternate, median, medianRatio, mustAnswerAlike } from '../comparison.ts';
import { group } from '../figure.ts';
import { hostHeaders, randomOpportunity, summaryPath, summaryRequests } from '../request.ts';
import { startHub } from '../servers/contoso-hub.ts';
import { definitionWithExample, startPrism } from '../servers/prism.ts';

const records = 100_000;

/** Contoso Hub, which asks a database, against a mock that answers an example of ten items each time. */
export const prism = group({
  id: 'prism',
  title: 'Contoso Hub against a Prism mock of the same definition',
  figures: [
    { id: 'prism-ratio', title: 'requests/s, Contoso Hub to Prism as it starts', unit: '×', goal: { atLeast: 2.5 } },
    { id: 'prism-ratio-discarded', title: 'the same, what Prism logs going to /dev/null', unit: '×' },
    { id: 'prism-ratio-silent', title: 'requests/s, Contoso Hub to Prism silenced', unit: '×', goal: { atLeast: 1 } },
    { id: 'prism-hub', title: 'Contoso Hub', unit: 'requests/s' },
    { id: 'prism-logging', title: 'Prism as it starts', unit: 'requests/s' },
    { id: 'prism-silent', title: 'Prism silenced', unit: 'requests/s' },
  ],
  async run(bench) {
    const hub = await startHub(bench, await bench.store(records));
    const path = summaryPath(randomOpportunity(records));
    const example = await (await fetch(hub.address + path, { headers: hostHeaders })).json();
    const definition = await definitionWithExample(bench, hub.address, path.split('?', 1)[0] ?? '', example);
    const logging = await startPrism(bench, definition, { output: 'drained' });
    const discarded = await startPrism(bench, definition, { output: 'discarded' });
    const silent = await startPrism(bench, definition, { output: 'drained', verboseLevel: 'silent' });
    const servers = [hub, logging, discarded, silent];
    await mustAnswerAlike(
      servers.map(({ address }) => address),
      path,
      hostHeaders,
    );

    const nextRequest = summaryRequests({ records });
    const rates = await alternate(
      {
        hub: { address: hub.address, nextRequest },
        logging: { address: logging.address, nextRequest },
        discarded: { address: discarded.address, nextRequest },
        silent: { address: silent.address, nextRequest },
      },
      bench.progress,
    );
    await Promise.all(servers.map((server) => server.stop()));
    return {
      'prism-ratio': medianRatio(rates.hub, rates.logging),
      'prism-ratio-discarded': medianRatio(rates.hub, rates.discarded),
      'prism-ratio-silent': medianRatio(rates.hub, rates.silent),
      'prism-hub': median(rates.hub),
      'prism-logging': median(rates.logging),
      'prism-silent': median(rates.silent),
    };
  },
});
