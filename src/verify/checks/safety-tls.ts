import { connectorCheck } from '../check.ts';
import { isLocalAddress } from '../local-address.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export const safetyTls = connectorCheck({
  id: 'safety-tls',
  group: 'safety',
  title: 'The connector is asked over TLS',
  why: 'Without it everybody on the way reads tokens and customers’ data, and the platform refuses the connector.',
  source: 'Power Platform, custom connectors: https; RFC 6750, 5.2',
  mend: 'Serve over https, and name https alone in schemes.',
  async run({ options, subjects }) {
    const { protocol, host } = new URL(options.url);
    if (isLocalAddress(options.url)) return notApplicable(`${host} is on this machine.`);
    const [seen] = subjects.flatMap(({ surveyed }) => surveyed.map(({ exchange }) => exchange));
    return protocol === 'https:' ? pass(host, seen) : fail(`${host} is asked over plain http.`, seen);
  },
});
