import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyReading } from '../../../src/core/report/reading.ts';
import { knownAboutReport } from '../../../src/extension/report-editor/known-about-report.ts';

const fact = (page: number, printedPage: string | null) => ({
  value: 'Harbour Lane Data Centers',
  certainty: 'certain' as const,
  page,
  printedPage,
  quote: 'Harbour Lane Data Centers',
});

describe('what the viewer is told about a report', () => {
  it('has the printed number of each page that a value was read from', () => {
    const reading = {
      ...emptyReading('soc2', null, 5),
      vendor: fact(3, '1'),
      auditor: fact(5, 'iii'),
      system: fact(1, null),
    };
    assert.deepEqual(knownAboutReport(reading).printedPages, [null, null, '1', null, 'iii']);
  });

  it('names sections by their headings, and those without one by their kind', () => {
    const reading = {
      ...emptyReading('soc2', null, 5),
      sections: [
        { kind: 'cover' as const, title: '', firstPage: 1, lastPage: 1 },
        { kind: 'assertion' as const, title: 'Section I – Assertion', firstPage: 2, lastPage: 5 },
      ],
    };
    assert.deepEqual(knownAboutReport(reading).sections, [
      { title: 'Cover', page: 1 },
      { title: 'Section I – Assertion', page: 2 },
    ]);
  });
});
