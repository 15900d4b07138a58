import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import esbuild from 'esbuild';
import { pdfjsForText } from '../../src/pdf/bundled-pdfjs.ts';
import { PlainError } from '../host/plain-error.ts';
import { projectRoot } from '../host/places.ts';
import { compareIndexes, parseIndex, type Index } from './agreement.ts';
import { contenders, type Contender, type Contenders, type Place } from './contenders.ts';
import type { Scale } from './library-scale.ts';
import { median, runNode, type Run } from './measure.ts';
import type { Phases } from './reading-against-extraction.ts';

/** `npm run bench`: how fast, against what, on this machine, in one run. See README.md beside this file. */
export async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      count: { type: 'string', default: '60' },
      reports: { type: 'string' },
    },
  });
  const temporary = await mkdtemp(join(tmpdir(), 'soc-bench-'));
  try {
    const place = await prepare(temporary, values);
    const all = contenders(place);
    const runs = await measureAll(all, Number(values.rounds));
    const lastOf = (contender: Contender): Index => parseIndex(runs.get(contender)?.at(-1)?.output ?? '');
    const full = lastOf(all.fullReading);
    printSpeed(all, runs, full, place);
    printAgreement(lastOf(all.firstTree), full);
    await printPhases(full, place);
    await printScale(place);
    await printOthers(temporary);
    return 0;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function prepare(
  temporary: string,
  { count, reports }: { readonly count: string; readonly reports?: string | undefined },
): Promise<Place> {
  const dist = join(temporary, 'dist');
  say('Building.');
  await runNode([join(projectRoot, 'esbuild.mjs'), '--production', '--outdir', dist], {}, temporary);
  const folder = reports === undefined ? join(temporary, 'reports') : resolve(reports);
  if (reports === undefined) {
    say(`Generating ${count} reports.`);
    const generator = join(projectRoot, 'test', 'fixtures', 'generate.ts');
    await runNode([generator, 'bench', folder, '--count', count], {}, temporary);
  }
  const files = globSync('**/*.{pdf,PDF}', { cwd: folder }).map((file) => join(folder, file));
  if (files.length === 0) throw new PlainError(`There are no PDFs in ${folder}.`);
  return { dist, reports: folder, files, temporary };
}

/** Round by round, so that whatever else the machine does meets all contenders alike. */
async function measureAll(all: Contenders, rounds: number): Promise<Map<Contender, Run[]>> {
  const runs = new Map<Contender, Run[]>();
  const order = [all.firstTree, all.pdftotext, all.fullReading, all.pdfParse, all.warmTree];
  for (let round = 1; round <= rounds; round++) {
    for (const contender of order) {
      if (contender === null) continue;
      say(`Round ${round} of ${rounds}: ${contender.name}.`);
      runs.set(contender, [...(runs.get(contender) ?? []), await contender.run()]);
    }
  }
  return runs;
}

function printSpeed(all: Contenders, runs: Map<Contender, Run[]>, full: Index, place: Place): void {
  const pages = full.documents.reduce((sum, document) => sum + document.pages, 0);
  const seconds = (contender: Contender): number =>
    median((runs.get(contender) ?? []).map(({ milliseconds }) => milliseconds)) / 1000;
  const ratio = (contender: Contender, peer: Contender | null): string =>
    peer === null ? '–' : (seconds(contender) / seconds(peer)).toFixed(2);
  const table = new Table({
    head: ['', 'seconds', '× pdftotext', '× pdf-parse', 'peak MB', 'longest stall ms'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const contender of [all.firstTree, all.warmTree, all.fullReading, all.pdfParse, all.pdftotext]) {
    if (contender === null) continue;
    const peaks = (runs.get(contender) ?? []).flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
    const stalls = (runs.get(contender) ?? []).flatMap(({ stall }) => stall ?? []);
    table.push([
      contender.name,
      seconds(contender).toFixed(2),
      ratio(contender, all.pdftotext),
      ratio(contender, all.pdfParse),
      peaks.length === 0 ? '–' : Math.max(...peaks).toFixed(0),
      stalls.length === 0 ? '–' : median(stalls).toFixed(0),
    ]);
  }
  console.log(
    `\n${place.files.length} files, ${pages} pages, ${availableParallelism()} cores, medians of the rounds\n`,
  );
  console.log(table.toString());
  if (all.pdftotext === null)
    console.log('pdftotext is not installed (package poppler-utils), so it is left out.');
}

function printAgreement(first: Index, full: Index): void {
  const { total, differences } = compareIndexes(first, full);
  const agreed = total - differences.length;
  console.log(`\nFirst tree and full reading agree on ${agreed} of ${total} values.`);
  for (const difference of differences) console.log(`  differs: ${difference}`);
}

/** On the report whose length is nearest to a hundred pages, with pdf.js as it is shipped. */
async function printPhases(full: Index, { reports, temporary }: Place): Promise<void> {
  const [report] = [...full.documents].sort((a, b) => Math.abs(a.pages - 100) - Math.abs(b.pages - 100));
  if (report === undefined) return;
  const script = join(temporary, 'reading-against-extraction.mjs');
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'reading-against-extraction.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    plugins: [pdfjsForText],
  });
  const { output } = await runNode([script, join(reports, report.path), '5'], {}, temporary);
  const { pages, extraction, reading } = JSON.parse(output) as Phases;
  console.log(
    `\nA report of ${pages} pages: extraction ${extraction.toFixed(0)} ms, reading ${reading.toFixed(0)} ms ` +
      `(${(reading / extraction).toFixed(2)} of extraction).`,
  );
}

/** What needs no PDF is measured by scripts of its own, each of which prints a line. */
async function printOthers(temporary: string): Promise<void> {
  for (const script of ['standing.ts', 'review.ts']) {
    const { output } = await runNode([join(import.meta.dirname, script)], {}, temporary);
    console.log(`\n${output.trim()}`);
  }
}

/** Libraries of several sizes whose files have all been read before, each measured in a process of its own. */
async function printScale({ temporary }: Place): Promise<void> {
  const script = join(import.meta.dirname, 'library-scale.ts');
  console.log('');
  for (const count of [100, 1000, 5000]) {
    say(`A library of ${count} reports that were read before.`);
    await runNode([script, temporary, String(count), 'fill'], {}, temporary);
    const { output } = await runNode([script, temporary, String(count), 'measure'], {}, temporary);
    const { start, changedFile, heap, filesRead } = JSON.parse(output) as Scale;
    console.log(
      `${count} reports, nothing changed: ${start.toFixed(0)} ms until all verdicts are there, ${filesRead} files read, ` +
        `${heap.toFixed(0)} MB; then one changed file: ${changedFile.toFixed(1)} ms.`,
    );
  }
}

function say(what: string): void {
  console.error(what);
}
