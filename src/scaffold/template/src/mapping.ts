/** What answers out of your API, where API_URL names it: written by `saleskit new --from`. */
import type { Handlers } from 'saleskit/connector';

export const mapping: Handlers = {};
