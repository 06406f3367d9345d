/** Serves the connector: node src/main.ts. HOST and PORT say where, 127.0.0.1:8080 by default; THROTTLE=off takes every call. */
import { createService, listen } from 'saleskit/connector';
import { authentication } from './authentication.ts';
import { createConnector } from './connector.ts';
import { openData } from './data.ts';

const { HOST: host = '127.0.0.1', PORT: port = '8080', THROTTLE } = process.env;
const throttle = THROTTLE === 'off' ? undefined : { calls: 100, seconds: 60 };

const connector = createConnector(await openData(), authentication);
const service = await createService(connector, { throttle });
const address = await listen(service, connector, { host, port: Number(port) }).catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
console.log(address);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => service.close());
