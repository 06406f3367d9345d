import type { ReactNode } from 'react';
import { CardSkeleton } from '../components/card-skeleton/CardSkeleton.tsx';
import { HostTrouble } from '../components/host-trouble/HostTrouble.tsx';

/** What is drawn of something asked: its place while it is awaited, the trouble where there is one, or itself. */
export function Asked<Data>({
  query: { data, error, refetch },
  title,
  children,
}: {
  query: { readonly data: Data | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  /** Of the card that is awaited. */
  title: string;
  children: (data: Data) => ReactNode;
}) {
  if (data !== undefined) return children(data);
  if (error) return <HostTrouble message={error.message} onRetry={() => void refetch()} />;
  return <CardSkeleton title={title} />;
}
