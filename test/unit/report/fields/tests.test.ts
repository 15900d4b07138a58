import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTests } from '../../../../src/core/report/fields/tests/read-tests.ts';
import { DocumentView } from '../../../../src/core/report/view/document-view.ts';
import { pagesFromText } from '../pages-from-text.ts';

const HEADING = 'SECTION IV: TRUST SERVICES CRITERIA, RELATED CONTROLS, AND TESTS OF CONTROLS\n\n';
const TITLES =
  'Control #      Control                           Test                              Results of Tests\n\n';
const row = (number: string, result: string): string =>
  `${number.padEnd(15)}${'Access is approved.'.padEnd(34)}${'Inspected approvals.'.padEnd(34)}${result}\n\n`;
const read = (...pages: readonly string[]): ReturnType<typeof readTests> =>
  readTests(new DocumentView(pagesFromText('Cover', ...pages)));

describe('tests of controls', () => {
  it('find one exception among 300 clean lines', () => {
    const pages = Array.from({ length: 15 }, (_, page) => {
      const rows = Array.from({ length: 20 }, (_, i) => {
        const isBad = page === 9 && i === 7;
        return row(
          `AC-${page * 20 + i + 1}`,
          isBad ? 'For 2 of 25 users, access was not removed.' : 'No exceptions noted.',
        );
      });
      return HEADING + TITLES + rows.join('');
    });
    const { exceptions } = read(...pages);
    assert.deepEqual(
      exceptions.map(({ control, page, sample }) => ({ control, page, sample })),
      [{ control: 'AC-188', page: 11, sample: { deviations: 2, tested: 25 } }],
    );
  });

  it('find none among 300 clean lines', () => {
    const pages = Array.from(
      { length: 15 },
      (_, page) =>
        HEADING +
        TITLES +
        Array.from({ length: 20 }, (_, i) => row(`CC6.${page * 20 + i}`, 'No exceptions noted.')).join(''),
    );
    const { exceptions, untested } = read(...pages);
    assert.deepEqual([exceptions, untested], [[], []]);
  });

  it('read the columns in whatever order they stand', () => {
    const page = `${HEADING}Results            Test                       Control Activity                   Ref\n
Exception noted.   Inspected the logs.        Logs are reviewed weekly.          4.02\n
None noted.        Inspected the logs.        Logs are kept for a year.          4.03\n`;
    assert.deepEqual(
      read(page).exceptions.map(({ control, text }) => [control, text]),
      [['4.02', 'Exception noted.']],
    );
  });

  it('keep apart what could not be tested', () => {
    const { exceptions, untested, tested } = read(
      HEADING +
        TITLES +
        row('IR-1', 'The control did not operate during the period.') +
        row('IR-2', 'No exceptions noted.'),
    );
    assert.deepEqual(exceptions, []);
    assert.deepEqual(
      untested.map(({ control }) => control),
      ['IR-1'],
    );
    assert.deepEqual(tested, ['IR-2']);
  });

  it('say which controls were tested, each once', () => {
    const { tested } = read(
      HEADING +
        TITLES +
        row('AC-1', 'No exceptions noted.') +
        row('AC-2', 'For 2 of 25 users, access was not removed.') +
        row('AC-1', 'No exceptions noted.') +
        row('AC-3', 'The control did not operate during the period.'),
    );
    assert.deepEqual(tested, ['AC-1', 'AC-2']);
  });

  it("take management's response from the unaudited section by the control's number", () => {
    const other = `SECTION V: OTHER INFORMATION PROVIDED BY MANAGEMENT\n
Management's Response to Exceptions

AC-2: The account had not been used. It was removed on notification.`;
    const { exceptions } = read(
      HEADING + TITLES + row('AC-1', 'No exceptions noted.') + row('AC-2', 'Exception noted.'),
      other,
    );
    assert.deepEqual(exceptions[0]?.managementResponse, {
      text: 'The account had not been used. It was removed on notification.',
      page: 3,
      section: 'other-information',
    });
  });

  it('are told apart where one cell numbers several', () => {
    const cell = `${HEADING}${TITLES}${'AC-1'.padEnd(15)}${'Access is approved.'.padEnd(34)}${'Inspected approvals.'.padEnd(34)}1. No exceptions noted.
${' '.repeat(83)}2. Exception noted. One approval was late.`;
    assert.deepEqual(
      read(cell).exceptions.map(({ text }) => text),
      ['Exception noted. One approval was late.'],
    );
  });

  it('take a pointer to the answer for no answer', () => {
    const pointing = row('AC-1', 'Exception noted. Management response: see section V.');
    assert.deepEqual(
      read(HEADING + TITLES + pointing).exceptions.map(({ text, managementResponse }) => [
        text,
        managementResponse,
      ]),
      [['Exception noted.', null]],
    );
  });

  it('are not mistaken for the legend that explains their words', () => {
    const legend = `${HEADING}"Exception noted" indicates that the control did not operate as described.`;
    assert.deepEqual(read(legend).exceptions, []);
  });
});
