/** What can be done to a connector, wired to the host. */
import type { MendedFile } from '../../host/api/api-types.ts';
import type { ConnectorChanges } from '../components/connector-details/connector-changes.ts';
import { hostApi } from '../http/host-api.ts';
import { useChange } from '../http/queries.ts';

/** `seller` is who signs in and out: the world's first before it is known. */
export function useConnectorChanges(key: string, seller = ''): ConnectorChanges {
  const { mutateAsync } = useChange((act: () => Promise<unknown>) => act());
  return {
    enable: (operationId, isEnabled) => mutateAsync(() => hostApi.enableAction(key, operationId, isEnabled)),
    setFaults: (faults) => mutateAsync(() => hostApi.setFaults(key, faults)),
    change: (settings) => mutateAsync(() => hostApi.changeConnector(key, settings)),
    reload: () => mutateAsync(() => hostApi.reloadConnector(key)),
    mend: async () => {
      let files: readonly MendedFile[] = [];
      await mutateAsync(async () => {
        ({ files } = await hostApi.mend(key));
      });
      return files;
    },
    remove: () => mutateAsync(() => hostApi.removeConnector(key)),
    signIn: async () => window.location.assign((await hostApi.signIn(key, seller)).url),
    signOut: () => mutateAsync(() => hostApi.signOut(key, seller)),
    pasteToken: (token) => mutateAsync(() => hostApi.pasteToken(key, seller, token)),
  };
}
