import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleIn, splitResults, stateOf } from '../../../../src/core/report/fields/tests/result-wordings.ts';

const CLEAN = [
  'No exceptions noted.',
  'No deviations noted.',
  'No relevant exceptions noted',
  'No exceptions were identified as a result of the test.',
  'None noted',
  'None.',
  'Without exception.',
  'Our testing did not identify any deviations.',
  'No exceptions noted. Management reviews whether exceptions are identified.',
];
const FINDINGS = [
  'Exception noted.',
  'Exceptions Noted: two visitors had not signed the log.',
  'A deviation was noted.',
  'Deviation noted:',
  'For 2 of the 25 terminations tested, access was not removed in time.',
  '1 out of 40 changes lacked an approval. No other exceptions were noted.',
  'One (1) of 15 new hires had not signed the code of conduct.',
  'The control did not operate effectively in the third quarter.',
  'An exception was identified: the review of March was not performed.',
  'Control deviation identified.',
  'No exceptions noted except that for 2 of 25 changes the review was late.',
];
const UNTESTED = [
  'The control did not operate during the period.',
  'No occurrences of the event during the examination period; not tested.',
  'There were no security incidents during the period, so that the control could not be tested.',
  'Not tested. No such events occurred during the period.',
];

describe('the result of a test', () => {
  for (const text of CLEAN)
    it(`is clean: ${text}`, () => {
      assert.equal(stateOf(text, true), 'clean');
    });
  for (const text of FINDINGS)
    it(`is a finding: ${text}`, () => {
      assert.equal(stateOf(text, true), 'finding');
    });
  for (const text of UNTESTED)
    it(`is neither: ${text}`, () => {
      assert.equal(stateOf(text, true), 'untested');
    });

  it('is not told by a sentence about sampling that stands beside it', () => {
    assert.equal(stateOf('For a sample of 25 of 300 changes, inspected the approvals.', false), undefined);
  });

  it('parts what a cell holds of several tests', () => {
    const lines = [
      'No exceptions noted.',
      'Exception noted. For 1 of 4 quarters',
      'no review was performed.',
      'No exceptions noted.',
    ];
    assert.deepEqual(
      splitResults(lines).map((part) => part.length),
      [1, 2, 1],
    );
  });
});

describe('the sample of a finding', () => {
  const cases: readonly (readonly [string, [number, number] | null])[] = [
    ['For 2 of the 25 terminations tested', [2, 25]],
    ['one (1) out of 18 mutations', [1, 18]],
    ['Two of ten visitors', [2, 10]],
    ['3/40 changes', [3, 40]],
    ['Of a sample of 30 accounts, 2 were found', [2, 30]],
    ['removed 3 days after the 25 January', null],
    ['2 of 10% of cases', null],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const sample = sampleIn(text);
      assert.deepEqual(sample === null ? null : [sample.deviations, sample.tested], expected);
    });
});
