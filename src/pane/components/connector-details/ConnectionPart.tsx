import { Body1, Body1Strong, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ConnectorView, Seller } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { dayAndTime } from '../../state/times.ts';
import { connectionText } from '../connector-card/connection-text.ts';
import { OwnToken } from '../own-token/OwnToken.tsx';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import type { ConnectorChanges } from './connector-changes.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  seller: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  grey: { color: tokens.colorNeutralForeground2 },
  trouble: { color: tokens.colorStatusDangerForeground1 },
  title: { margin: 0 },
});

type Connection = ConnectorView['connections'][number];

/** How every seller's connection stands; the seller who looks signs in, out, or pastes a token. */
export function ConnectionPart({
  connections,
  seller,
  sellers,
  changes,
}: {
  connections: readonly Connection[];
  seller: Seller | undefined;
  sellers: readonly Seller[];
  changes: Pick<ConnectorChanges, 'signIn' | 'signOut' | 'pasteToken'>;
}) {
  const styles = useStyles();
  const { language } = useSellerContext();
  const { submit, isPending, problem } = useSubmission((act: () => Promise<unknown>) => act());
  return (
    <div className={styles.all}>
      <Problem text={problem} />
      <ul className={styles.list} aria-label="Connections">
        {connections.map((connection) => {
          const { seller: id, status, expiresAt, silent, problem: trouble } = connection;
          const owner = sellers.find((each) => each.id === id);
          const isMine = id === seller?.id;
          return (
            <li key={id} className={styles.seller}>
              <div className={styles.words}>
                <Body1Strong block>
                  {owner?.name ?? id}
                  {isMine && ' (you)'}
                </Body1Strong>
                <Body1 block>{connectionText(connection)}</Body1>
                {expiresAt !== undefined && (
                  <Caption1 block className={styles.grey}>
                    Until {dayAndTime(new Date(expiresAt).toISOString(), language, owner?.timeZone ?? 'UTC')}
                  </Caption1>
                )}
                {status === 'none' && silent && (
                  <Caption1 block className={styles.grey}>
                    Made without asking, with the first call.
                  </Caption1>
                )}
                {trouble && (
                  <Caption1 block className={styles.trouble}>
                    {trouble}
                  </Caption1>
                )}
              </div>
              {isMine && status === 'none' && (
                <Button appearance="primary" disabled={isPending} onClick={() => void submit(changes.signIn)}>
                  Sign in
                </Button>
              )}
              {isMine && (status === 'connected' || status === 'pasted') && (
                <Button disabled={isPending} onClick={() => void submit(changes.signOut)}>
                  Sign out
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Subtitle2 as="h4" className={styles.title}>
        A token of {seller?.name ?? 'your own'}
      </Subtitle2>
      <OwnToken onPaste={changes.pasteToken} />
    </div>
  );
}
