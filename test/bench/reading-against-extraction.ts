// Prints how long it takes to extract the pages of one report, and how long to read the report from those pages.
// Usage: node reading-against-extraction.ts FILE ROUNDS
import { readFile } from 'node:fs/promises';
import type { PageText } from '../../src/core/report/page-text.ts';
import { readReport } from '../../src/core/report/read-report.ts';
import { PdfPages } from '../../src/pdf/pdf-pages.ts';
import { median } from './measure.ts';

/** Milliseconds, each the median of its rounds. */
export interface Phases {
  readonly pages: number;
  readonly extraction: number;
  readonly reading: number;
}

const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
};

const extract = (bytes: Uint8Array<ArrayBuffer>): Promise<PageText[]> =>
  PdfPages.with(bytes, { cMapFolder: null }, async (source) => {
    const pages: PageText[] = [];
    for (let number = 1; number <= source.pageCount; number++) pages.push(await source.page(number));
    return pages;
  });

const [file = '', rounds = '5'] = process.argv.slice(2);
const extraction: number[] = [];
const reading: number[] = [];
let pageCount = 0;
for (let round = 0; round < Number(rounds); round++) {
  const bytes = new Uint8Array(await readFile(file));
  const [extracted, pages] = await timed(() => extract(bytes));
  const source = { pageCount: pages.length, page: (number: number) => Promise.resolve(pages[number - 1]!) };
  const [read] = await timed(() => readReport(source, 'full'));
  extraction.push(extracted);
  reading.push(read);
  pageCount = pages.length;
}
const phases: Phases = { pages: pageCount, extraction: median(extraction), reading: median(reading) };
console.log(JSON.stringify(phases));
