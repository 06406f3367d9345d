import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

/** A button, and the dialog that it opens. */
export function OwnDialog({
  title,
  button,
  icon,
  children,
}: {
  title: string;
  button: string;
  icon: React.JSX.Element;
  children: ReactNode;
}) {
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button icon={icon}>{button}</Button>
      </DialogTrigger>
      <DialogSurface lang="en">
        <DialogBody>
          <DialogTitle
            action={
              <DialogTrigger action="close" disableButtonEnhancement>
                <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" />
              </DialogTrigger>
            }
          >
            {title}
          </DialogTitle>
          <DialogContent>{children}</DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
