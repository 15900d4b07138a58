import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DocumentReading } from '../report/reading.ts';
import type { ReadingDepth } from '../report/read-report.ts';

/** Says that the one who asked no longer needs the answer. `AbortSignal` is one. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A file of the library. Paths are relative to its root, with forward slashes. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970; only compared for equality. */
  readonly modified: number;
}

/** A PDF that was found and can't even be listed properly: a broken link, a folder without permission. */
export interface UnlistedFile {
  readonly path: string;
  readonly reason: string;
}

export interface FileListing {
  /** Every PDF below the root that no exclude rule leaves out, in path order. */
  readonly pdfs: readonly FileEntry[];
  /** Every Markdown file below the review folder, in path order. */
  readonly reviews: readonly FileEntry[];
  readonly unlisted: readonly UnlistedFile[];
}

/** The user's files. */
export interface LibraryFiles {
  list(signal: CancelSignal): Promise<FileListing>;
  /** The file's state now; undefined when there is no such file. */
  stat(path: string): Promise<FileEntry | undefined>;
  /** Rejects when the file can't be read. */
  readBytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The text of a file in UTF-8; undefined when there is no such file. Rejects when it can't be read. */
  readText(path: string): Promise<string | undefined>;
}

/** Reads reports, off the caller's thread. Never rejects for a bad file: that is a reading of kind `unreadable`. */
export interface ReportReader {
  /**
   * Takes the bytes away from the caller. Rejects when `signal` aborts or the reader is closed, and when no file
   * could be read at all: nothing of that is worth keeping.
   */
  read(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions): Promise<DocumentReading>;
  /** How many reports it reads at the same time; 1 when it doesn't say. */
  readonly threads?: number;
  /** The largest file that it is to be given, in bytes; any when it doesn't say. */
  readonly largestFile?: number;
  /** Names its limits, by which a file that is unreadable under some may be readable under others. */
  readonly limits?: string;
}

export interface ReadOptions {
  readonly depth: ReadingDepth;
  readonly password?: string;
  readonly signal?: CancelSignal;
}

/** Somewhere to keep derived data. Losing all of it costs time only. */
export interface CacheStore {
  /** What was put, to the last byte; undefined when there is none, when it can't be read or when it has changed since. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Appears whole or not at all. A store that can't write forgets silently. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  clear(): Promise<void>;
}

/** SHA-256 in lower-case hexadecimal. */
export type Hasher = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** The password that the user gave for a file; undefined when there is none. Never kept by the library. */
export type Passwords = (path: string) => Promise<string | undefined>;

export interface LibraryPorts {
  readonly files: LibraryFiles;
  readonly reader: ReportReader;
  readonly cache: CacheStore;
  readonly hash: Hasher;
  readonly passwords?: Passwords;
  /** The paths of files that somebody waits for: they are read before the others. */
  readonly urgent?: () => ReadonlySet<string>;
  /** Which day it is. Without it, no review is taken for one that is dated in the future. */
  readonly today?: () => CalendarDate;
}
