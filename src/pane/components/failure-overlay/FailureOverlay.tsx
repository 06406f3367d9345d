import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { DismissRegular, ErrorCircleFilled } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { Failure } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import type { Words } from '../../words/words.ts';
import { FailureDetails } from './FailureDetails.tsx';

const useStyles = makeStyles({
  overlay: {
    position: 'fixed',
    insetInline: tokens.spacingHorizontalL,
    bottom: tokens.spacingVerticalL,
    zIndex: 1000,
    maxWidth: '960px',
    maxHeight: '60vh',
    overflow: 'auto',
    boxSizing: 'border-box',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorStatusDangerBorder2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow28,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0 },
  title: { margin: 0 },
  icon: { flexShrink: 0, color: tokens.colorStatusDangerForeground1 },
  hint: { color: tokens.colorNeutralForeground2 },
  again: {
    position: 'fixed',
    insetInlineEnd: tokens.spacingHorizontalL,
    bottom: tokens.spacingVerticalL,
    zIndex: 1000,
  },
});

const whatFailed: Readonly<Record<Failure['kind'], (words: Words) => (about: string) => string>> = {
  program: ({ programFailed }) => programFailed,
  call: ({ callFailed }) => callFailed,
  package: ({ packageFailed }) => packageFailed,
};

/** What keeps the newest state from being shown, over the last one that worked. It goes by itself when that is mended. */
export function FailureOverlay({ failures }: { failures: readonly Failure[] }) {
  const styles = useStyles();
  const { words, language } = useSellerContext();
  const id = useId();
  const [hidden, setHidden] = useState<string>();
  const shown = JSON.stringify(failures);
  if (failures.length === 0) return null;
  // Of a call that fails no earlier answer is shown, and of what never worked no earlier state.
  const isLastStateShown = failures.some(({ kind, isFirst }) => kind !== 'call' && !isFirst);
  const isOfCalls = failures.every(({ kind }) => kind === 'call');
  if (hidden === shown)
    return (
      <Button
        className={styles.again}
        icon={<ErrorCircleFilled className={styles.icon} />}
        onClick={() => setHidden(undefined)}
      >
        {words.showFailures(failures.length)}
      </Button>
    );
  return (
    <section
      className={styles.overlay}
      aria-labelledby={id}
      lang={language}
      onKeyDown={({ key }) => key === 'Escape' && setHidden(shown)}
    >
      <div className={styles.head}>
        <ErrorCircleFilled className={styles.icon} fontSize={24} aria-hidden="true" />
        <div className={styles.words} role="alert">
          <Subtitle2 as="h2" id={id} className={styles.title}>
            {isOfCalls ? words.errorWasThrown : words.newestNotShown}
          </Subtitle2>
          <Caption1 block className={styles.hint}>
            {isLastStateShown ? words.lastStateStays : words.goesWhenMended}
          </Caption1>
          {failures.map(({ kind, about }) => (
            <Body1 block key={`${kind} ${about}`}>
              {whatFailed[kind](words)(about)}
            </Body1>
          ))}
        </div>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.hide}
          title={words.hide}
          onClick={() => setHidden(shown)}
        />
      </div>
      {failures.map((failure) => (
        <FailureDetails key={`${failure.kind} ${failure.about}`} failure={failure} />
      ))}
    </section>
  );
}
