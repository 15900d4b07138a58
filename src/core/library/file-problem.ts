import { ENGLISH } from '../language/language.ts';

const NO_FOLDER_PERMISSION = ENGLISH.say(
  'No permission to open this folder: the PDFs in it are not listed. Get access to it or exclude it, then refresh.',
);
const FOLDER_GONE = ENGLISH.say('This folder is no longer there.');

/** Codes of Node's file system and of VS Code's, with what they mean to a person and what to do about it. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: ENGLISH.say('No permission to read the file. Give yourself read access to it, then refresh.'),
  EPERM: ENGLISH.say('No permission to read the file. Give yourself read access to it, then refresh.'),
  NoPermissions: ENGLISH.say(
    'No permission to read the file. Give yourself read access to it, then refresh.',
  ),
  EISDIR: ENGLISH.say('This is a folder, not a file. Rename it so that its name does not end in .pdf.'),
  FileIsADirectory: ENGLISH.say(
    'This is a folder, not a file. Rename it so that its name does not end in .pdf.',
  ),
  ELOOP: ENGLISH.say('The link leads back to itself. Replace it with the file, or remove it.'),
  EBUSY: ENGLISH.say('Another program holds the file. Close it there, then refresh.'),
  EMFILE: ENGLISH.say('Too many files are open. Close other programs, then refresh.'),
  EIO: ENGLISH.say('The disk reported an error. Copy the file from its source again.'),
  ERR_FS_FILE_TOO_LARGE: ENGLISH.say('The file is larger than 2 GB. Save a smaller copy of the report.'),
  ERR_STALLED: ENGLISH.say(
    'There was no answer in time. Check the connection to the drive that it lies on, then refresh.',
  ),
  ERR_NOT_A_FILE: ENGLISH.say(
    'This is no file but a device or a pipe. Rename it so that its name does not end in .pdf.',
  ),
  ERR_READER_MISSING: ENGLISH.say(
    'The program that reads PDFs is missing. Install SOC Review Tracker again.',
  ),
  Unavailable: ENGLISH.say('The file can’t be reached right now. Check the connection, then refresh.'),
};

/** What the same codes, and others, mean when it is a folder that can't be looked into. */
const FOLDER_REASONS: Readonly<Record<string, string>> = {
  EACCES: NO_FOLDER_PERMISSION,
  EPERM: NO_FOLDER_PERMISSION,
  NoPermissions: NO_FOLDER_PERMISSION,
  ENOENT: FOLDER_GONE,
  ENOTDIR: FOLDER_GONE,
  FileNotFound: FOLDER_GONE,
  FileNotADirectory: FOLDER_GONE,
  ERR_STALLED: ENGLISH.say(
    'This folder did not answer in time. Check the connection to the drive, then refresh.',
  ),
  Unavailable: ENGLISH.say('This folder can’t be reached now. Check the connection, then refresh.'),
};

const GONE: ReadonlySet<string | undefined> = new Set([
  'ENOENT',
  'ENOTDIR',
  'FileNotFound',
  'FileNotADirectory',
]);

/** What the system calls the error. The editor knows few of its codes by their names, and hands on words of it. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'Unknown';
  return code === 'Unknown' ? /\b(E[A-Z]{2,}): /.exec(error.message)?.[1] : code;
}

/** Why a file can't be read, and what to do, in a person's words. */
export function fileProblem(error: unknown): string {
  const known = REASONS[codeOf(error) ?? ''];
  if (known !== undefined) return known;
  const detail = error instanceof Error ? error.message : String(error);
  return ENGLISH.say('The file can’t be read ({0}). Check that it opens elsewhere, then refresh.', detail);
}

/** Why a folder can't be looked into, and what to do, in a person's words. */
export function folderProblem(error: unknown): string {
  const known = FOLDER_REASONS[codeOf(error) ?? ''];
  if (known !== undefined) return known;
  const detail = error instanceof Error ? error.message : String(error);
  return ENGLISH.say('This folder can’t be read: the PDFs in it are not listed ({0}).', detail);
}

/** True when a file or folder that was there a moment ago is there no more. */
export const isGone = (error: unknown): boolean => GONE.has(codeOf(error));

/** True when a link can't be followed because there is nothing at its end, or no end. */
export const leadsNowhere = (error: unknown): boolean => isGone(error) || codeOf(error) === 'ELOOP';

/** A device or a pipe: reading it may never end. */
export class NotAFile extends Error {
  override readonly name = 'NotAFile';
  /** What `fileProblem` knows it by. */
  readonly code = 'ERR_NOT_A_FILE';

  constructor() {
    super('It is no file but a device or a pipe.');
  }
}

export const NAME_IS_NO_TEXT = ENGLISH.say('The file’s name is not valid text. Rename the file.');

export const LINK_TO_NOWHERE = ENGLISH.say(
  'The link leads nowhere. Restore what it points to, or remove the link.',
);

export const LINK_TO_PARENT = ENGLISH.say(
  'A link to a folder that holds this one. It is not followed: open that folder to have all of it read.',
);

export const LINK_TO_UNKNOWN = ENGLISH.say(
  'A link to a folder. Links are not followed in this kind of workspace.',
);

/** Why a file isn't opened at all. @param limit in bytes */
export const tooLarge = (limit: number): string =>
  ENGLISH.say(
    'The file is larger than {0} MB and was not opened. Save a smaller copy of the report, or allow larger files.',
    Math.round(limit / 2 ** 20),
  );

export const STILL_CHANGING = ENGLISH.say(
  'The file was being written while it was read. Refresh when the copy or download has ended.',
);
