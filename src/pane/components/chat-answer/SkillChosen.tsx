import {
  Body1Strong,
  Button,
  Caption1,
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import type { ChatView } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '320px',
    maxWidth: 'calc(100vw - 32px)',
    boxSizing: 'border-box',
    overflowWrap: 'anywhere',
  },
});

/** For developers: which skill was chosen and why, behind an (i). */
export function SkillChosen({ view: { chosen, sections, findings } }: { view: ChatView }) {
  const styles = useStyles();
  const { words, explain } = useSellerContext();
  if (!chosen && findings.length === 0) return null;
  const trace = sections[0]?.trace;
  return (
    <Popover trapFocus positioning="above-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<InfoRegular />}
          aria-label={words.whichSkill}
          title={words.whichSkill}
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={words.whichSkill} lang="en">
        {chosen && (
          <>
            <Body1Strong>{chosen.summary}</Body1Strong>
            <Caption1>
              {chosen.operationId} of {chosen.connector}
            </Caption1>
            <span>Chosen because {chosen.why}.</span>
          </>
        )}
        {findings.map(({ rule, message }) => (
          <Caption1 key={`${rule} ${message}`}>{message}</Caption1>
        ))}
        {trace && (
          <Link as="button" onClick={() => explain(trace)}>
            Open the call in the inspector
          </Link>
        )}
      </PopoverSurface>
    </Popover>
  );
}
