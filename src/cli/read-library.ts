import { createHash } from 'node:crypto';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { CheckedCache } from '../core/library/checked-cache.ts';
import { Library } from '../core/library/library.ts';
import type { Hasher, LibraryPorts } from '../core/library/ports.ts';
import { patientFiles } from '../core/library/patient-files.ts';
import type { LibrarySnapshot } from '../core/library/snapshot.ts';
import type { ReadingDepth } from '../core/report/read-report.ts';
import type { ReadingLimits } from '../pdf/reading-limits.ts';
import { ReportReaderPool } from '../pdf/report-reader-pool.ts';
import { Interrupted } from './failures.ts';
import { cacheRoot, libraryCache, tidyCache } from './cache-folders.ts';
import { FileCache, NO_CACHE } from './file-cache.ts';
import { existingFolder } from './folder.ts';
import { NodeFiles } from './node-files.ts';
import { readPasswordFile } from './password-file.ts';
import { progressBar } from './progress.ts';
import { plain, write, type Terminal } from './terminal.ts';

/** The options that all commands share. */
export interface LibraryChoices {
  readonly depth: ReadingDepth;
  readonly cache: boolean;
  readonly register: string;
  readonly reviews: string;
  readonly exclude?: readonly string[];
  readonly passwordFile?: string | undefined;
  /** Seconds. */
  readonly timeLimit: number;
  /** MB. */
  readonly memoryLimit: number;
  /** MB. */
  readonly sizeLimit: number;
}

const sha256: Hasher = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

/** The bundled worker lies above the folder of the command line's parts, of which this is one. */
const WORKER = new URL('../pdf-worker.mjs', import.meta.url);

/**
 * Reads the library of a folder. Ctrl-C ends it: what was read by then is kept in the cache.
 *
 * @throws WrongUse, Failure or Interrupted, to be shown to the user.
 */
export async function readLibrary(
  named: string,
  choices: LibraryChoices,
  terminal: Terminal,
): Promise<LibrarySnapshot> {
  const folder = await existingFolder(named);
  const { passwordFile } = choices;
  const passwords = passwordFile === undefined ? undefined : await readPasswordFile(passwordFile);
  const caches = cacheRoot(terminal.env);
  const cache = libraryCache(caches, folder.real);
  const reader = new ReportReaderPool({ workerScript: WORKER, ...limitsOf(choices) });
  const ports: LibraryPorts = {
    files: patientFiles(
      new NodeFiles(folder.real, { reviewFolder: choices.reviews, exclude: choices.exclude ?? [] }),
      globalThis,
    ),
    reader,
    cache: choices.cache ? new CheckedCache(new FileCache(cache), sha256) : NO_CACHE,
    hash: sha256,
    today: () => localCalendarDate(new Date()),
    ...(passwords === undefined ? {} : { passwords }),
  };
  const library = new Library(ports, {
    registerPath: choices.register,
    reviewFolder: choices.reviews,
    depth: choices.depth,
  });
  const progress = progressBar(terminal);
  const interrupt = new AbortController();
  const onInterrupt = (): void => {
    interrupt.abort();
  };
  process.once('SIGINT', onInterrupt);
  try {
    const snapshot = await library.refresh({
      signal: interrupt.signal,
      onProgress: (done, total) => {
        progress.update(done, total);
      },
    });
    if (interrupt.signal.aborted) throw new Interrupted('Stopped. What was read is kept for the next run.');
    progress.stop();
    if (choices.cache) await tidyCache(caches, cache, Date.now());
    await warn(snapshot, named, choices, terminal);
    return snapshot;
  } finally {
    progress.stop();
    process.removeListener('SIGINT', onInterrupt);
    library.dispose();
    await reader.dispose();
  }
}

const limitsOf = ({ timeLimit, memoryLimit, sizeLimit }: LibraryChoices): ReadingLimits => ({
  fileTimeLimit: timeLimit * 1000,
  fileMemoryLimit: memoryLimit,
  fileSizeLimit: sizeLimit,
});

/** What is wrong with the folder as a whole, on standard error: the result stays what was asked for. */
async function warn(
  { documents, register, reviews }: LibrarySnapshot,
  named: string,
  choices: LibraryChoices,
  { err }: Terminal,
): Promise<void> {
  const lines = documents.length === 0 ? [`No PDF files below ${named}.`] : [];
  const problems = [
    ...register.problems.map((problem) => ({ path: choices.register, ...problem })),
    ...reviews.flatMap(({ path, problems }) => problems.map((problem) => ({ path, ...problem }))),
  ];
  for (const { path, line, column, severity, message } of problems) {
    lines.push(`${path}:${String(line)}:${String(column)}: ${severity}: ${message}`);
  }
  if (lines.length > 0) await write(err, `${lines.map(plain).join('\n')}\n`);
}
