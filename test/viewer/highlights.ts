import { existsSync, globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import { readReportBytes } from '../../src/pdf/read-report-bytes.ts';
import { generateAccuracySet } from '../fixtures/accuracy-set.ts';
import { projectRoot } from '../host/places.ts';
import { stopOnSignal } from '../host/signals.ts';
import { buildTo } from './build-to.ts';
import { evidenceOf, type Cited } from './evidence-of.ts';
import { ViewerStand } from './viewer-stand.ts';

/** Public reports for measuring, beside the project where somebody keeps them. */
const CORPUS = resolve(projectRoot, '..', 'shared', 'corpus');
const CMAPS = new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url);
/** The share of passages that has to be marked exactly. */
const WANTED = 0.98;

interface Tally {
  exact: number;
  all: number;
}

/**
 * `npm run highlights [FOLDER]`: of all passages that values were read from, how many the viewer marks exactly. Every
 * passage is shown in the viewer, in a browser, and the words under the marks are read back from the page.
 */
export async function main(): Promise<number> {
  stopOnSignal();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, most: { type: 'string', default: '1000' } },
  });
  const scratch = await mkdtemp(join(tmpdir(), 'soc-highlights-'));
  try {
    const dist = join(scratch, 'dist');
    await buildTo(dist);
    const stand = await ViewerStand.open(dist);
    try {
      const results: boolean[] = [];
      const measure = async (folder: string, title: string): Promise<void> => {
        results.push(await measureFolder(stand, folder, title, Number(values.most)));
      };
      const [folder] = positionals;
      if (folder !== undefined) await measure(resolve(folder), folder);
      else {
        const generated = join(scratch, 'reports');
        await generateAccuracySet({ folder: generated, seed: values.seed });
        await measure(generated, `Generated documents, seed ${values.seed}`);
        if (existsSync(CORPUS)) await measure(CORPUS, 'Public documents');
      }
      return results.every(Boolean) ? 0 : 1;
    } finally {
      await stand.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function measureFolder(
  stand: ViewerStand,
  folder: string,
  title: string,
  most: number,
): Promise<boolean> {
  const files = globSync('**/*.{pdf,PDF}', { cwd: folder }).sort().slice(0, most);
  const tallies = new Map<string, Tally>();
  const missed: string[] = [];
  const bar = new SingleBar({ format: `${title} {bar} {value}/{total}`, stream: process.stderr });
  bar.start(files.length, 0);
  for (const file of files) {
    const path = join(folder, file);
    const reading = await readReportBytes(new Uint8Array(await readFile(path)), {
      depth: 'full',
      cMapFolder: CMAPS,
    });
    const evidence = evidenceOf(reading);
    if (evidence.length > 0) {
      for (const cited of await notExact(stand, path, evidence, tallies))
        missed.push(`${file}, page ${cited.page}, ${cited.of}: “${cited.quote}”`);
    }
    bar.increment();
  }
  bar.stop();
  print(title, tallies, missed);
  const { exact, all } = sum(tallies);
  return all === 0 || exact / all >= WANTED;
}

/** Shows every passage of a report. @returns those whose marked words are others. */
async function notExact(
  stand: ViewerStand,
  path: string,
  evidence: readonly Cited[],
  tallies: Map<string, Tally>,
): Promise<Cited[]> {
  const shown = await stand.show(path);
  const missed: Cited[] = [];
  try {
    // Page by page, so that each is painted once.
    for (const cited of [...evidence].sort((a, b) => a.page - b.page)) {
      const { highlight } = await shown.reveal(cited);
      const isExact = highlight === 'exact' && folded(await shown.markedWords()) === folded(cited.quote);
      const tally = tallies.get(cited.of) ?? { exact: 0, all: 0 };
      tallies.set(cited.of, { exact: tally.exact + (isExact ? 1 : 0), all: tally.all + 1 });
      if (!isExact) missed.push(cited);
    }
  } finally {
    await shown.close();
  }
  return missed;
}

/** What doesn't count between the text of a report and its words on the page: space, hyphens, kinds of marks. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[‘’‚‛]/gu, "'")
    .replaceAll(/[“”„]/gu, '"')
    .replaceAll(/[\s\p{Cc}\p{Cf}\uFFFD\-‐‑‒–—−]/gu, '');

const sum = (tallies: ReadonlyMap<string, Tally>): Tally =>
  [...tallies.values()].reduce((a, b) => ({ exact: a.exact + b.exact, all: a.all + b.all }), {
    exact: 0,
    all: 0,
  });

function print(title: string, tallies: ReadonlyMap<string, Tally>, missed: readonly string[]): void {
  const table = new Table({ head: [title, 'passages', 'marked exactly', '%'], style: { head: [] } });
  const row = (name: string, { exact, all }: Tally): string[] => [
    name,
    String(all),
    String(exact),
    all === 0 ? '' : ((100 * exact) / all).toFixed(1),
  ];
  for (const [name, tally] of tallies) table.push(row(name, tally));
  table.push(row('all', sum(tallies)));
  console.log(table.toString());
  for (const line of missed) console.log(`  ${line}`);
}
