import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { onPath } from '../host/find-program.ts';
import { runEach, runNode, type NodeRun, type Run } from './measure.ts';

export interface Contender {
  readonly name: string;
  readonly run: () => Promise<Run>;
}

export interface Contenders {
  readonly firstTree: Contender;
  readonly fullReading: Contender;
  /** Null where poppler isn't installed. */
  readonly pdftotext: Contender | null;
  /** Every page. */
  readonly pdfParse: Contender;
  /** The least that a program on pdf-parse can do: the first page of each file. */
  readonly pdfParseFirstPages: Contender;
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

/** Reads the reports of a place in a new process that finds nothing kept from before. */
export async function indexCold(
  { dist, reports, temporary }: Place,
  depth: 'facts' | 'full',
): Promise<NodeRun> {
  const caches = join(temporary, 'caches');
  await rm(caches, { recursive: true, force: true });
  // The places in which Linux, Windows and macOS keep caches.
  const env = { XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches };
  const args = [join(dist, 'cli.js'), 'index', reports, '--depth', depth, '--format', 'json'];
  return await runNode(args, env, temporary);
}

/** Everything that is measured against each other, each in new processes, over the same files. */
export function contenders(place: Place): Contenders {
  const { files, temporary } = place;
  const pdftotext = onPath(['pdftotext']).find((path) => existsSync(path));
  const pdfParse = (pages: 'all' | 'first') => (): Promise<Run> =>
    runNode([join(import.meta.dirname, 'pdf-parse-pages.ts'), pages, ...files], {}, temporary);
  return {
    firstTree: { name: 'first tree', run: () => indexCold(place, 'facts') },
    fullReading: { name: 'full reading', run: () => indexCold(place, 'full') },
    pdftotext:
      pdftotext === undefined
        ? null
        : {
            name: 'pdftotext',
            run: () =>
              runEach(
                pdftotext,
                files.map((file) => [file, devNull]),
              ),
          },
    pdfParse: { name: 'pdf-parse', run: pdfParse('all') },
    pdfParseFirstPages: { name: 'pdf-parse, first pages', run: pdfParse('first') },
  };
}
