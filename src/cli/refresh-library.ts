import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { CheckedCache } from '../core/library/checked-cache.ts';
import { Library } from '../core/library/library.ts';
import type { LibraryPorts, ReportReader } from '../core/library/ports.ts';
import { patientFiles } from '../core/library/patient-files.ts';
import type { LibrarySnapshot } from '../core/library/snapshot.ts';
import { Interrupted } from './failures.ts';
import { FileCache, NO_CACHE } from './file-cache.ts';
import { NodeFiles } from './node-files.ts';
import { readPasswordFile } from './password-file.ts';
import { progressBar } from './progress.ts';
import type { LibraryChoices } from './read-library.ts';
import { sha256 } from './sha256.ts';
import type { Terminal } from './terminal.ts';

/** Where the library lies, and what it is read with. */
export interface LibraryPlace {
  /** Where the folder really is. */
  readonly folder: string;
  /** The library's own part of the cache. */
  readonly cache: string;
  readonly reader: ReportReader;
}

/**
 * Looks at every file of the folder, and reads what is new. Ctrl-C ends it: what was read by then is kept.
 *
 * @throws WrongUse when the password file can't be read, or Interrupted.
 */
export async function refreshLibrary(
  { folder, cache, reader }: LibraryPlace,
  choices: LibraryChoices,
  terminal: Terminal,
): Promise<LibrarySnapshot> {
  const { passwordFile } = choices;
  const passwords = passwordFile === undefined ? undefined : await readPasswordFile(passwordFile);
  const ports: LibraryPorts = {
    files: patientFiles(
      new NodeFiles(folder, { reviewFolder: choices.reviews, exclude: choices.exclude ?? [] }),
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
    return snapshot;
  } finally {
    progress.stop();
    process.removeListener('SIGINT', onInterrupt);
    library.dispose();
  }
}
