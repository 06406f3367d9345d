import { useState } from 'react';
import { DraftCard } from '../components/draft-card/DraftCard.tsx';
import { DraftPrompt } from '../components/draft-prompt/DraftPrompt.tsx';
import { useSurface } from '../http/queries.ts';
import { useSellerContext } from '../state/seller-context.ts';
import { Asked } from './Asked.tsx';
import type { PaneProps } from './SalesPane.tsx';
import { useOpenMail } from './situation.ts';

/** A draft that answers the open mail, and what it shall be about. */
export function DraftPane({ head }: PaneProps) {
  const { words } = useSellerContext();
  const { mail, asked } = useOpenMail();
  const [prompt, setPrompt] = useState<string>();
  const draft = useSurface(
    'email-draft',
    { ...asked, ...(prompt !== undefined && { inputPrompt: prompt }) },
    mail !== undefined,
  );
  return (
    <>
      {head}
      <Asked query={draft} title={words.draftWithCopilot}>
        {(view) => <DraftCard view={view} language={mail?.language} />}
      </Asked>
      <DraftPrompt prompt={prompt} onPrompt={setPrompt} />
    </>
  );
}
