import { Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { WrenchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LintView, MendedFile } from '../../../host/api/api-types.ts';
import { useSellerContext } from '../../state/seller-context.ts';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { ChangedFile } from './ChangedFile.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** A button that makes the safe fixes of lint in the package's files, and what it changed there. */
export function MendPart({
  lint,
  onMend,
}: {
  lint: LintView | undefined;
  onMend: () => Promise<readonly MendedFile[]>;
}) {
  const styles = useStyles();
  const { words, language } = useSellerContext();
  const [files, setFiles] = useState<readonly MendedFile[]>();
  const { submit, isPending, problem } = useSubmission(async () => setFiles(await onMend()));
  const count = lint?.isMendable ? lint.findings.filter(({ fixable }) => fixable).length : 0;
  if (count === 0 && !files && !problem) return null;
  return (
    <div className={styles.all} lang={language}>
      {count > 0 && (
        <div className={styles.line}>
          <Button icon={<WrenchRegular />} disabled={isPending} onClick={() => void submit(undefined)}>
            {words.mend}
          </Button>
          <Caption1 className={styles.hint}>{words.mendHint(count)}</Caption1>
        </div>
      )}
      <Problem text={problem} />
      <div role="status" className={styles.all}>
        {files?.length === 0 && <Body1>{words.nothingToMend}</Body1>}
        {files && files.length > 0 && <Body1Strong>{words.whatWasMended}</Body1Strong>}
        {files?.map((file) => (
          <ChangedFile key={file.file} file={file} />
        ))}
      </div>
    </div>
  );
}
