import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodySections, isTable, tableRows } from '../../../src/core/review/review-body.ts';
import { readReviewTables } from '../../../src/core/review/review-tables.ts';
import { addException, addQuote, addUserControl } from '../../../src/core/summary/add-to-review.ts';
import type { TestException } from '../../../src/core/report/reading.ts';
import { clean } from './golden-reports.ts';

const base = { folder: 'reviews/northlake' };
const exception: TestException = {
  control: 'CC6.2',
  text: 'For 2 of the 25 terminations | tested, access was removed late.',
  page: 77,
  sample: { deviations: 2, tested: 25 },
  managementResponse: null,
};
const control = { id: 'CUEC-9', text: 'User entities lock their cabinets.', page: 31 };
const lineOf = (text: string, line: number): string => text.split(/\r?\n/)[line] ?? '';

const draft = [
  '---',
  'vendor: Northlake',
  '---',
  '',
  '# Northlake',
  '',
  '## Exceptions',
  '',
  '| Control | What was found | Our own column | Our assessment | Page |',
  '| - | - | - | - | - |',
  '| CC1.1 | Old one | ours | fine | [page 3](../r.pdf#page=3) |',
  '',
  '## Complementary user entity controls',
  '',
  'No list of user entity controls was found in the text.',
  '',
  '## Conclusion',
  '',
  '*What do we conclude?*',
  '',
].join('\n');

describe('what a reviewer puts into a review', () => {
  it('a quote, with the link to its page, before the conclusion', () => {
    const { text, line } = addQuote(draft, base, clean.path, {
      page: 12,
      printedPage: '8',
      quote: 'The *controls*\nwere | suitably designed.',
    });
    assert.equal(lineOf(text, line), '## Quotes');
    const [quotes] = bodySections(text).filter(({ title }) => title === 'Quotes');
    assert.ok(quotes);
    assert.match(
      text.slice(quotes.from, quotes.to),
      /^## Quotes\n\n> The \\\*controls\\\* were \| suitably designed\.\n>\n> — \[page 12 \(printed 8\)\]\(\.\.\/\.\.\/vendors\/northlake\/2025\/SOC2%20Type2\.pdf#page=12\)\n\n$/,
    );
    assert.ok(text.endsWith(draft.slice(draft.indexOf('## Conclusion'))));
  });

  it('a second quote behind the first', () => {
    const quoteOf = (quote: string, text: string) =>
      addQuote(text, base, clean.path, { page: 1, printedPage: null, quote });
    const first = quoteOf('First.', draft);
    const second = quoteOf('Second.', first.text);
    assert.equal(lineOf(second.text, second.line), '> Second.');
    assert.equal(second.text.match(/## Quotes/g)?.length, 1);
    assert.ok(second.text.indexOf('First.') < second.text.indexOf('Second.'));
  });

  it('an exception as a row of the table, in the columns that it has', () => {
    const { text, line } = addException(draft, base, clean, exception);
    assert.deepEqual(
      readReviewTables(text).exceptions.map(({ control: id, found, assessment }) => [id, found, assessment]),
      [
        ['CC1.1', 'Old one', 'fine'],
        ['CC6.2', exception.text, ''],
      ],
    );
    assert.match(lineOf(text, line), /^\| CC6\.2 \|.*\| \| \| \[page 77\]\(.*#page=77\) \|$/);
    assert.equal(text.replace(`${lineOf(text, line)}\n`, ''), draft);
  });

  it('no row twice: the one that is there is shown', () => {
    const once = addException(draft, base, clean, exception);
    assert.deepEqual(addException(once.text, base, clean, exception), once);
  });

  it('a table where there was only a sentence, and a section where there was none', () => {
    const { text } = addUserControl(draft, base, clean, control);
    assert.deepEqual(
      readReviewTables(text).userControls.map(({ id, text: words }) => [id, words]),
      [['CUEC-9', control.text]],
    );
    const bare = addException('---\nvendor: Northlake\n---\n', base, clean, exception).text;
    const [section] = bodySections(bare);
    const table = section?.contents.find(isTable);
    assert.equal(section?.title, 'Exceptions');
    assert.equal(table && tableRows(table).length, 1);
  });

  it('keeps Windows line ends', () => {
    const windows = draft.replaceAll('\n', '\r\n');
    for (const { text } of [
      addException(windows, base, clean, exception),
      addQuote(windows, base, clean.path, { page: 1, printedPage: null, quote: 'Words.' }),
    ]) {
      assert.doesNotMatch(text, /[^\r]\n/);
    }
  });
});
