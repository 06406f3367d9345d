import { hubCommand } from '../bench.ts';
import { median } from '../comparison.ts';
import { group } from '../figure.ts';
import { hostHeaders, summaryPath } from '../request.ts';

const sampleOpportunity = '50cafe00-a100-4000-8000-000000000001';
const times = 7;

/** How long a developer waits for the sample to answer. */
export const start = group({
  id: 'start',
  title: 'From the start of Contoso Hub with its sample data in memory to its first answer',
  figures: [{ id: 'start-first-answer', title: 'start to first answer', unit: 'ms' }],
  async run(bench) {
    const taken: number[] = [];
    for (let time = 0; time < times; time++) {
      bench.progress(`Start ${time + 1} of ${times}`);
      const began = performance.now();
      const hub = await bench.start(hubCommand, ['--port', '0']);
      const response = await fetch(hub.address + summaryPath(sampleOpportunity), { headers: hostHeaders });
      await response.arrayBuffer();
      taken.push(performance.now() - began);
      await hub.stop();
      if (response.status !== 200) throw new Error(`The first answer has the status ${response.status}.`);
    }
    return { 'start-first-answer': median(taken) };
  },
});
