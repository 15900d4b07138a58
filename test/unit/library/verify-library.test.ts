import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { verifyLibrary } from '../../../src/core/library/verify-library.ts';
import { isDifference } from '../../../src/core/review/verify-records.ts';
import { completedReview } from '../../../src/core/review/complete-review.ts';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import { MemoryFiles, sha256 } from './memory-ports.ts';

const today = calendarDate('2026-11-21');
const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/** A review of a file with this content, completed as the program does it. */
const review = (report: string, content: string | null): string =>
  completedReview(
    `---\nvendor: Acme\nreport: ${report}\nsha256: ${content === null ? '' : hashOf(content)}\n---\nNotes.\n`,
    {
      conclusion: 'acceptable',
      reviewer: 'Dana',
      reviewed: calendarDate('2026-01-20'),
      approver: null,
      sha256: null,
    },
    null,
    EMPTY_REGISTER.policy,
  );

async function verified(fill: (files: MemoryFiles) => void): Promise<Record<string, string>> {
  const files = new MemoryFiles();
  fill(files);
  const records = await verifyLibrary({ files, hash: sha256, today, signal: new AbortController().signal });
  return Object.fromEntries(
    records.map((record) => [
      record.review,
      [...record.findings, ...record.nowAt, isDifference(record) ? '!' : ''].join(' ').trim(),
    ]),
  );
}

describe('verifying the records', () => {
  it('finds every review that is as its PDF was', async () => {
    assert.deepEqual(
      await verified((files) => files.write('a.pdf', 'A').write('reviews/a.md', review('a.pdf', 'A'))),
      { 'reviews/a.md': 'matches' },
    );
  });

  it('tells changed, missing, moved, unbound and unreadable PDFs apart', async () => {
    const found = await verified((files) => {
      files.write('changed.pdf', 'other').write('reviews/changed.md', review('changed.pdf', 'as it was'));
      files.write('reviews/missing.md', review('missing.pdf', 'M'));
      files.write('new/place.pdf', 'V').write('reviews/moved.md', review('old/place.pdf', 'V'));
      files.write('unbound.pdf', 'U').write('reviews/unbound.md', review('unbound.pdf', null));
      files.write('locked.pdf', 'L').write('reviews/locked.md', review('locked.pdf', 'L'));
      files.broken.set('locked.pdf', new Error('EACCES'));
    });
    assert.deepEqual(found, {
      'reviews/changed.md': 'changed !',
      'reviews/locked.md': 'unreadable !',
      'reviews/missing.md': 'missing !',
      'reviews/moved.md': 'moved new/place.pdf',
      'reviews/unbound.md': 'unbound !',
    });
  });

  it('finds a file that was moved away and replaced by another', async () => {
    const found = await verified((files) =>
      files.write('a.pdf', 'new').write('archive/a.pdf', 'old').write('reviews/a.md', review('a.pdf', 'old')),
    );
    assert.deepEqual(found, { 'reviews/a.md': 'moved archive/a.pdf' });
  });

  it('finds a review that was edited after it was completed, and one that can’t be read', async () => {
    const found = await verified((files) =>
      files
        .write('a.pdf', 'A')
        .write('reviews/edited.md', review('a.pdf', 'A').replace('Notes.', 'Other notes.'))
        .write('reviews/merge.md', `<<<<<<< HEAD\n${review('a.pdf', 'A')}=======\n>>>>>>> other\n`),
    );
    assert.deepEqual(found, { 'reviews/edited.md': 'matches edited !', 'reviews/merge.md': 'invalid !' });
  });

  it('leaves drafts alone, and what is no record', async () => {
    const found = await verified((files) =>
      files
        .write('a.pdf', 'A')
        .write('reviews/README.md', '# Our reviews\n')
        .write('reviews/draft.md', '---\nvendor: Acme\nreport: a.pdf\n---\n'),
    );
    assert.deepEqual(found, {});
  });
});
