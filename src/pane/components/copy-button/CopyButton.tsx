import { Button } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';

/** Copies a text, which may have to be fetched first, and says that it did, or could not. */
export function CopyButton({ label, text }: { label: string; text: string | (() => Promise<string>) }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const words = { idle: label, copied: 'Copied', failed: 'Could not be copied' }[state];
  return (
    <Button
      size="small"
      icon={state === 'copied' ? <CheckmarkRegular /> : <CopyRegular />}
      aria-live="polite"
      onClick={copy}
      onBlur={() => setState('idle')}
    >
      {words}
    </Button>
  );
}
