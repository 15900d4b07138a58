import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import { Command } from 'commander';
import type { PageText } from '../../src/core/report/page-text.ts';
import { readReport } from '../../src/core/report/read-report.ts';
import { emptyReading } from '../../src/core/report/reading.ts';
import { PdfPages } from '../../src/pdf/pdf-pages.ts';
import { generateAccuracySet } from '../fixtures/accuracy-set.ts';
import type { DocumentTruth } from '../fixtures/truth/truth.ts';
import { readByBaseline } from './baseline.ts';
import {
  expectedOfCorpus,
  expectedOfGenerated,
  FIELDS,
  LISTS,
  type CorpusTruth,
  type ExpectedDocument,
} from './expected.ts';
import { readByUs } from './readers.ts';
import { citation, f1, precision, recall, Scores } from './score.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Public reports and look-alikes for measuring, beside the project where somebody keeps them. */
const CORPUS = path.resolve(ROOT, '../shared/corpus');

interface Options {
  readonly seed: string;
  readonly misses: boolean;
}

const program = new Command('accuracy')
  .description('How much of what is printed the reader reads, on documents whose truth is known.')
  .argument(
    '[folder]',
    'a folder with PDFs and truth.json; without one, the public reports and a generated set',
  )
  .option('--seed <seed>', 'another seed generates other reports', '1')
  .option('--no-misses', 'leave out the list of what was missed')
  .action(async (folder: string | undefined, options: Options) => {
    if (folder !== undefined) {
      await measure(path.resolve(folder), folder, options);
      return;
    }
    if (existsSync(path.join(CORPUS, 'truth.json'))) await measure(CORPUS, 'public documents', options);
    const generated = await mkdtemp(path.join(tmpdir(), 'accuracy-'));
    try {
      await generateAccuracySet({ folder: generated, seed: options.seed });
      await measure(generated, `generated documents, seed ${options.seed}`, options);
    } finally {
      await rm(generated, { recursive: true, force: true });
    }
  });

/** Reads every document of a folder with both readers and prints how they did. */
async function measure(folder: string, title: string, { misses }: Options): Promise<void> {
  const truth = JSON.parse(await readFile(path.join(folder, 'truth.json'), 'utf8')) as (
    DocumentTruth | CorpusTruth
  )[];
  const documents = truth.map(expectedOf);
  const ours = new Scores();
  const baseline = new Scores();
  const bar = new SingleBar({ format: `${title} {bar} {value}/{total}`, stream: process.stderr });
  bar.start(documents.length, 0);
  for (const expected of documents) {
    const pages = await pagesOf(path.join(folder, expected.path));
    const reading =
      pages === undefined
        ? emptyReading('unreadable', null)
        : await readReport(
            { pageCount: pages.length, page: (number) => Promise.resolve(pageOf(pages, number)) },
            'full',
          );
    ours.add(expected, readByUs(reading));
    baseline.add(expected, readByBaseline(pages ?? []));
    bar.increment();
  }
  bar.stop();
  console.log(`\n${String(documents.length)} ${title}\n`);
  console.log(tableOf(ours, baseline));
  if (misses && ours.misses.length > 0)
    console.log(`\nMissed:\n${ours.misses.map((miss) => `  ${miss}`).join('\n')}`);
}

const expectedOf = (truth: DocumentTruth | CorpusTruth): ExpectedDocument =>
  'language' in truth ? expectedOfGenerated(truth) : expectedOfCorpus(truth);

/** The pages of a PDF; undefined when it can't be opened. */
async function pagesOf(file: string): Promise<readonly PageText[] | undefined> {
  const bytes = new Uint8Array(await readFile(file));
  try {
    return await PdfPages.with(bytes, { cMapFolder: null }, async (pdf) => {
      const pages: PageText[] = [];
      for (let number = 1; number <= pdf.pageCount; number++) pages.push(await pdf.page(number));
      return pages;
    });
  } catch {
    return undefined;
  }
}

function pageOf(pages: readonly PageText[], number: number): PageText {
  const page = pages[number - 1];
  if (page === undefined) throw new RangeError(`No page ${String(number)}`);
  return page;
}

const percent = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);

function tableOf(ours: Scores, baseline: Scores): string {
  const table = new Table({
    head: [
      'field',
      'right',
      'wrong',
      'absent',
      'read of printed',
      'right of given',
      'page right',
      'baseline',
    ],
    style: { head: [], border: [], compact: true },
  });
  for (const field of ['kind', ...FIELDS, ...LISTS]) {
    const score = ours.get(field);
    const isList = (LISTS as readonly string[]).includes(field);
    table.push([
      field,
      score.right,
      score.wrong,
      score.absent,
      isList ? `F1 ${percent(f1(score))}` : percent(recall(score)),
      percent(precision(score)),
      percent(citation(score)),
      isList ? `F1 ${percent(f1(baseline.get(field)))}` : percent(recall(baseline.get(field))),
    ]);
  }
  return table.toString();
}

await program.parseAsync();
