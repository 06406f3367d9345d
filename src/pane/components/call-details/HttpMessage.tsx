import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { RequestView, ResponseView } from '../../../host/api/api-types.ts';
import { DurationBar, milliseconds } from '../call-bars/DurationBar.tsx';
import { JsonView } from '../json-view/JsonView.tsx';

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  headers: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '2px',
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  name: { color: tokens.colorNeutralForeground3, margin: 0 },
  value: { margin: 0 },
  panel: { margin: `0 0 ${tokens.spacingVerticalS} 0` },
  grey: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** What was sent: method and address, headers, body. */
export function Request({ request: { method, url, headers, body } }: { request: RequestView }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.line}>
        <strong>{method}</strong> {url}
      </p>
      <Headers headers={headers} />
      {body === null ? <p className={styles.grey}>No body.</p> : <JsonView value={body} label="Body of the request" />}
    </>
  );
}

/** What came back: status and times, headers, body. */
export function Response({ response, outcome }: { response: ResponseView; outcome: string }) {
  const styles = useStyles();
  const { status, durationMs, firstByteMs, headers, body } = response;
  const first = firstByteMs === null ? 'no byte came back' : `first byte after ${milliseconds(firstByteMs)}`;
  return (
    <>
      <p className={styles.line}>
        <strong>{status ?? 'No answer'}</strong>
        {` in ${milliseconds(durationMs)} of 5,000 ms, ${first}`}
      </p>
      <DurationBar response={response} outcome={outcome} />
      {Object.keys(headers).length > 0 && <Headers headers={headers} />}
      {status !== null &&
        (body === null || body === '' ? (
          <p className={styles.grey}>{body === null ? 'The body is null.' : 'The body is empty.'}</p>
        ) : (
          <JsonView value={body} label="Body of the response" />
        ))}
    </>
  );
}

function Headers({ headers }: { headers: Readonly<Record<string, string>> }) {
  const styles = useStyles();
  return (
    <Accordion collapsible>
      <AccordionItem value="headers">
        <AccordionHeader as="h5" size="small">{`Headers (${Object.keys(headers).length})`}</AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <dl className={styles.headers}>
            {Object.entries(headers).flatMap(([name, value]) => [
              <dt key={name} className={styles.name}>
                {name}
              </dt>,
              <dd key={`${name} value`} className={styles.value}>
                {value}
              </dd>,
            ])}
          </dl>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
