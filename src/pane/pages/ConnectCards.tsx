import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectorToConnect } from '../../host/api/api-types.ts';
import { ConnectCard } from '../components/connect-card/ConnectCard.tsx';
import { hostApi } from '../http/host-api.ts';
import { useConnectors } from '../http/queries.ts';
import { leaveForSignIn } from '../state/sign-in-return.ts';

/** Connectors and sellers whose card was dismissed. */
const dismissed = new Set<string>();

/** A card for each connector that wants a sign-in; one that is dismissed stays away until the page is loaded anew. */
export function ConnectCards({
  connect = [],
  seller,
}: {
  connect: readonly ConnectorToConnect[] | undefined;
  /** Id of the seller. */
  seller: string;
}) {
  const [, setCount] = useState(dismissed.size);
  const shown = connect.filter(({ connector }) => !dismissed.has(`${connector} ${seller}`));
  return shown.map(({ connector, title }) => (
    <SignIn
      key={`${connector} ${seller}`}
      connector={connector}
      title={title}
      seller={seller}
      onDismiss={() => setCount(dismissed.add(`${connector} ${seller}`).size)}
    />
  ));
}

function SignIn({
  connector,
  title,
  seller,
  onDismiss,
}: ConnectorToConnect & { seller: string; onDismiss: () => void }) {
  const { data: connectors } = useConnectors();
  const connections = connectors?.find(({ key }) => key === connector)?.connections ?? [];
  const signIn = useMutation({
    mutationFn: () => hostApi.signIn(connector, seller),
    onSuccess: ({ url }) => leaveForSignIn(url),
  });
  return (
    <ConnectCard
      title={title}
      problem={signIn.error?.message ?? connections.find((each) => each.seller === seller)?.problem}
      isBusy={signIn.isPending || signIn.isSuccess}
      onSignIn={() => signIn.mutate()}
      onDismiss={onDismiss}
    />
  );
}
