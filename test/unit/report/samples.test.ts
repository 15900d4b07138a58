import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReport } from '../../../src/core/report/read-report.ts';
import { pagesFromText } from './pages-from-text.ts';
import { saidBy, type Expected, type SampleReport } from './samples/expectation.ts';
import { OTHER_DOCUMENTS } from './samples/other-documents.ts';
import { PUBLIC_REPORTS } from './samples/public-sector.ts';
import { SOC1_REPORTS } from './samples/soc1-reports.ts';
import { SOC2_REPORTS } from './samples/soc2-reports.ts';
import { TRAPS } from './samples/traps.ts';

/** Of what was read, the fields that a sample speaks of. */
function compared(read: Required<Expected>, says: Expected): Partial<Expected> {
  return Object.fromEntries(Object.entries(read).filter(([field]) => field in says));
}

for (const [title, samples] of Object.entries({
  'SOC 2 reports': SOC2_REPORTS,
  'SOC 1 reports': SOC1_REPORTS,
  'published reports': PUBLIC_REPORTS,
  'other documents': OTHER_DOCUMENTS,
  traps: TRAPS,
}))
  describe(`samples of ${title}`, () => {
    for (const { name, pages, says } of samples satisfies readonly SampleReport[])
      it(name, async () => {
        const texts = pagesFromText(...pages);
        const source = {
          pageCount: texts.length,
          page: (number: number) => Promise.resolve(texts[number - 1]!),
        };
        const read = saidBy(await readReport(source, 'full'));
        assert.deepEqual(compared(read, says), says);
      });
  });
