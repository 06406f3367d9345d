/** The extensions by which another operation answers the values or the shape of a parameter or schema. */

/** What the names of all of them begin with. */
export const dynamicPrefix = 'x-ms-dynamic-';

export const dynamicExtensions = [
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
  'x-ms-dynamic-tree',
] as const;
export type DynamicExtension = (typeof dynamicExtensions)[number];
