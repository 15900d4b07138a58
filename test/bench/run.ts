import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { pdfjsForText } from '../../src/pdf/pdfjs/bundled.ts';
import { PlainError } from '../host/plain-error.ts';
import { projectRoot } from '../host/places.ts';
import { compareIndexes, parseIndex, type Index } from './agreement.ts';
import { contenders, indexCold, type Contender, type Place } from './contenders.ts';
import { measureHost } from './host/measure-host.ts';
import type { Scale } from './library-scale.ts';
import { median, runNode } from './measure.ts';
import type { Phases } from './reading-against-extraction.ts';
import { tableOf } from './table.ts';
import { hostLines, memoryLine, scaleLines, speedLines, together, type Line, type Speed } from './targets.ts';

/** Public documents for measuring, beside the project where somebody keeps them. */
const CORPUS = resolve(projectRoot, '..', 'shared', 'corpus');
const GENERATOR = join(projectRoot, 'test', 'fixtures', 'generate.ts');
const LIBRARY_SIZES = [100, 1000, 5000];
const LONGEST_REPORT = 2000;

/** `npm run bench`: how fast, against what, on this machine, in one run. See README.md beside this file. */
export async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      count: { type: 'string', default: '60' },
      reports: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  const temporary = await mkdtemp(join(tmpdir(), 'soc-bench-'));
  try {
    const place = await prepare(temporary, values);
    const { speed, full } = await measureSpeed('', place, rounds);
    const lines = speedLines(speed);
    if (values.reports === undefined && existsSync(CORPUS)) {
      const corpus = { ...place, reports: CORPUS, files: pdfsIn(CORPUS) };
      const ofCorpus = await measureSpeed(', public documents', corpus, rounds);
      lines.push(...speedLines(ofCorpus.speed), ...speedLines(together(speed, ofCorpus.speed)));
    }
    lines.push(...scaleLines(await measureScales(temporary, rounds)));
    say('Indexing in an extension host.');
    lines.push(...hostLines(await measureHost(place.reports, temporary)));
    if (values.reports === undefined) lines.push(await measureMemory(place, rounds));
    const pages = full.documents.reduce((sum, document) => sum + document.pages, 0);
    console.log(
      `\n${place.files.length} files, ${pages} pages, ${availableParallelism()} cores, medians of ${rounds} rounds\n`,
    );
    console.log(tableOf(lines));
    await printPhases(full, place);
    await printOthers(temporary);
    return lines.some(({ holds }) => holds === false) ? 1 : 0;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const pdfsIn = (folder: string): string[] =>
  globSync('**/*.{pdf,PDF}', { cwd: folder }).map((file) => join(folder, file));

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
    await runNode([GENERATOR, 'bench', folder, '--count', count], {}, temporary);
  }
  const files = pdfsIn(folder);
  if (files.length === 0) throw new PlainError(`There are no PDFs in ${folder}.`);
  return { dist, reports: folder, files, temporary };
}

/** Round by round, so that whatever else the machine does meets all contenders alike. */
async function measureSpeed(
  set: string,
  place: Place,
  rounds: number,
): Promise<{ readonly speed: Speed; readonly full: Index }> {
  const { firstTree, fullReading, pdftotext, pdfParse, pdfParseFirstPages } = contenders(place);
  const times = new Map<Contender, number[]>();
  const outputs = new Map<Contender, string>();
  for (let round = 1; round <= rounds; round++) {
    for (const contender of [firstTree, pdftotext, pdfParseFirstPages, fullReading, pdfParse]) {
      // pdf-parse takes longer than all others together and is no target: once is enough.
      if (contender === null || (contender === pdfParse && round > 1)) continue;
      say(`Round ${round} of ${rounds}${set}: ${contender.name}.`);
      const { milliseconds, output } = await contender.run();
      times.set(contender, [...(times.get(contender) ?? []), milliseconds]);
      outputs.set(contender, output);
    }
  }
  const seconds = (contender: Contender): number => median(times.get(contender) ?? []) / 1000;
  const full = parseIndex(outputs.get(fullReading) ?? '');
  const { total, differences } = compareIndexes(parseIndex(outputs.get(firstTree) ?? ''), full);
  for (const difference of differences)
    console.log(`The full reading differs from the first tree: ${difference}`);
  const speed = {
    set,
    firstTree: seconds(firstTree),
    fullReading: seconds(fullReading),
    pdftotext: pdftotext === null ? null : seconds(pdftotext),
    pdfParse: seconds(pdfParse),
    pdfParseFirstPages: seconds(pdfParseFirstPages),
    agreement: { agreed: total - differences.length, total },
  };
  return { speed, full };
}

/**
 * When an extension is activated, the extension host has run for a while: its young generation had grown to 64 MB
 * where that was looked at. One that begins at 1 MB is collected again and again meanwhile.
 */
const AS_IN_A_HOST = ['--min-semi-space-size=16'];

/** Libraries of several sizes whose files have all been read before, each measured in processes of its own. */
async function measureScales(temporary: string, rounds: number): Promise<Scale[]> {
  const script = join(import.meta.dirname, 'library-scale.ts');
  const scales: Scale[] = [];
  for (const count of LIBRARY_SIZES) {
    say(`A library of ${count} reports that were read before.`);
    const runs: Scale[] = [];
    for (let round = 1; round <= rounds; round++) {
      const folder = join(temporary, `round-${round}`);
      await runNode([script, folder, String(count), 'fill'], {}, temporary);
      const args = [...AS_IN_A_HOST, '--expose-gc', script, folder, String(count), 'measure'];
      const { output } = await runNode(args, {}, temporary);
      runs.push(JSON.parse(output) as Scale);
    }
    scales.push({
      ...runs[0]!,
      start: median(runs.map(({ start }) => start)),
      changedFile: median(runs.map(({ changedFile }) => changedFile)),
      heap: median(runs.map(({ heap }) => heap)),
    });
  }
  return scales;
}

/** After everything else, since the long report joins the others. */
async function measureMemory(place: Place, rounds: number): Promise<Line> {
  say(`Generating a report of about ${LONGEST_REPORT} pages.`);
  const args = ['bench', place.reports, '--count', '0', '--longest', String(LONGEST_REPORT)];
  await runNode([GENERATOR, ...args], {}, place.temporary);
  const peaks: number[] = [];
  let longest = 0;
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds}: reading it among the others.`);
    const { output, peakMegabytes } = await indexCold(place, 'full');
    peaks.push(peakMegabytes);
    longest = Math.max(...parseIndex(output).documents.map(({ pages }) => pages));
  }
  return memoryLine(peaks, longest);
}

/** On the report whose length is nearest to a hundred pages, with pdf.js as it is shipped. */
async function printPhases(full: Index, { reports, temporary }: Place): Promise<void> {
  const [report] = [...full.documents].sort((a, b) => Math.abs(a.pages - 100) - Math.abs(b.pages - 100));
  if (report === undefined) return;
  const script = join(temporary, 'reading-against-extraction.mjs');
  await bundle('reading-against-extraction.ts', script);
  const { output } = await runNode([script, join(reports, report.path), '5'], {}, temporary);
  const { pages, extraction, reading } = JSON.parse(output) as Phases;
  console.log(
    `\nA report of ${pages} pages: extraction ${extraction.toFixed(0)} ms, reading ${reading.toFixed(0)} ms ` +
      `(${(reading / extraction).toFixed(2)} of extraction).`,
  );
}

/** As the program is shipped: in one file, minified, with its own pdf.js. */
async function bundle(script: string, outfile: string): Promise<void> {
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, script)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    plugins: [pdfjsForText],
  });
}

/** What needs no PDF is measured by scripts of its own, each of which prints a line. */
async function printOthers(temporary: string): Promise<void> {
  for (const script of ['standing.ts', 'review.ts']) {
    const { output } = await runNode([join(import.meta.dirname, script)], {}, temporary);
    console.log(`\n${output.trim()}`);
  }
}

function say(what: string): void {
  console.error(what);
}
