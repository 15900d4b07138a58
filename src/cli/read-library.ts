import type { LibrarySnapshot } from '../core/library/snapshot.ts';
import type { ReadingDepth } from '../core/report/read-report.ts';
import type { ReadingLimits } from '../pdf/reading-limits.ts';
import { ReportReaderPool } from '../pdf/report-reader-pool.ts';
import { cacheRoot, libraryCache, tidyCache } from './cache-folders.ts';
import { existingFolder, exists } from './folder.ts';
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
  const { real: folder } = await existingFolder(named);
  const caches = cacheRoot(terminal.env);
  const cache = libraryCache(caches, folder);
  const reader = new ReportReaderPool({ workerScript: WORKER, ...limitsOf(choices) });
  try {
    // Whatever is there will have to be read: the first thread loads while this one loads what follows.
    if (!choices.cache || !(await exists(cache))) reader.prepare();
    const { refreshLibrary } = await import('./refresh-library.ts');
    const snapshot = await refreshLibrary({ folder, cache, reader }, choices, terminal);
    if (choices.cache) await tidyCache(caches, cache, Date.now());
    await warn(snapshot, named, choices, terminal);
    return snapshot;
  } finally {
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
