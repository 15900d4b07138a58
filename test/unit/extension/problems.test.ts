import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import manifest from '../../../package.json' with { type: 'json' };
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { VendorDossier } from '../../../src/core/library/snapshot.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import type { FoundProblem } from '../../../src/extension/problems/found-problem.ts';
import {
  DEFAULT_LEVELS,
  levelOf,
  PROBLEM_LEVELS,
  problemLevels,
} from '../../../src/extension/problems/problem-levels.ts';
import { wordsOfFiles } from '../../../src/extension/problems/related-files.ts';
import { reviewProblems } from '../../../src/extension/problems/review-problems.ts';
import { vendorProblems } from '../../../src/extension/problems/vendor-problems.ts';
import type { FolderStatus } from '../../../src/extension/tree/node.ts';
import { dossier, report, review } from '../standing/samples.ts';
import { folderStatus } from './library-builder.ts';

const REGISTER = parseRegister(`vendors:
  - name: Northlake
    tier: critical
    facilities: [Sydney]
  - tier: low
    name: Lakeside
documents:
  - name: Security statement
    path: policies/statement.md
    lastReviewed: 2025-03-01
  - name: Draft policy
    lastReviewed: 2027-01-01
`);
const [NORTHLAKE, LAKESIDE] = REGISTER.vendors;
const TODAY = calendarDate('2026-04-20');
const OLD = report({ start: '2023-01-01', end: '2023-12-31', issued: '2024-02-20' });

/** A folder with the register above and these vendors, as it stands on the day. */
function statusOf(...dossiers: VendorDossier[]): FolderStatus {
  const status = folderStatus(
    'compliance',
    dossiers.map((one) => ({ dossier: one, standing: standingOn(one, REGISTER.policy, TODAY) })),
    { register: REGISTER },
  );
  return { ...status, asOf: TODAY };
}

const inVendors = (status: FolderStatus, levels = DEFAULT_LEVELS): FoundProblem[] =>
  vendorProblems(status, levels, wordsOfFiles(status.snapshot));

const inReviews = (status: FolderStatus, levels = DEFAULT_LEVELS) =>
  reviewProblems(status, levels, wordsOfFiles(status.snapshot));

describe('problems of vendors', () => {
  const northlake = dossier({
    registered: NORTHLAKE ?? null,
    reports: [OLD],
    reviews: [review('2025-03-10', OLD)],
  });

  it('stand at the name in the register, each with its code and its files', () => {
    const [overdue, stale, ...others] = inVendors(statusOf(northlake));
    assert.deepEqual(overdue, {
      place: { line: 2, column: 11, endLine: 2, endColumn: 20 },
      level: 'warning',
      code: 'review-overdue',
      message:
        'Northlake: review 41 days overdue. The review was due on 10 Mar 2026: 12 months after the last review, on 10 Mar 2025 by Dana Petit.',
      related: [{ path: northlake.reviews[0]?.path, words: 'Review of 10 Mar 2025' }],
      concerned: { is: 'vendor', id: 'northlake', because: 'review-overdue' },
    });
    assert.equal(stale?.code, 'report-stale');
    assert.equal(stale?.level, 'information');
    assert.deepEqual(stale?.related, [{ path: OLD.path, words: 'SOC 2 Type 2 · 1 Jan 2023 – 31 Dec 2023' }]);
    assert.ok(others.every(({ concerned }) => concerned?.is === 'own-document'));
  });

  it('stand at the name wherever it is in its entry', () => {
    const lakeside = dossier({ id: 'lakeside', name: 'Lakeside', registered: LAKESIDE ?? null });
    const lines = inVendors(statusOf(lakeside)).filter(({ concerned }) => concerned?.is === 'vendor');
    assert.deepEqual(
      lines.map(({ place, code }) => [place.line, place.column, code]),
      [
        [6, 11, 'never-reviewed'],
        [6, 11, 'report-missing'],
      ],
    );
  });

  it('are none for a vendor that is not in the register, and none before everything is read', () => {
    const unregistered = dossier({ reports: [OLD] });
    const reading = statusOf(northlake);
    const unknown = { ...reading, vendors: [{ dossier: northlake, standing: null }] };
    for (const status of [statusOf(unregistered), unknown]) {
      assert.ok(inVendors(status).every(({ concerned }) => concerned?.is === 'own-document'));
    }
  });

  it('include our own documents, and a review of one that lies in the future is an error', () => {
    assert.deepEqual(
      inVendors(statusOf()).map(({ place, level, code, concerned }) => [place.line, level, code, concerned]),
      [
        [8, 'warning', 'review-overdue', { is: 'own-document', name: 'Security statement' }],
        [11, 'error', 'reviewed-in-future', { is: 'own-document', name: 'Draft policy' }],
      ],
    );
  });

  it('are as loud as the settings say', () => {
    const levels = { overdue: 'error', attention: 'off', dueSoon: 'off' } as const;
    assert.deepEqual(
      inVendors(statusOf(northlake), levels).map(({ level, code }) => [level, code]),
      [
        ['error', 'review-overdue'],
        ['error', 'review-overdue'],
        ['error', 'reviewed-in-future'],
      ],
    );
  });
});

describe('problems of reviews', () => {
  const of2025 = report();
  const path = 'reviews/northlake/2025-12-31-soc2-type-2.md';
  const text = (fields: Record<string, string> = {}): string =>
    `---\n${Object.entries({
      vendor: 'Northlake',
      report: of2025.path,
      sha256: of2025.sha256,
      kind: 'SOC 2 Type 2',
      period: '2025-01-01/2025-12-31',
      reviewer: 'Dana Petit',
      reviewed: '2026-03-10',
      conclusion: 'acceptable',
      ...fields,
    })
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n')}\n---\n\nText.\n`;
  const of = (content: string, pdf = of2025) => {
    const file = parseReview(path, content, TODAY);
    const status = statusOf(dossier({ registered: NORTHLAKE ?? null, reports: [pdf], reviews: [file] }));
    return (inReviews(status).get(path) ?? []).map(({ place, level, code }) => [place.line, level, code]);
  };

  it('are none for a review that counts', () => {
    assert.deepEqual(of(text()), []);
  });

  it('stand at the line that contradicts the report', () => {
    assert.deepEqual(of(text({ reviewed: '2026-02-10' })), [[8, 'error', 'review']]);
    assert.deepEqual(of(text({ reviewed: '2026-04-21' })), [[8, 'error', 'review']]);
  });

  it('say that the PDF changed after sign-off, at the hash that was signed for', () => {
    const changed = { ...of2025, sha256: 'f'.repeat(64) };
    assert.deepEqual(of(text(), changed), [[4, 'information', 'changed-after-sign-off']]);
  });

  it('say that a review was edited after it was completed, at its seal', () => {
    assert.deepEqual(of(text({ seal: '0'.repeat(64) })), [[10, 'information', 'edited-after-completion']]);
  });

  it('say that a report was too old to be accepted as it is', () => {
    const old = report({ start: '2023-01-01', end: '2023-12-31', issued: '2024-02-20' });
    const fields = { report: old.path, sha256: old.sha256, period: '2023-01-01/2023-12-31' };
    assert.deepEqual(of(text(fields), old), [[9, 'information', 'old-report-accepted']]);
    const reserved = { ...fields, conclusion: 'acceptable with exceptions' };
    assert.deepEqual(of(text(reserved), old), []);
  });

  it('show the marks of an unfinished merge at their lines', () => {
    const merging = text().replace('Text.', '<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> other');
    assert.deepEqual(of(merging), [
      [12, 'error', 'review'],
      [16, 'error', 'review'],
    ]);
  });
});

describe('the levels of problems', () => {
  it('are those of the manifest', () => {
    const { default: standard, properties } =
      manifest.contributes.configuration.properties['socReview.problems'];
    assert.deepEqual(standard, DEFAULT_LEVELS);
    for (const { enum: levels } of Object.values(properties)) assert.deepEqual(levels, PROBLEM_LEVELS);
  });

  it('are as by default where a person set nothing, or something else', () => {
    for (const setting of [undefined, null, 'loud', 7, { overdue: 'loud' }, []]) {
      assert.deepEqual(problemLevels(setting), DEFAULT_LEVELS);
    }
    assert.deepEqual(problemLevels({ overdue: 'off' }), { ...DEFAULT_LEVELS, overdue: 'off' });
  });

  it('leave alone what is current', () => {
    for (const verdict of ['current', 'not-required'] as const) {
      assert.equal(levelOf(verdict, { overdue: 'error', attention: 'error', dueSoon: 'error' }), null);
    }
  });
});
