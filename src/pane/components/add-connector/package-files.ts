/** Files that were dropped or chosen, told apart: the texts of a package, mails, and what is left out. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

export interface PackageTexts {
  readonly definition: string;
  /** The name of the definition's file. */
  readonly name: string;
  readonly properties?: string;
  readonly actions?: string;
}

export interface SortedFiles {
  readonly texts?: PackageTexts;
  /** Texts of .eml files. */
  readonly mails: readonly string[];
  readonly leftOut: readonly string[];
  /** Why there is nothing to add. */
  readonly problem?: string;
}

const isText = (name: string) => /\.(json|ya?ml|eml)$/i.test(name);
const kindOf = (name: string) => {
  if (!isText(name) || /^(settings|package(-lock)?)\.json$/i.test(name)) return 'left-out';
  if (/\.eml$/i.test(name)) return 'mail';
  if (/apiproperties.*\.json$/i.test(name)) return 'properties';
  return /(^|[^a-z])actions\.json$/i.test(name) ? 'actions' : 'definition';
};

/** Tells files apart by their names. */
export function sortedFiles(files: readonly TextFile[]): SortedFiles {
  const of = (kind: ReturnType<typeof kindOf>) => files.filter(({ name }) => kindOf(name) === kind);
  const [definition, second] = of('definition');
  const mails = of('mail').map(({ text }) => text);
  const leftOut = of('left-out').map(({ name }) => name);
  const rest = { mails, leftOut };
  if (second) return { ...rest, problem: `${definition?.name} or ${second.name}? Give one definition at a time.` };
  if (!definition) {
    if (mails.length > 0) return rest;
    return { ...rest, problem: 'No definition is among these files: a .json, .yaml or .yml file is expected.' };
  }
  const [properties, actions] = [of('properties')[0], of('actions')[0]];
  return {
    ...rest,
    texts: {
      definition: definition.text,
      name: definition.name,
      ...(properties && { properties: properties.text }),
      ...(actions && { actions: actions.text }),
    },
  };
}

/** The files of a drop, also those directly in a folder; to be called while the event is handled. */
export async function filesOf(transfer: DataTransfer): Promise<TextFile[]> {
  const found = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry?.();
      if (entry?.isDirectory) return filesInFolder(entry as FileSystemDirectoryEntry);
      const file = item.getAsFile();
      return file ? [file] : [];
    });
  return textsOf((await Promise.all(found)).flat());
}

/** Reads the files that are texts; of the others the name alone. */
export function textsOf(files: Iterable<File>): Promise<TextFile[]> {
  return Promise.all(
    [...files].map(async (file) => ({ name: file.name, text: isText(file.name) ? await file.text() : '' })),
  );
}

async function filesInFolder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
    folder.createReader().readEntries(resolve, reject),
  );
  const files = entries.filter((entry): entry is FileSystemFileEntry => entry.isFile);
  return Promise.all(files.map((entry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))));
}
