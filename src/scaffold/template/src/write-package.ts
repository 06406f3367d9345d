/** Writes the connector package, as the Power Platform takes it: npm run package. */
import { writeFileSync } from 'node:fs';
import { packageFiles } from 'saleskit/connector';
import { host } from './about.ts';
import { authentication } from './authentication.ts';
import { createConnector } from './connector.ts';

const unasked = { find: async () => [] };
const files = packageFiles(createConnector(unasked, authentication), { host });
for (const [name, content] of Object.entries(files))
  writeFileSync(new URL(`../package/${name}`, import.meta.url), content);
