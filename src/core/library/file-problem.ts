import { ENGLISH } from '../language/language.ts';

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
  ERR_READER_MISSING: ENGLISH.say(
    'The program that reads PDFs is missing. Install SOC Review Tracker again.',
  ),
  Unavailable: ENGLISH.say('The file can’t be reached right now. Check the connection, then refresh.'),
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Why a file can't be read, and what to do, in a person's words. */
export function fileProblem(error: unknown): string {
  const known = REASONS[codeOf(error) ?? ''];
  if (known !== undefined) return known;
  const detail = error instanceof Error ? error.message : String(error);
  return ENGLISH.say('The file can’t be read ({0}). Check that it opens elsewhere, then refresh.', detail);
}

/** Why a file isn't opened at all. @param limit in bytes */
export const tooLarge = (limit: number): string =>
  ENGLISH.say(
    'The file is larger than {0} MB and was not opened. Save a smaller copy of the report, or allow larger files.',
    Math.round(limit / 2 ** 20),
  );

export const STILL_CHANGING = ENGLISH.say(
  'The file was being written while it was read. Refresh when the copy or download has ended.',
);
