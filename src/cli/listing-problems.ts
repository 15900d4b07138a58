import { fileProblem } from '../core/library/file-problem.ts';

const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.some((code) => code === error.code);

/** True when a file or folder that was there a moment ago is there no more. */
export const isGone = (error: unknown): boolean => hasCode(error, ['ENOENT', 'ENOTDIR']);

export const NOT_A_FILE =
  'This is no file but a device or a pipe. Rename it so that its name does not end in .pdf.';

export const LINK_TO_PARENT =
  'A link to a folder that holds this one. It is not followed: name that folder to have all of it read.';

/** Why a file that stands in its folder can't be listed; undefined when it is gone. */
export function whyFileNotListed(path: string, error: unknown): string | undefined {
  if (!isGone(error)) return fileProblem(error);
  // Such a name reads as one with replacement characters, and nothing has that name.
  return path.includes('\uFFFD') ? 'The file’s name is not valid text. Rename the file.' : undefined;
}

export const whyFolderNotListed = (error: unknown): string =>
  hasCode(error, ['EACCES', 'EPERM'])
    ? 'No permission to open this folder: the PDFs in it are not listed. Give yourself access, then run again.'
    : `This folder can’t be opened: the PDFs in it are not listed. ${fileProblem(error)}`;

export const whyLinkNotFollowed = (error: unknown): string =>
  isGone(error)
    ? 'The link leads nowhere. Restore the file that it points to, or remove the link.'
    : fileProblem(error);
