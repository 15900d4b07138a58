import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyReading } from '../../../src/core/report/reading.ts';
import { knownAboutReport } from '../../../src/extension/report-editor/known-about-report.ts';

describe('what the viewer is told about a report', () => {
  it('has the number printed on each page', () => {
    const printedPages = [null, null, '1', '2', 'iii'];
    const reading = { ...emptyReading('soc2', null, 5), printedPages };
    assert.deepEqual(
      knownAboutReport({ path: 'report.pdf', sha256: '', bytes: 1, reading }).printedPages,
      printedPages,
    );
  });

  it('names sections by their headings, and those without one by their kind', () => {
    const reading = {
      ...emptyReading('soc2', null, 5),
      sections: [
        { kind: 'cover' as const, title: '', firstPage: 1, lastPage: 1 },
        { kind: 'assertion' as const, title: 'Section I – Assertion', firstPage: 2, lastPage: 5 },
      ],
    };
    assert.deepEqual(knownAboutReport({ path: 'report.pdf', sha256: '', bytes: 1, reading }).sections, [
      { title: 'Cover', page: 1 },
      { title: 'Section I – Assertion', page: 2 },
    ]);
  });
});
