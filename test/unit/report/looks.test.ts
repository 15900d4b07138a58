import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PageText } from '../../../src/core/report/page-text.ts';
import { readReport, type ReadingDepth } from '../../../src/core/report/read-report.ts';
import { DocumentView } from '../../../src/core/report/view/document-view.ts';
import { draftOf, draftsOf } from '../../../src/core/report/view/draft-page.ts';
import { mayHoldAuditorsLetter } from '../../../src/core/report/view/letter-hints.ts';
import { HEADING_WORDINGS, HEADING_WORDS } from '../../../src/core/report/view/section-headings.ts';
import { pagesFromText } from './pages-from-text.ts';
import { SOC1_REPORTS } from './samples/soc1-reports.ts';
import { SOC2_REPORTS } from './samples/soc2-reports.ts';
import { TRAPS } from './samples/traps.ts';

const SAMPLES = [...SOC2_REPORTS, ...SOC1_REPORTS, ...TRAPS];
const WORD_BOUNDARY = /\\b/g;
const LOOKAHEAD = /\(\?!(?:[^()]|\([^()]*\))*\)/g;

/** Any title of a wording. The generator knows neither word boundaries nor what must not follow; we look after. */
const titleOf = (wording: RegExp): fc.Arbitrary<string> =>
  fc
    .stringMatching(new RegExp(wording.source.replace(WORD_BOUNDARY, '').replace(LOOKAHEAD, '')), {
      size: 'small',
    })
    .filter((title) => wording.test(title));

describe('a cheap question before a dear one', () => {
  for (const { kind, wording, source } of HEADING_WORDINGS) {
    it(`never keeps a title from being seen: ${kind}, ${source}`, () => {
      fc.assert(
        fc.property(titleOf(wording), (title) => {
          assert.match(title, HEADING_WORDS);
          if (kind === 'auditors-report')
            assert.ok(pagesFromText(`1   ${title}`).every(mayHoldAuditorsLetter));
        }),
        { numRuns: 30 },
      );
    });
  }

  it('never keeps a letter from being seen', () => {
    for (const { name, pages } of SAMPLES) {
      const read = pagesFromText(...pages);
      const hasLetter = new DocumentView(read).has('auditors-report');
      assert.ok(!hasLetter || read.some(mayHoldAuditorsLetter), name);
    }
  });

  it('sees a letter whose words a PDF tears apart or draws twice', () => {
    const run = (text: string, x: number): PageText['runs'][number] => ({
      text,
      x,
      y: 200,
      width: 20,
      height: 10,
    });
    const page = { number: 1, width: 612, height: 792, isImage: false };
    const torn = [run('W e ha', 60), run('ve', 81), run('ex amined', 110)];
    assert.ok(mayHoldAuditorsLetter({ ...page, runs: torn }));
    assert.ok(mayHoldAuditorsLetter({ ...page, runs: torn.flatMap((each) => [each, each]) }));
    assert.ok(!mayHoldAuditorsLetter({ ...page, runs: [run('We were examined by our auditor.', 60)] }));
  });
});

/** How many pages were asked for, and what was read from them. */
const read = async (
  depth: ReadingDepth,
  ...texts: readonly string[]
): Promise<{ readonly asked: number; readonly facts: readonly unknown[] }> => {
  const pages = pagesFromText(...texts);
  let asked = 0;
  const page = (number: number): Promise<PageText> => {
    asked++;
    return Promise.resolve(pages[number - 1]!);
  };
  const reading = await readReport({ pageCount: pages.length, page }, depth);
  const { kind, vendor, type, periodStart, periodEnd } = reading;
  return { asked, facts: [kind, vendor?.value, type, periodStart?.value, periodEnd?.value] };
};

describe('reading for the facts', () => {
  const cover =
    'Harborline Systems, Inc.\nSystem and Organization Controls 3 (SOC 3) Report\nFor the period January 1, 2023 to December 31, 2023';
  const assertion =
    'Assertion of Harborline Systems, Inc. Management\nWe, as management of Harborline Systems, Inc., are responsible for designing, implementing, operating and maintaining\neffective controls within the Payments System throughout the period January 1, 2023 to December 31, 2023.\nWe assert that the controls were effective throughout the period, based on the applicable trust services criteria.';
  const description = Array.from({ length: 30 }, (_, i) =>
    i === 0
      ? 'Attachment A - Description of the Payments System\nThe system moves payments between banks.'
      : `Part ${String(i)}\nThe network of part ${String(i)} is monitored.`,
  );
  it('is done with the assertion where the letter before it is a picture', async () => {
    const texts = [cover, '', assertion, ...description];
    const [facts, full] = [await read('facts', ...texts), await read('full', ...texts)];
    assert.deepEqual(facts.facts, full.facts);
    assert.deepEqual(facts.facts, ['soc3', 'Harborline Systems, Inc.', null, '2023-01-01', '2023-12-31']);
    assert.equal(facts.asked, 6);
  });

  it('goes on where no picture can be the letter', async () => {
    const { asked } = await read('facts', cover, assertion, ...description);
    assert.equal(asked, 2 + description.length);
  });
});

describe('a first look at what is no report', () => {
  const certificate =
    'Certificate of Registration\nInformation security management system\nThis is to certify that the system of Harborline Systems, Inc. conforms to ISO/IEC 27001:2022.\nCertification body: Nordmark Registrars';
  const annex = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => `Annex ${String(i)}\nSites in scope: building ${String(i)}.`);
  const report = [
    'Harborline Systems, Inc.\nSystem and Organization Controls 3 (SOC 3) Report\nFor the period January 1, 2023 to December 31, 2023',
    `Independent Service Auditor's Report
To the Management of Harborline Systems, Inc.:
We have examined the assertion of Harborline Systems, Inc. that the controls within the Payments System were effective throughout the period January 1, 2023 to December 31, 2023, based on the applicable trust services criteria.
Our responsibility is to express an opinion based on our examination.
Because of their nature, controls may not always operate effectively.
In our opinion, in all material respects, the assertion is fairly stated.`,
    `Assertion of Harborline Systems, Inc. Management\nWe, as management of Harborline Systems, Inc., are responsible for the controls.`,
    ...Array.from({ length: 20 }, (_, i) => `Attachment A - Description, part ${String(i)}\nText.`),
  ];

  it('ends with its first pages where a report behind them would have no room', async () => {
    const { asked, facts } = await read('facts', certificate, ...annex(8));
    assert.deepEqual([asked, facts[0]], [3, 'not-soc']);
  });

  it('ends where a report would have begun', async () => {
    const { asked, facts } = await read('facts', certificate, ...annex(60));
    assert.deepEqual([asked, facts[0]], [6, 'not-soc']);
  });

  it('goes on to a report that is bound in behind it', async () => {
    for (const pages of [0, 1, 2, 3, 4]) {
      const texts = [certificate, ...annex(pages), ...report];
      const [facts, full] = [await read('facts', ...texts), await read('full', ...texts)];
      assert.deepEqual(facts.facts, full.facts, `${String(1 + pages)} pages before it`);
      assert.equal(facts.facts[0], 'soc3');
    }
  });

  it('goes on for a while where it speaks of reports, and to its end where it holds words of a letter', async () => {
    const paper = 'White Paper\nHow we keep your data\nEach year a firm examines us, see our SOC 2 report.';
    assert.equal((await read('facts', paper, ...annex(60))).asked, 12);
    const words = 'Our auditors\nThe independent service auditor’s report is sent to customers on request.';
    assert.equal((await read('facts', paper, words, ...annex(60))).asked, 62);
  });
});

/** All that recognisers see of the pages. */
const seen = (view: DocumentView): unknown => [
  view.pages.map(({ number, printed, text, runningLines }) => [
    number,
    printed,
    text,
    runningLines.map((line) => line.text),
  ]),
  view.parts.map(({ kind, title, firstPage, lastPage }) => [kind, title, firstPage, lastPage]),
];

describe('a view', () => {
  it('is the same whether the document was viewed before, with fewer pages, or not', () => {
    const sample = fc.constantFrom(...SAMPLES);
    const looks = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 });
    fc.assert(
      fc.property(sample, looks, ({ pages }, counts) => {
        const framed = pages.map((text, i) => `Acme Corp - Confidential   ${String(i + 1)}\n${text}`);
        const read = pagesFromText(...framed);
        for (const count of counts.sort((a, b) => a - b))
          seen(new DocumentView(read.slice(0, count), read.length));
        assert.deepEqual(seen(new DocumentView(read)), seen(new DocumentView(pagesFromText(...framed))));
      }),
      { numRuns: 60 },
    );
  });

  it('has the same drafts of a long document, which are not kept, as of a short one', () => {
    const [page] = pagesFromText('SOC 2 Report\nControl   Result');
    assert.ok(page !== undefined);
    for (const count of [2, 401]) {
      const pages = Array.from({ length: count }, (_, i): PageText => ({ ...page, number: i + 1 }));
      const { runs, groups } = draftsOf(pages)(pages[1]!);
      assert.deepEqual([runs, groups], [draftOf(page).runs, draftOf(page).groups]);
    }
  });
});
