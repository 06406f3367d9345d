import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Problem } from '../submission/Problem.tsx';
import { useSubmission } from '../submission/use-submission.ts';

/** A button that removes a connector, once it is confirmed. */
export function RemoveConnector({ title, onRemove }: { title: string; onRemove: () => Promise<unknown> }) {
  const [isOpen, setOpen] = useState(false);
  const { submit, isPending, problem } = useSubmission(onRemove);
  return (
    <Dialog open={isOpen} onOpenChange={(_event, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<DeleteRegular />}
          aria-label={`Remove ${title}`}
          title="Remove"
        />
      </DialogTrigger>
      <DialogSurface lang="en">
        <DialogBody>
          <DialogTitle>Remove {title}?</DialogTitle>
          <DialogContent>
            Its actions are no longer called, and its connections are forgotten. Its files stay as they are.
            <Problem text={problem} />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>Cancel</Button>
            </DialogTrigger>
            <Button
              appearance="primary"
              disabled={isPending}
              onClick={() => void submit(undefined).then((isDone) => isDone && setOpen(false))}
            >
              Remove
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
