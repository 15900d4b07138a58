import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { LibraryDocument } from '../../../src/core/library/snapshot.ts';
import { withDecidedEntries } from '../../../src/core/register/corrected-entries.ts';
import { setReviewFields } from '../../../src/core/review/edit-review.ts';
import { readReviewTables } from '../../../src/core/review/review-tables.ts';
import { refreshReview } from '../../../src/core/summary/generated-sections.ts';
import type { BodySources } from '../../../src/core/summary/review-body.ts';
import { draftReview } from '../../../src/core/summary/review-summary.ts';
import { day, fact } from '../standing/samples.ts';
import { clean, LIBRARY, manyExceptions, vendor } from './golden-reports.ts';

const TODAY = day('2026-11-21');
const PATH = 'reviews/northlake/x.md';

const draftOf = (document: LibraryDocument): string =>
  draftReview({
    dossier: vendor,
    document,
    library: LIBRARY,
    reviewFolder: 'reviews',
    reviewer: 'Dana Petit',
    today: TODAY,
  }).text;

const sourcesOf = (document: LibraryDocument): BodySources => ({
  base: { folder: 'reviews/northlake' },
  dossier: { ...vendor, reports: vendor.reports.map((one) => (one.path === document.path ? document : one)) },
  document,
  library: LIBRARY,
  reviewer: 'Dana Petit',
  confirmed: {},
  today: TODAY,
  previous: undefined,
});

const refresh = (text: string, document: LibraryDocument) => refreshReview(PATH, text, sourcesOf(document));

/** The same report, read better: another auditor, and a user control less. */
const readAgain: LibraryDocument = {
  ...clean,
  reading: {
    ...clean.reading,
    auditor: fact('Crane Hollis & Co., P.C.', 6),
    userControls: clean.reading.userControls.slice(0, 2),
  },
};

describe('refreshing the facts of a draft', () => {
  it('changes nothing where nothing has changed', () => {
    for (const document of [clean, manyExceptions]) {
      const text = draftOf(document);
      assert.deepEqual(refresh(text, document), { text, refreshed: [], kept: [] });
    }
  });

  it('takes corrected words into the row that a person has filled in, and says whose they are', () => {
    const filled = draftOf(clean).replace(/^(\| CUEC-2 .*) \| \| \| \|$/m, '$1 | HR-7 | Lee | mapped |');
    const [kept, wrong, missing] = clean.reading.userControls;
    assert.ok(kept !== undefined && wrong !== undefined && missing !== undefined);
    const says = { number: 'CUEC-2', text: 'User entities notify Northlake of leavers within a week.' };
    const decided = { by: 'Dana Petit', on: TODAY, quote: null, list: 'userControls', page: 31 } as const;
    const read = { number: 'CUEC-2', text: wrong.text };
    const absent = { number: null, text: missing.text };
    const reading = withDecidedEntries(clean.reading, [
      {
        facts: {},
        entries: [
          { ...decided, is: 'corrected', read, says },
          { ...decided, is: 'absent', page: 32, read: absent, says: absent },
        ],
      },
    ]);
    const { text, refreshed, kept: left } = refresh(filled, { ...clean, reading });
    assert.deepEqual([refreshed, left], [['Complementary user entity controls'], []]);
    assert.match(
      text,
      /^\| CUEC-2 +\| User entities notify Northlake of leavers within a week\. +\| \[page 31\]\(.*\), corrected by Dana Petit +\| HR-7 +\| Lee +\| mapped +\|$/m,
    );
    assert.match(
      text,
      /Read by the program, and not in the report as a person found:\n\n- User entities review .*, \[page 32\]\(.*\), says Dana Petit$/m,
    );
    assert.match(text, new RegExp(`^\\| CUEC-1 +\\| ${kept.text} +\\| \\[page 31\\]\\([^|]*\\) +\\| `, 'm'));
  });

  it('brings a section up to date and keeps what people filled in', () => {
    const text = draftOf(clean)
      .replace(
        /^(\| CUEC-1 .*) \| \| \| \|$/m,
        '$1 | **AC-3**, see [ours](https://wiki.example) | Dana | mapped |',
      )
      .replace('## Conclusion\n', '## Conclusion\n\nOur own words.\n');
    const { text: next, refreshed, kept } = refresh(text, readAgain);
    assert.deepEqual(refreshed, ['At a glance', 'Complementary user entity controls']);
    assert.deepEqual(kept, []);
    assert.match(next, /\| Service auditor \| Crane Hollis & Co\., P\.C\. \|/);
    assert.match(next, /\| \*\*AC-3\*\*, see \[ours\]\(https:\/\/wiki\.example\) \| Dana \| mapped \|/);
    assert.match(next, /Our own words\./);
    assert.equal(readReviewTables(next).userControls.length, 2);
    assert.deepEqual(refresh(next, readAgain), { text: next, refreshed: [], kept: [] }, 'once is enough');
  });

  it('leaves a section alone in which a person has edited what the program wrote', () => {
    const text = draftOf(clean).replace('| Baker & Finch LLP |', '| Baker & Finch LLP (Boston) |');
    const { text: next, refreshed, kept } = refresh(text, readAgain);
    assert.deepEqual(refreshed, ['Complementary user entity controls']);
    assert.deepEqual(kept, ['At a glance']);
    assert.match(next, /Finch LLP \(Boston\)/);
  });

  it('leaves a section alone where a row that a person filled in would go', () => {
    const text = draftOf(clean).replace(/^(\| 3 .*) \| \| \| \|$/m, '$1 | AC-9 | Lee | mapped |');
    const { text: next, kept } = refresh(text, readAgain);
    assert.deepEqual(kept, ['Complementary user entity controls']);
    assert.match(next, /\| AC-9 \| Lee \| mapped \|/);
  });

  it('shows what has been confirmed, and keeps what a person wrote there', () => {
    const written = draftOf(clean).replace(/^(\| System .*) \| not yet \|$/m, '$1 | yes, Dana |');
    const text = setReviewFields(written, {
      confirmed: { auditor: 'corrected "Baker, Finch"', period: 'extracted' },
    });
    const { text: next } = refresh(text, clean);
    assert.match(next, /^\| Service auditor .* \| corrected: Baker, Finch \|$/m);
    assert.match(next, /^\| Period .* \| yes \|$/m);
    assert.match(next, /^\| System .* \| yes, Dana \|$/m);
    assert.match(next, /^\| Opinion .* \| not yet \|$/m);
  });

  it('keeps the line ends', () => {
    const text = draftOf(clean).replaceAll('\n', '\r\n');
    const { text: next, refreshed } = refresh(text, readAgain);
    assert.equal(refreshed.length, 2);
    assert.ok(!/[^\r]\n/.test(next));
  });

  it('refuses a completed review and one in an unfinished merge', () => {
    const completed = setReviewFields(draftOf(clean), { reviewed: '2026-11-20', conclusion: 'acceptable' });
    assert.throws(() => refresh(completed, readAgain), /completed review is not changed/);
    const conflict = draftOf(clean).replace(
      'reviewer: Dana Petit\n',
      '<<<<<<< HEAD\nreviewer: Dana Petit\n=======\nreviewer: Lee Moran\n>>>>>>> other\n',
    );
    assert.throws(() => refresh(conflict, readAgain), /Merge conflict/);
  });

  it('never loses a word that a person wrote into a cell', () => {
    const words = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[^\w ]/g, 'x'))
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(words, words, fc.boolean(), (mapping, assessment, another) => {
        const text = draftOf(manyExceptions).replace(
          /^(\| CC6\.1 .*) \| \| \|$/m,
          (_, row: string) => `${row} | ${assessment} | ${mapping} |`,
        );
        const document = another
          ? {
              ...manyExceptions,
              reading: {
                ...manyExceptions.reading,
                testExceptions: manyExceptions.reading.testExceptions.slice(2),
              },
            }
          : readAgain;
        const { text: next } = refresh(text, document);
        const filled = (markdown: string) =>
          readReviewTables(markdown).exceptions.find(({ control }) => control === 'CC6.1');
        assert.notEqual(filled(text)?.assessment, '');
        assert.equal(filled(next)?.assessment, filled(text)?.assessment);
        assert.equal(filled(next)?.followUp, filled(text)?.followUp);
      }),
      { numRuns: 25 },
    );
  });
});
