import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageText } from '../../../src/core/report/page-text.ts';
import { DocumentView } from '../../../src/core/report/view/document-view.ts';
import { pagesFromText } from './pages-from-text.ts';

/** One page of single runs at given places. */
function pageOf(
  ...runs: readonly [text: string, x: number, y: number, width: number, height?: number][]
): PageText {
  return {
    number: 1,
    width: 612,
    height: 792,
    isImage: false,
    runs: runs.map(([text, x, y, width, height = 10]) => ({ text, x, y, width, height })),
  };
}
const textOf = (...pages: readonly PageText[]): string => new DocumentView(pages).whole.text;

describe('lines of a page', () => {
  it('joins runs that touch and parts those with a gap', () => {
    assert.equal(
      textOf(pageOf(['16 January 202', 60, 200, 70], ['4', 130, 200, 5], ['San Jose', 140, 200, 40])),
      '16 January 2024 San Jose',
    );
  });

  it('drops a footnote mark that sticks to a year', () => {
    assert.equal(
      textOf(pageOf(['September 30, 2018', 60, 200, 90], ['2', 150, 196, 4, 6])),
      'September 30, 2018',
    );
  });

  it('reads text that is drawn twice once', () => {
    assert.equal(textOf(pageOf(['SOC 2', 60, 200, 30], ['SOC 2', 60.4, 200, 30])), 'SOC 2');
  });

  it('keeps the cells of a table with their places', () => {
    const [line] = new DocumentView([
      pageOf(
        ['CC6.1', 60, 200, 30],
        ['Access is reviewed.', 140, 201, 90],
        ['No exceptions noted.', 400, 200, 90],
      ),
    ]).pages[0]!.lines;
    assert.deepEqual(
      line?.cells.map(({ text, x }) => [text, x]),
      [
        ['CC6.1', 60],
        ['Access is reviewed.', 140],
        ['No exceptions noted.', 400],
      ],
    );
  });

  it('reads two columns one after the other, and a table row by row', () => {
    const rows = Array.from({ length: 10 }, (_, i) => i);
    const left = rows.map((i): [string, number, number, number] => [
      `left${String(i)}`,
      60,
      200 + i * 12,
      200,
    ]);
    const right = rows.map((i): [string, number, number, number] => [
      `right${String(i)}`,
      330,
      200 + i * 12,
      200,
    ]);
    assert.match(textOf(pageOf(...left, ...right)), /left9\sright0/);
    assert.match(textOf(pageOf(...rows.flatMap((i) => [left[i]!, right[i]!]))), /left0 right0\sleft1/);
  });
});

describe('cleaned text', () => {
  const cleaned = (text: string): string => textOf(...pagesFromText(text));

  it('has one form for ligatures, quotes, dashes, bullets and trademark signs', () => {
    assert.equal(
      cleaned('\uF06E of\uFB01ce \u201CSOC 2\u00AE\u201D \u2014 Acme\u2019s'),
      '• office "SOC 2" – Acme\'s',
    );
  });

  it('has no bidirectional marks, soft hyphens or footnote digits', () => {
    assert.equal(cleaned('\u200EDecem\u00ADber 31, 2023\u00B2\u202C'), 'December 31, 2023');
  });

  it('closes kerning and letter spacing', () => {
    assert.equal(cleaned('W ASHINGTON T ype 2'), 'WASHINGTON Type 2');
    assert.equal(cleaned('J U L Y 1 , 2 0 2 1 T O J U N E 3 0 , 2 0 2 2'), 'JULY 1, 2021 TO JUNE 30, 2022');
    assert.equal(cleaned('SECTION V TESTS OF CONTROLS'), 'SECTION V TESTS OF CONTROLS');
  });

  it('joins words broken at the end of a line, and keeps the hyphens of compounds', () => {
    assert.match(
      cleaned('the operating effec-\ntiveness of controls and its effectiveness there'),
      /operating effectiveness of/,
    );
    assert.match(
      cleaned('the carve-\nout method is a method to carve a part out of it'),
      /the carve-out method/,
    );
  });
});

describe('evidence', () => {
  it('quotes the passage as it stands in the plain text of its page', () => {
    const view = new DocumentView(
      pagesFromText('SOC 2\u00AE Report', 'for the period \u201CJuly 1, 2012\u201D\nto June 30, 2013'),
    );
    const flow = view.whole;
    const start = flow.text.indexOf('"July');
    const evidence = flow.evidence({ start, end: flow.text.length });
    assert.equal(evidence.page, 2);
    assert.equal(evidence.quote, '\u201CJuly 1, 2012\u201D to June 30, 2013');
    assert.ok(view.pages[1]?.plainText.includes(evidence.quote));
  });

  it('leaves headers, footers and watermarks out of the text and finds the printed page numbers', () => {
    const page = (n: number): PageText => ({
      ...pageOf(
        ['Acme Corp - Confidential', 60, 30, 120],
        ['Licensed to jo@example.com', 200, 400, 140],
        [`effective throughout the period ${String(n)}`, 60, 300, 180],
        [`January ${String(n)}, 2023`, 60, 400, 80],
        [`to December ${String(n)}, 2023`, 60, 412, 80],
        [`Page ${String(n)} of 4`, 280, 770, 60],
      ),
      number: n + 2,
    });
    const view = new DocumentView([1, 2, 3, 4].map(page));
    assert.doesNotMatch(view.whole.text, /Confidential|jo@|Page/);
    assert.deepEqual(
      view.pages.map(({ printed }) => printed),
      ['1', '2', '3', '4'],
    );
    assert.match(view.runningText.text, /Licensed to jo@example.com/);
    assert.match(view.whole.text, /January 1, 2023 to December 1, 2023/);
  });
});

describe('sections', () => {
  const letter =
    "To the Management of Acme, Inc.:\nScope\nWe have examined Acme's description of its system.\nDescription of Tests of Controls\nThe specific controls we tested are listed in section IV.\nIn our opinion, in all material respects, it is fair.";
  const kinds = (...pages: readonly string[]): string[] =>
    new DocumentView(pagesFromText(...pages)).parts.map(
      ({ kind, firstPage }) => `${kind} ${String(firstPage)}`,
    );

  it('follow the headings, whatever their numbering', () => {
    assert.deepEqual(
      kinds(
        "Acme, Inc.\nSOC 2 Type 2 Report\nReport on Acme's Description of its System",
        'Table of Contents\nIndependent Service Auditor\u2019s Report ..... 1\nAssertion of Acme Management ..... 4\nTests of Controls ..... 8',
        `SECTION I\nINDEPENDENT SERVICE AUDITOR'S REPORT\n${letter}`,
        "II. Acme's Management Assertion\nWe have prepared the description.",
        'Section Three - Description of the System\nAcme is a company.',
        '4 Trust Services Criteria, Related Controls, and Tests of Controls\nCC1.1',
        'Section V\nOther Information Provided by Management (Unaudited)\nNothing.',
      ),
      [
        'cover 1',
        'contents 2',
        'auditors-report 3',
        'assertion 4',
        'description 5',
        'tests 6',
        'other-information 7',
      ],
    );
  });

  it('are recognised by what the pages say when they have no headings', () => {
    assert.deepEqual(kinds('SOC 1 Report', letter, 'We have prepared the description of our system.'), [
      'cover 1',
      'auditors-report 2',
      'assertion 3',
    ]);
  });
});
