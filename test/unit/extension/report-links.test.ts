import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { relativeUrl } from '../../../src/core/summary/report-link.ts';
import { comparedReports, reportLinks } from '../../../src/extension/review-links/report-links.ts';

describe('links of a review to its report', () => {
  it('are found with their place, file and page', () => {
    const text = '| Period | [page 3](../../vendors/a.pdf#page=3) and [p. 12](b.PDF#page=12) |';
    assert.deepEqual(
      reportLinks(text).map(({ start, end, path, page }) => [text.slice(start, end), path, page]),
      [
        ['../../vendors/a.pdf#page=3', '../../vendors/a.pdf', 3],
        ['b.PDF#page=12', 'b.PDF', 12],
      ],
    );
  });

  it('may lead to the whole report', () => {
    assert.deepEqual(
      reportLinks('[a.pdf](../a.pdf)').map(({ path, page }) => [path, page]),
      [['../a.pdf', null]],
    );
  });

  it('bring the quote of their row', () => {
    const [fact, several, bare] = reportLinks(
      '| Opinion | unmodified | [page 4](a.pdf#page=4) | “the section titled “Assertion \\| 1\\*”” | |\n' +
        '| Period | [page 5](a.pdf#page=5) | “July 1, 2025” … “June 30, 2026” | |\n' +
        '| CC5 | [page 5](a.pdf#page=5) | Management agrees. | “later” |',
    );
    assert.equal(fact?.quote, 'the section titled “Assertion | 1*”');
    assert.equal(several?.quote, 'July 1, 2025');
    assert.equal(bare?.quote, null);
  });

  it('may stand in a definition, and bring their quote as a title', () => {
    const text =
      'See [the log][77] and [this](b.pdf#page=2 "in a link").\n\n[77]: a.pdf#page=77  "word for word"\n';
    assert.deepEqual(
      reportLinks(text).map(({ path, page, quote, isDefinition }) => [path, page, quote, isDefinition]),
      [
        ['b.pdf', 2, 'in a link', false],
        ['a.pdf', 77, 'word for word', true],
      ],
    );
    assert.deepEqual(reportLinks('a [77]: a.pdf#page=77\n[8]: a.pdf#page=8 and more'), []);
  });

  it('are those that summaries write, whatever the file is called', () => {
    const path = 'vendors/Ärzte & Co/SOC 2 (final) #1 100%.pdf';
    const url = relativeUrl({ folder: 'reviews/x' }, path, 7);
    assert.deepEqual(
      reportLinks(`[page 7](${url})`).map((link) => [link.path, link.page]),
      [[`../../${path}`, 7]],
    );
  });

  it('are not addresses elsewhere, other files, or broken ones', () => {
    for (const address of [
      'https://example.com/a.pdf#page=1',
      'file:///etc/a.pdf#page=1',
      '/etc/a.pdf#page=1',
      'a.pdf#page=0',
      '%E0%A4%A.pdf#page=1',
      'a.md#page=1',
    ]) {
      assert.deepEqual(reportLinks(`[x](${address})`), [], address);
    }
  });

  it('name the two reports of a comparison, and no two of another text', () => {
    const comparison = '[a](v/2024.pdf)\n[b](v/2025.pdf)\n[page 3](v/2025.pdf#page=3)';
    assert.deepEqual(
      comparedReports(reportLinks(comparison))?.map(({ path }) => path),
      ['v/2024.pdf', 'v/2025.pdf'],
    );
    assert.equal(comparedReports(reportLinks('[a](v/2024.pdf)')), undefined);
    assert.equal(comparedReports(reportLinks('[a](v/1.pdf) [b](v/1.pdf)')), undefined);
    assert.equal(comparedReports(reportLinks('[a](v/1.pdf#page=2) [b](v/2.pdf)')), undefined);
  });
});
