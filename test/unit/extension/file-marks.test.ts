import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { VendorDossier } from '../../../src/core/library/snapshot.ts';
import { DEFAULT_POLICY } from '../../../src/core/register/register.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { fileMarks, type FileMark } from '../../../src/extension/decorations/file-marks.ts';
import { statusBarWords } from '../../../src/extension/status-bar/words.ts';
import { attentionCounts } from '../../../src/extension/tree/attention-counts.ts';
import { dossier, report, review } from '../standing/samples.ts';
import { folderStatus } from './library-builder.ts';

const TODAY = calendarDate('2026-03-01');

const folderOf = (...dossiers: readonly VendorDossier[]) =>
  folderStatus(
    'reports',
    dossiers.map((one) => ({ dossier: one, standing: standingOn(one, DEFAULT_POLICY, TODAY) })),
  );
const markOf = (one: VendorDossier, path: string): FileMark | undefined => fileMarks(folderOf(one))(path);

const current = report();
const last = report({
  path: 'vendors/northlake/2024.pdf',
  start: '2024-01-01',
  end: '2024-12-31',
  issued: '2025-02-01',
});

describe('the marks of files in the Explorer', () => {
  it('point at the newest report of a vendor that is overdue, with the reason', () => {
    const overdue = dossier({ reports: [current, last], reviews: [review('2025-02-19', last)] });
    const mark = markOf(overdue, current.path);
    assert.deepEqual([mark?.badge, mark?.tone], ['!', 'error']);
    assert.equal(mark?.tooltip, 'Northlake: review 10 days overdue');
    assert.equal(markOf(overdue, last.path)?.badge, '✓');
  });

  it('say that a report is new, reviewed, or changed since', () => {
    const toReview = dossier({ reports: [current, last], reviews: [review('2025-12-19', last)] });
    assert.equal(markOf(toReview, current.path)?.badge, 'N');
    assert.equal(
      markOf(dossier({ reports: [current], reviews: [review('2026-02-25', current)] }), current.path)
        ?.tooltip,
      'Reviewed on 25 Feb 2026 by Dana Petit',
    );
    const signedAnother = review('2026-02-25', current, { sha256: '00'.repeat(32) });
    assert.equal(markOf(dossier({ reports: [current], reviews: [signedAnother] }), current.path)?.badge, 'C');
  });

  it('tell drafts and invalid reviews from completed ones', () => {
    const draft = review(null, current);
    const invalid = {
      ...review('2026-02-25', current),
      path: 'reviews/northlake/broken.md',
      state: 'invalid' as const,
      problems: [
        { severity: 'error', message: 'No such day.', line: 1, column: 1, endLine: 1, endColumn: 2 } as const,
      ],
    };
    const marks = fileMarks(folderOf(dossier({ reports: [current], reviews: [draft, invalid] })));
    assert.equal(marks(draft.path)?.badge, 'D');
    assert.equal(marks(invalid.path)?.tooltip, 'Doesn’t count as a review: No such day.');
    const completed = review('2026-02-25', current);
    assert.equal(markOf(dossier({ reports: [current], reviews: [completed] }), completed.path), undefined);
  });

  it('say nothing about other files, nor before everything is read', () => {
    assert.equal(markOf(dossier({ reports: [current] }), 'vendors/northlake/other.pdf'), undefined);
    const reading = folderStatus('reports', [{ dossier: dossier({ reports: [current] }), standing: null }]);
    assert.equal(fileMarks(reading)(current.path), undefined);
  });
});

describe('the status bar', () => {
  const counts = (overdue: number, documents: number, soon: number) => ({
    overdue: { vendors: overdue, documents },
    dueSoon: { vendors: soon, documents: 0 },
  });

  it('counts vendors and our own documents together, and tells them apart when asked', () => {
    assert.deepEqual(statusBarWords(counts(2, 1, 1)), {
      text: '3 overdue · 1 due soon',
      tooltip: '2 vendors overdue for review\n1 of our own documents overdue for review\n1 vendor due soon',
    });
    assert.equal(statusBarWords(counts(0, 0, 2))?.text, '2 due soon');
  });

  it('is not there when nothing is overdue or due soon', () => {
    assert.equal(statusBarWords(counts(0, 0, 0)), undefined);
  });

  it('counts what the folders hold', () => {
    const overdue = dossier({ reports: [last], reviews: [review('2025-02-19', last)] });
    assert.deepEqual(attentionCounts([folderOf(overdue), folderOf()]), {
      overdue: { vendors: 1, documents: 0 },
      dueSoon: { vendors: 0, documents: 0 },
    });
  });
});
