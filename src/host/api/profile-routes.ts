import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import { checkBySchema } from '../configuration/check-by-schema.ts';
import { configurationSchema } from '../configuration/configuration-schema.ts';
import { type HostProfileSwitches, hostProfileSwitches, usualHostProfile } from '../world/host-profile-switches.ts';
import type { Served } from './served.ts';

/** What the host sends otherwise than usual. */
export function addProfileRoutes(app: FastifyInstance, { host }: Served): void {
  const view = () => ({ profile: host.profile(), switches: hostProfileSwitches });
  app.get('/api/profile', async () => view());
  app.put<{ Body: unknown }>('/api/profile', async ({ body }) => {
    const given = { hostProfile: body ?? {} };
    const [problem] = checkBySchema(given, configurationSchema);
    if (problem) throw new CodedError('INVALID_ARGUMENT', problem.message);
    host.useProfile({ ...usualHostProfile, ...(given.hostProfile as Partial<HostProfileSwitches>) });
    return view();
  });
}
