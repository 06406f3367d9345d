/** Why a configuration that is a module cannot be loaded, in words, with what to do about it. */
export function loadFailure(file: string, error: Error & { readonly code?: string }): string {
  const { code = '', message, stack = '' } = error;
  const place = placeIn(stack, file);
  const hint = hints.find(([found]) => found.test(`${code} ${message}`))?.[1];
  return [`${place} cannot be loaded: ${firstLine(message)}`.replace(/[.\s]*$/, '.'), hint].filter(Boolean).join(' ');
}

const plain = 'write a plain `export default { … }` without imports, or use saleskit.config.json';

/** What to do, by the code and message of the error. */
const hints: readonly (readonly [RegExp, string])[] = [
  [
    /ERR_MODULE_NOT_FOUND.*'saleskit'|ERR_PACKAGE_PATH_NOT_EXPORTED.*saleskit/s,
    `The package saleskit is not installed where this file is, so ${plain}.`,
  ],
  [/ERR_MODULE_NOT_FOUND/, `See that it is installed beside this file, with the extension in its name; or ${plain}.`],
  [
    /ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX|ERR_INVALID_TYPESCRIPT_SYNTAX|ERR_NO_TYPESCRIPT/,
    `Node reads TypeScript by leaving the types out, so enums, namespaces and parameter properties cannot stand here: ${plain}.`,
  ],
  [/ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING/, `Node reads no TypeScript below node_modules: ${plain}.`],
  [
    /require is not defined|module is not defined|ERR_REQUIRE/,
    'The file is an ES module: use import and export default.',
  ],
];

/** "file:line" of a syntax error, where its stack tells; else the file. */
function placeIn(stack: string, file: string): string {
  const line = /^(?:file:\/\/)?\/?[^\n]*?:(\d+)\n/.exec(stack)?.[1];
  return line === undefined ? file : `${file}:${line}`;
}

function firstLine(message: string): string {
  return message.trim().split('\n', 1)[0] ?? '';
}
