import { extensionPoints } from '../../contract/contract.ts';

/** What --help prints. */
export const usage = `Examines a running connector: does it answer as Copilot for Sales needs it, in time, and when things go wrong?

  npm run -s saleskit -- verify PACKAGE [options]

  PACKAGE                 folder, definition or URL of the connector package
  --url U                 replaces scheme, host and basePath of the definition
  --allow-host HOST       lets an address be asked that is not on this machine; may be repeated
  --auth none|token=T|local|client|device
                          how requests are authenticated                       (none)
                          local: by the local identity provider at http://127.0.0.1:8102 (the port in
                          SALESKIT_IDENTITY_PORT); client, device: by OAuth 2.0, the client's secret in
                          SALESKIT_CLIENT_SECRET
  --other-token T         a token of another tenant
  --audience A            the API that tokens are asked for, with local or client (the package's)
  --scope S               a scope to ask for; may be repeated                  (the package's)
  --issuer URL, --client-id ID
                          with client or device: the provider and the client   (the package's)
  --back-end-port N       listens there as the back end of the connector, and sees what reaches it
  --back-end-url U        the back end that such requests are passed on to     ({} is answered)
  --record TYPE:ID        a record that the connector knows; may be repeated   (the seller's world)
  --unknown TYPE:ID       a record that it does not know
  --mail FILE             a mail: .eml, or JSON with the fields of resourceData; may be repeated
  --crm dynamics365|salesforce[:ORG-URL]
  --language L            a language to compare; may be repeated               (en-US)
  --header NAME=VALUE     a header of your own; may be repeated
  --points NAME,…         these extension points and chat skills only; names a chat skill that is not GET, too
  --checks NAME,…         these checks and groups of checks only
  --requests N            how many generated inputs are sent                   (300)
  --rate N/SECONDS        so many calls in so many seconds, and all the time that it takes
  --concurrency C         calls at once                                        (4)
  --seed S                same seed, same run                                  (1)
  --links                 follows the links of answers
  --strict                exit code 1 also where a check could not run
  --record-cassette FILE  keeps every answer in a file; customers' data stands in it, tokens do not
  --replay FILE           the recorded run again, without the connector; of the same seed
  --format text|json|junit|html                                                (text)
  --output FILE           the report goes there in place of standard output

Checks: explain without a name lists them, explain CHECK tells why one is there and how to mend what fails.
Extension points: ${Object.values(extensionPoints)
  .map(({ id }) => id)
  .join(', ')}.
Exit code: 0 no check failed, 1 one did (or nothing was seen, or a recording is not whole), 2 usage,
3 nobody answers at the address, 130 stopped by Ctrl-C (the report has what was seen so far), 70 a bug of ours.
`;
