import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import { withDecidedEntries } from '../../../src/core/register/corrected-entries.ts';
import type { EntryDecision, PointedEntry } from '../../../src/core/register/entry-decision.ts';
import { confirming } from '../../../src/core/register/edit-entries.ts';
import { withConfirmedEntry } from '../../../src/core/review/edit-confirmed-entries.ts';
import { applyFix } from '../../../src/core/review/apply-fix.ts';
import { completionProblems } from '../../../src/core/review/completion.ts';
import { setReviewFields, type ReviewFields } from '../../../src/core/review/edit-review.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { NO_TABLES, readReviewTables } from '../../../src/core/review/review-tables.ts';
import { draftReview } from '../../../src/core/summary/review-summary.ts';
import { day, dossier, report } from '../standing/samples.ts';

const TODAY = day('2026-11-21');
const PDF = report({
  path: 'vendors/northlake/2025.pdf',
  reading: {
    testExceptions: [
      { control: 'CC6.2', text: '2 of 25 removed late.', page: 77, sample: null, managementResponse: null },
      { control: null, text: 'No approval | found.', page: 78, sample: null, managementResponse: null },
    ],
    userControls: [
      { id: 'CUEC-1', text: 'Restrict access lists.', page: 31 },
      { id: null, text: 'Report leavers.', page: 31 },
    ],
  },
});
const NORTHLAKE = dossier({ reports: [PDF] });
const DRAFT = draftReview({
  dossier: NORTHLAKE,
  library: { dossiers: [NORTHLAKE], register: EMPTY_REGISTER },
  document: PDF,
  reviewFolder: 'reviews',
  reviewer: null,
  today: TODAY,
}).text;

const SIGNED: Partial<ReviewFields> = {
  reviewer: 'Dana Petit',
  reviewed: '2026-11-21',
  conclusion: 'acceptable',
  confirmed: {
    type: 'extracted',
    vendor: 'extracted',
    period: 'extracted',
    reportDate: 'corrected 2026-02-21',
  },
};

/** The draft with every row filled in, and every entry compared with the report. */
const FILLED = [
  ...PDF.reading.testExceptions.map((entry) => confirming('testExceptions', entry)),
  ...PDF.reading.userControls.map((entry) => confirming('userControls', entry)),
]
  .reduce(withConfirmedEntry, DRAFT)
  .replaceAll(/^(\| CC6\.2 .*|\| +\| No approval .*) \| \| \|$/gm, '$1 | Does not concern us | |')
  .replace(/^(\| CUEC-1 .*) \| \| \| \|$/m, '$1 | AC-3 | Dana | mapped |')
  .replace(/^(\| 2 .*) \| \| \| \|$/m, '$1 | | | not used by us |');

const decisionOf = (about: PointedEntry, is: EntryDecision['is']): EntryDecision => {
  const { list, page, number, text } = about;
  const words = { number, text };
  return { list, is, read: words, says: words, page, quote: null, by: 'Lee', on: TODAY };
};

const missing = (
  text: string,
  options: { fourEyes?: boolean; document?: typeof PDF | null } = {},
): string[] =>
  completionProblems({
    review: parseReview('reviews/northlake/x.md', text, TODAY),
    text,
    document: options.document === undefined ? PDF : options.document,
    fourEyes: options.fourEyes ?? false,
    today: TODAY,
  }).map(({ severity, line, message }) => `${severity} ${line}: ${message}`);

describe('completing a review', () => {
  it('lists what a fresh draft lacks, in the order of the file', () => {
    assert.deepEqual(
      missing(DRAFT).map((text) => text.replace(/ \d+:/, ':')),
      [
        'error: Who reviewed the report? Fill in reviewer.',
        'error: When was it reviewed? Fill in reviewed.',
        'error: What is the conclusion? Fill in conclusion.',
        'warning: Not confirmed yet: 5 of the values that were read. Compare them with the report.',
        'warning: Not confirmed yet: 2 of the entries that were read here. Compare them with the report.',
        'error: Assess the exception in CC6.2: what does it mean for us?',
        'error: Assess the exception: what does it mean for us?',
        'warning: Not confirmed yet: 2 of the entries that were read here. Compare them with the report.',
        'error: Map user control CUEC-1 to a control of ours, or say in Status why it doesn’t apply.',
        'error: Map user control 2 to a control of ours, or say in Status why it doesn’t apply.',
      ],
    );
  });

  it('points at the field and at the row', () => {
    const lines = DRAFT.split('\n');
    for (const text of missing(DRAFT)) {
      const line = lines[Number(/ (\d+):/.exec(text)?.[1]) - 1] ?? '';
      assert.match(
        line,
        /^(?:reviewer|reviewed|conclusion):|^## (?:At a glance|Exceptions|Complementary)|^\| (?:CC6\.2|\||CUEC-1|2 )/,
        text,
      );
    }
  });

  it('finds nothing in a complete one', () => {
    assert.deepEqual(missing(setReviewFields(FILLED, SIGNED)), []);
  });

  it('counts no entry as reviewed that nobody has confirmed or corrected', () => {
    const signed = setReviewFields(FILLED, SIGNED);
    const [first, second] = PDF.reading.testExceptions.map((entry) => confirming('testExceptions', entry));
    assert.ok(first !== undefined && second !== undefined);
    const open = withConfirmedEntry(signed, { ...first, decision: null });
    assert.deepEqual(
      missing(open).map((one) => one.replace(/ \d+:/, ':')),
      ['warning: Not confirmed yet: 1 entry that was read here. Compare it with the report.'],
    );
    const decided = withDecidedEntries(PDF.reading, [
      { facts: {}, entries: [decisionOf(first.about, 'absent')] },
    ]);
    assert.deepEqual(missing(open, { document: { ...PDF, reading: decided } }), []);
  });

  it('wants an added exception answered too', () => {
    const about = { list: 'testExceptions', number: 'CC7.1', text: '1 of 9 unapproved.', page: 79 } as const;
    const reading = withDecidedEntries(PDF.reading, [{ facts: {}, entries: [decisionOf(about, 'added')] }]);
    assert.match(
      missing(setReviewFields(FILLED, SIGNED), { document: { ...PDF, reading } }).join(),
      /^error \d+: The report has 3 exceptions; this review answers 2/,
    );
  });

  it('wants a second person when the policy does', () => {
    const text = setReviewFields(FILLED, SIGNED);
    assert.match(missing(text, { fourEyes: true })[0] ?? '', /second person/);
    const self = setReviewFields(text, { approver: 'dana petit' });
    assert.match(missing(self, { fourEyes: true })[0] ?? '', /another person/);
    assert.deepEqual(missing(setReviewFields(text, { approver: 'Lee Moran' }), { fourEyes: true }), []);
  });

  it('wants the PDF that was reviewed', () => {
    const text = setReviewFields(FILLED, SIGNED);
    assert.match(missing(text, { document: { ...PDF, sha256: 'f'.repeat(64) } })[0] ?? '', /has changed/);
    assert.match(missing(setReviewFields(text, { sha256: null }))[0] ?? '', /its hash is missing/);
    assert.match(missing(text, { document: null })[0] ?? '', /^warning \d+: .*isn’t on file/);
  });

  it('does not let an old report be accepted without reservation', () => {
    const old = report({
      path: PDF.path,
      start: '2024-01-01',
      end: '2025-11-20',
      issued: '2025-12-20',
      sha256: PDF.sha256,
    });
    const text = setReviewFields(FILLED, { ...SIGNED, period: '2024-01-01/2025-11-20' });
    assert.match(missing(text, { document: old })[0] ?? '', /more than a year before the review/);
    const reserved = setReviewFields(text, { conclusion: 'acceptable with exceptions' });
    assert.deepEqual(missing(reserved, { document: old }), []);
  });

  it('repeats what the record itself has wrong, once', () => {
    const text = setReviewFields(FILLED, { ...SIGNED, reviewed: '2025-06-01' });
    assert.deepEqual(
      missing(text).map((one) => one.replace(/ \d+:/, ':')),
      ['error: Reviewed on 1 Jun 2025, before the report’s period ended on 31 Dec 2025.'],
    );
  });
});

describe('what would mend an incomplete review', () => {
  const problemsOf = (text: string, document: typeof PDF | null = PDF) =>
    completionProblems({
      review: parseReview('x.md', text, TODAY),
      text,
      document,
      fourEyes: false,
      today: TODAY,
    });
  const context = { path: 'x.md', reviewer: 'Dana Petit', today: TODAY };

  it('completes a draft when every first fix is taken', () => {
    let text = DRAFT;
    for (let step = 0; step < 20; step++) {
      const [problem] = problemsOf(text);
      const fix = problem?.fixes[0];
      if (problem === undefined || fix === undefined) break;
      const next = applyFix(text, fix, { ...context, line: problem.line });
      assert.notEqual(next, text, problem.message);
      text = next;
    }
    assert.deepEqual(problemsOf(text), []);
    const { record } = parseReview('x.md', text, TODAY);
    assert.deepEqual(
      [record?.reviewer, record?.reviewed, record?.conclusion, record?.confirmed['vendor']],
      ['Dana Petit', TODAY, 'acceptable', 'extracted'],
    );
    const { exceptions, userControls } = readReviewTables(text);
    assert.ok(exceptions.every(({ assessment }) => assessment.startsWith('Does not concern')));
    assert.ok(userControls.every(({ status }) => status.startsWith('not applicable')));
  });

  it('binds the review to the PDF as it is now', () => {
    const changed = { ...PDF, sha256: 'f'.repeat(64) };
    const text = setReviewFields(FILLED, SIGNED);
    const [problem] = problemsOf(text, changed);
    const fix = problem?.fixes[0];
    assert.ok(problem !== undefined && fix !== undefined);
    const bound = applyFix(text, fix, { ...context, line: problem.line });
    assert.deepEqual(problemsOf(bound, changed), []);
  });

  it('fills no cell that a person has filled, and none that is not there', () => {
    const fix = { kind: 'fill-cell', column: 'Status', text: 'x | y' } as const;
    const lineOf = (text: string): number =>
      text.split('\n').findIndex((one) => one.startsWith('| CUEC-1 ')) + 1;
    assert.equal(applyFix(FILLED, fix, { ...context, line: lineOf(FILLED) }), FILLED);
    assert.equal(applyFix(FILLED, fix, { ...context, line: 1 }), FILLED);
    const filled = applyFix(DRAFT, fix, { ...context, line: lineOf(DRAFT) });
    assert.equal(readReviewTables(filled).userControls[0]?.status, 'x | y');
  });

  it('says that rows were deleted, and warns where the section is gone', () => {
    const text = setReviewFields(FILLED, SIGNED);
    const shorter = text.replace(/^\| CUEC-1 .*\n/m, '');
    assert.match(
      missing(shorter).join('\n'),
      /^error \d+: The report has 2 user controls; this review answers 1/m,
    );
    const without = text.replace(/## Exceptions[^]*?(?=\n## )/, '');
    assert.match(
      missing(without).join('\n'),
      /^warning 1: The report has 2 exceptions; this review answers 0/m,
    );
  });
});

describe('readReviewTables', () => {
  it('reads what a person filled in, also in other columns and with other sections around', () => {
    const text = FILLED.replace(
      '## Exceptions',
      '## Notes of ours\n\n| a |\n| - |\n| b |\n\n## Exceptions',
    ).replace(
      /## Open follow-ups\n\n.*\n/,
      '## Open follow-ups\n\n- [ ] ask for the *next* report, Dana, 1 Feb\n- [x] done\n- no task\n',
    );
    const { exceptions, userControls, followUps } = readReviewTables(text);
    assert.deepEqual(
      exceptions.map(({ control, found, assessment }) => [control, found, assessment]),
      [
        ['CC6.2', '2 of 25 removed late.', 'Does not concern us'],
        ['', 'No approval | found.', 'Does not concern us'],
      ],
    );
    assert.deepEqual(
      userControls.map(({ id, ourControl, owner, status }) => [id, ourControl, owner, status]),
      [
        ['CUEC-1', 'AC-3', 'Dana', 'mapped'],
        ['2', '', '', 'not used by us'],
      ],
    );
    assert.deepEqual(
      followUps.map(({ text: what, isDone }) => [what, isDone]),
      [
        ['ask for the next report, Dana, 1 Feb', false],
        ['done', true],
      ],
    );
  });

  it('finds nothing where the sections are gone', () => {
    for (const text of ['', '# x\n', '---\nvendor: a\n---\n']) {
      assert.deepEqual(readReviewTables(text), NO_TABLES);
    }
  });
});
