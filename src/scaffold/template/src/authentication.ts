/** Nobody signs in yet (TODO). That is for your own machine: the service refuses to listen anywhere else. */
import { authenticationOff } from 'saleskit/connector';

/** The tenant of the example data. */
export const authentication = authenticationOff('50000000-0000-4000-8000-00000000c0c0');
