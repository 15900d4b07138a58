import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { confirmedValues } from '../../../src/core/review/confirmed.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';

const parse = (confirmed: string) =>
  parseReview(
    'r.md',
    `---\nvendor: Northlake\nreviewer: Dana\nreviewed: 2026-01-20\nconclusion: acceptable\nconfirmed:\n${confirmed}---\n`,
  );
const values = (confirmed: string) => confirmedValues(parse(confirmed).record!);
const as = { page: null, quote: null };

describe('what a reviewer says of the extracted values', () => {
  it('is that they are right, other, or not there, each value in the type of its field', () => {
    const { by, on, facts } = values(`  period: extracted
  auditor: corrected "Baker & Finch, LLP"
  reportDate: corrected 2026-01-15
  type: corrected 2
  categories: corrected Security, Privacy
  subserviceOrganizations: "corrected Cloud One, Inc.; Cloud Two"
  system: absent
`);
    assert.deepEqual([by, on], ['Dana', '2026-01-20']);
    assert.deepEqual(facts, {
      periodStart: { is: 'confirmed', value: null, ...as },
      periodEnd: { is: 'confirmed', value: null, ...as },
      auditor: { is: 'corrected', value: 'Baker & Finch, LLP', ...as },
      reportDate: { is: 'corrected', value: '2026-01-15', ...as },
      type: { is: 'corrected', value: 2, ...as },
      categories: { is: 'corrected', value: ['Security', 'Privacy'], ...as },
      subserviceOrganizations: { is: 'corrected', value: ['Cloud One, Inc.', 'Cloud Two'], ...as },
      system: { is: 'absent' },
    });
  });

  it('may correct both ends of the period at once', () => {
    const { facts } = values('  period: corrected "2025-01-01/2025-12-31"\n');
    assert.deepEqual(facts, {
      periodStart: { is: 'corrected', value: '2025-01-01', ...as },
      periodEnd: { is: 'corrected', value: '2025-12-31', ...as },
    });
  });

  it('decides nothing where it isn’t understood, says so at its line, and costs no review', () => {
    const cases: readonly (readonly [line: string, message: RegExp, replacement?: string])[] = [
      ['reportDate: corrected 31/12/2025', /reportDate can’t be corrected to "31\/12\/2025"/],
      ['period: corrected 2025-12-31', /period can’t be corrected/],
      ['opinion: corrected fine', /opinion can’t be corrected/],
      ['auditor: yes', /auditor must be extracted, absent, or corrected/],
      ['auditr: extracted', /no value "auditr"; did you mean "auditor"/, 'auditor'],
    ];
    for (const [line, message, replacement] of cases) {
      const { state, problems, record } = parse(`  ${line}\n`);
      assert.equal(state, 'completed', line);
      assert.deepEqual(
        problems.map((problem) => [problem.severity, problem.line]),
        [['warning', 7]],
      );
      assert.match(problems[0]!.message, message);
      assert.equal(problems[0]!.replacement, replacement);
      assert.deepEqual(confirmedValues(record!).facts, {});
    }
  });
});
