import { rm } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { onPath } from '../host/find-program.ts';
import { runEach, runNode, type Run } from './measure.ts';

export interface Contender {
  readonly name: string;
  readonly run: () => Promise<Run>;
}

export interface Contenders {
  readonly firstTree: Contender;
  readonly warmTree: Contender;
  readonly fullReading: Contender;
  readonly pdfParse: Contender;
  /** Null where poppler isn't installed. */
  readonly pdftotext: Contender | null;
}

export interface Place {
  /** The bundled program. */
  readonly dist: string;
  /** The folder with the reports. */
  readonly reports: string;
  /** All PDFs in it. */
  readonly files: readonly string[];
  readonly temporary: string;
}

/** Everything that is measured, each in new processes, over the same files. */
export function contenders({ dist, reports, files, temporary }: Place): Contenders {
  const cli = join(dist, 'cli.js');
  const caches = join(temporary, 'caches');
  // The places in which Linux, Windows and macOS keep caches.
  const env = { XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches };
  const index = (...options: string[]) =>
    runNode([cli, 'index', reports, '--format', 'json', ...options], env, temporary);
  const pdftotext = onPath(['pdftotext']).find((path) => existsSync(path));
  return {
    firstTree: {
      name: 'First tree, cold (facts, no cache)',
      run: () => index('--depth', 'facts', '--no-cache'),
    },
    warmTree: {
      name: 'First tree, warm (nothing changed)',
      run: async () => {
        await index('--depth', 'facts');
        return index('--depth', 'facts');
      },
    },
    fullReading: {
      name: 'Full reading, cold (every page and field)',
      run: async () => {
        await rm(caches, { recursive: true, force: true });
        return index('--depth', 'full', '--no-cache');
      },
    },
    pdfParse: {
      name: 'pdf-parse, every page, one thread',
      run: () => runNode([join(import.meta.dirname, 'pdf-parse-all-pages.ts'), ...files], {}, temporary),
    },
    pdftotext:
      pdftotext === undefined
        ? null
        : {
            name: 'pdftotext, every page, one process per file',
            run: () =>
              runEach(
                pdftotext,
                files.map((file) => [file, devNull]),
              ),
          },
  };
}
