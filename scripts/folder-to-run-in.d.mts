export function folderToRunIn(
  file: string,
  root: string,
  folders?: { readonly cwd?: string; readonly standing?: string },
): string;
