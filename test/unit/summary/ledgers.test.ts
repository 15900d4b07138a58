import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  subserviceCsv,
  subserviceInWords,
  subserviceMarkdown,
  subserviceView,
} from '../../../src/core/summary/subservice-view.ts';
import {
  ledgerCsv,
  ledgerFigures,
  ledgerMarkdown,
  userControlLedger,
} from '../../../src/core/summary/user-control-ledger.ts';
import { readReviewNotes } from '../../../src/core/summary/review-notes.ts';
import { review } from '../standing/samples.ts';
import { hostileText } from './hostile-texts.ts';
import { AS_OF, strangersLibrary } from './portfolio-library.ts';

const { snapshot, notes } = strangersLibrary('Northlake');

describe('the ledger of user controls', () => {
  const entries = userControlLedger(snapshot, AS_OF, notes);

  it('says of every control of the newest reports what we do about it', () => {
    assert.deepEqual(
      entries.map(({ dossier, control, mapping, state }) => [
        dossier.name,
        control.page,
        mapping?.ourControl ?? null,
        state,
      ]),
      [
        ['Northlake', 9, 'AC-3', 'mapped'],
        ['Northlake', 9, '', 'reasoned'],
        ['Northlake', 10, null, 'open'],
      ],
    );
    assert.equal(ledgerFigures(entries), '3 user controls of 1 vendor, 1 of them open.');
  });

  it('is a text with a link to each page, and a table', () => {
    const text = ledgerMarkdown(entries);
    assert.match(
      text,
      /\| Northlake \| SOC 2 Type 2 to 31 Dec 2025 \| 1 \| Restrict .* \| \[page 9\]\(vendors\/Northlake\.pdf#page=9\) \| AC-3 \| Dana \| mapped \|/,
    );
    assert.match(ledgerCsv(entries), /^Vendor,Report,No\.,Control,File,Our control,Owner,Status,Page\r\n/);
    assert.match(ledgerMarkdown([]), /No list of user entity controls was found/);
  });
});

describe('the view of subservice organizations', () => {
  const entries = subserviceView(snapshot, AS_OF);

  it('says who relies on whom, and what we hold of them', () => {
    assert.deepEqual(entries.map(subserviceInWords), [
      '1 vendor carves out Northlake; our SOC 2 Type 2 to 31 Dec 2025 of theirs: current until 31 Dec 2026',
      '1 vendor carves out Pinewood Guarding; our SOC 2 Type 2 to 31 Dec 2023 of theirs: stale',
    ]);
  });

  it('is a text and a table', () => {
    assert.match(
      subserviceMarkdown(entries),
      /\| Pinewood Guarding \| Northlake \| \| \| \[SOC 2 Type 2 to 31 Dec 2023\]\(pinewood\.pdf\) \| stale \|/,
    );
    assert.match(
      subserviceCsv(entries),
      /\r\nPinewood Guarding,Northlake,,,SOC 2 Type 2 to 31 Dec 2023,stale\r\n/,
    );
    assert.match(subserviceMarkdown([]), /No subservice organization was found/);
  });
});

describe('hostile text in the ledgers', () => {
  it('adds no row and no formula', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const library = strangersLibrary(text);
        const ledger = userControlLedger(library.snapshot, AS_OF, library.notes);
        const rows = ledgerMarkdown(ledger)
          .split('\n')
          .filter((line) => line.startsWith('|'));
        assert.equal(rows.length, 2 + ledger.length);
        const view = subserviceView(library.snapshot, AS_OF);
        const list = subserviceMarkdown(view)
          .split('\n')
          .filter((line) => line.startsWith('|'));
        assert.equal(list.length, 2 + view.length);
        for (const table of [ledgerCsv(ledger), subserviceCsv(view)]) {
          assert.ok(!/(?:^|,|\r\n)[=+@\t]/.test(table.replace(/"(?:[^"]|"")*"/g, 'quoted')));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('reading what reviews say', () => {
  it('leaves out what is gone or can’t be read', async () => {
    const [kept, gone, broken] = ['2026-01-01', '2026-02-01', '2026-03-01'].map((date) => review(date, null));
    assert.ok(kept !== undefined && gone !== undefined && broken !== undefined);
    const read = await readReviewNotes({ reviews: [kept, gone, broken] }, (path) => {
      if (path === broken.path) return Promise.reject(new Error('no permission'));
      return Promise.resolve(path === gone.path ? undefined : '## Open follow-ups\n\n- [ ] ask\n');
    });
    assert.deepEqual(
      [kept, gone, broken].map((one) => read(one).followUps.map(({ text }) => text)),
      [['ask'], [], []],
    );
  });
});
