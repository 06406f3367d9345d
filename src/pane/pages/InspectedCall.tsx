import { Button, makeStyles, Spinner, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Trace } from '../../host/api/api-types.ts';
import { clock } from '../components/call-bars/CallBars.tsx';
import { CallDetails } from '../components/call-details/CallDetails.tsx';
import { CallEditor, type EditedCall } from '../components/call-editor/CallEditor.tsx';
import { inputsOf } from '../components/call-editor/edited-inputs.ts';
import { CopyButton } from '../components/copy-button/CopyButton.tsx';
import { Segments } from '../components/segments/Segments.tsx';
import { connectorOf, WhyNothing } from '../components/why-nothing/WhyNothing.tsx';
import { HostError, hostApi } from '../http/host-api.ts';
import { useCall, useConnectors } from '../http/queries.ts';
import { InspectedPart } from './InspectedPart.tsx';
import { useSituation } from './situation.ts';

const views = { call: 'What happened', why: 'Why nothing shows' } as const;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  tabs: { marginInlineEnd: 'auto' },
});

/** One call: all that was traced of it or why it shows nothing; copied as curl, or changed and sent again. */
export function InspectedCall({
  id,
  trace,
  isLoading,
  isChosenHere,
  onOpen,
}: {
  id: string;
  trace: Trace | undefined;
  /** The calls are on their way, and may bring this one. */
  isLoading: boolean;
  /** Chosen by its row, to see what happened. */
  isChosenHere: boolean;
  onOpen: (id: string) => void;
}) {
  const { data, error } = useCall(id, trace === undefined && !isLoading);
  const known = trace ?? data;
  if (known) return <KnownCall trace={known} isChosenHere={isChosenHere} onOpen={onOpen} />;
  if (error instanceof HostError && error.status !== 404)
    return <InspectedPart title="This call cannot be looked up">{error.message}</InspectedPart>;
  return (
    <InspectedPart title={error ? 'This call is not kept any more' : 'Loading …'}>
      {!error ? (
        <Spinner size="small" />
      ) : (
        <span>{`The host keeps the last 500 calls. Call ${id} is not among them.`}</span>
      )}
    </InspectedPart>
  );
}

function KnownCall({
  trace,
  isChosenHere,
  onOpen,
}: {
  trace: Trace;
  isChosenHere: boolean;
  onOpen: (id: string) => void;
}) {
  const styles = useStyles();
  const connectors = useConnectors().data ?? [];
  const { base, place } = useSituation();
  const client = useQueryClient();
  const [view, setView] = useState<keyof typeof views>(isChosenHere || trace.outcome === 'shown' ? 'call' : 'why');
  const [isEditing, setEditing] = useState(false);
  const openerOfEditor = useRestoreFocusTarget();
  const connector = connectorOf(connectors, trace);
  const again = useMutation({
    mutationFn: ({ inputs, language, confirmed }: EditedCall) =>
      hostApi.call({
        ...base,
        ...(place.mail !== undefined && { mail: place.mail }),
        ...(place.record !== undefined && { record: place.record }),
        language,
        connector: connector?.key ?? '',
        wanted: trace.wanted,
        inputs,
        confirmed,
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['calls'] });
      onOpen(id);
    },
  });
  return (
    <InspectedPart title={`${trace.connector}: ${trace.wanted}, ${clock(trace.at)}`}>
      <div className={styles.buttons}>
        <div className={styles.tabs}>
          <Segments label="What is shown of this call" choices={views} chosen={view} onChoose={setView} />
        </div>
        {trace.request && <CopyButton label="Copy as curl" text={() => hostApi.curl(trace.id)} />}
        {connector && (
          <Button
            {...openerOfEditor}
            size="small"
            icon={<EditRegular />}
            aria-expanded={isEditing}
            onClick={() => setEditing(!isEditing)}
          >
            Edit and send again
          </Button>
        )}
      </div>
      {isEditing && (
        <CallEditor
          inputs={inputsOf(trace)}
          language={trace.request?.headers['accept-language'] ?? String(base.language ?? '')}
          isSkill={!trace.action?.extensionPoint}
          isSending={again.isPending}
          problem={again.error?.message}
          onSend={again.mutate}
          onClose={() => setEditing(false)}
        />
      )}
      {view === 'call' ? <CallDetails trace={trace} /> : <WhyNothing trace={trace} connectors={connectors} />}
    </InspectedPart>
  );
}
