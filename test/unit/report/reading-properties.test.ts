import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PageText, TextRun } from '../../../src/core/report/page-text.ts';
import { readReport, type ReadingDepth } from '../../../src/core/report/read-report.ts';
import { pagesFromText } from './pages-from-text.ts';
import { saidBy, type Expected, type SampleReport } from './samples/expectation.ts';
import { OTHER_DOCUMENTS } from './samples/other-documents.ts';
import { SOC1_REPORTS } from './samples/soc1-reports.ts';
import { SOC2_REPORTS } from './samples/soc2-reports.ts';
import { TRAPS } from './samples/traps.ts';

const REPORTS = [...SOC2_REPORTS, ...SOC1_REPORTS, ...TRAPS];
const anyReport = fc.constantFrom(...REPORTS);
const RUNS = { numRuns: 60 };

async function read(pages: readonly PageText[], depth: ReadingDepth = 'full'): Promise<Required<Expected>> {
  const source = { pageCount: pages.length, page: (number: number) => Promise.resolve(pages[number - 1]!) };
  return saidBy(await readReport(source, depth));
}

const withRuns = (page: PageText, ...runs: readonly TextRun[]): PageText => ({
  ...page,
  runs: [...page.runs, ...runs],
});
const run = (text: string, x: number, y: number, height = 9): TextRun => ({
  text,
  x,
  y,
  width: text.length * height * 0.5,
  height,
});

/** Fields that a change of layout may make absent, but never different. */
function differences(before: Expected, after: Expected): string[] {
  return Object.entries(after).flatMap(([field, value]) => {
    const was = before[field as keyof Expected];
    const isAbsent = value === null || (Array.isArray(value) && value.length === 0);
    return isAbsent || JSON.stringify(was) === JSON.stringify(value)
      ? []
      : [`${field}: ${JSON.stringify(was)} became ${JSON.stringify(value)}`];
  });
}

describe('what stands around the text changes nothing', () => {
  it('a watermark on every page', async () => {
    const watermark = fc.record({
      text: fc.constantFrom(
        'Licensed to Pat Reader <pat@reader.example>',
        'CONFIDENTIAL COPY 4711',
        'Reader Corp, LLC 2026-03-04',
      ),
      x: fc.integer({ min: 20, max: 300 }),
      y: fc.integer({ min: 30, max: 700 }),
    });
    await fc.assert(
      fc.asyncProperty(anyReport, watermark, async ({ pages }, { text, x, y }) => {
        const plain = pagesFromText(...pages).filter((page) => !page.isImage);
        fc.pre(plain.length >= 3);
        const numbered = plain.map((page, i) => ({ ...page, number: i + 1 }));
        const stamped = numbered.map((page) => withRuns(page, run(text, x, y, 14)));
        assert.deepEqual(await read(stamped), await read(numbered));
      }),
      RUNS,
    );
  });

  it('a header and a numbered footer', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, fc.integer({ min: 0, max: 3 }), async ({ pages }, offset) => {
        const plain = pagesFromText(...pages);
        const framed = plain.map((page) =>
          page.isImage
            ? page
            : withRuns(
                page,
                run('Report on Controls | Strictly Confidential', 60, 30),
                run(`Page ${String(page.number + offset)}`, 500, page.height - 20),
              ),
        );
        fc.pre(plain.filter((page) => !page.isImage).length >= 3);
        assert.deepEqual(await read(framed), await read(plain));
      }),
      RUNS,
    );
  });

  it('another width of the lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SOC2_REPORTS, ...SOC1_REPORTS),
        fc.integer({ min: 60, max: 110 }),
        async ({ pages, says }, width) => {
          const [cover = '', ...rest] = pages;
          const after = await read(pagesFromText(cover, ...rest.map((text) => rewrap(text, width))));
          const expected = Object.keys(says).map((field) => [field, after[field as keyof Expected]]);
          assert.deepEqual(Object.fromEntries(expected), says);
        },
      ),
      RUNS,
    );
  });
});

/** Breaks the lines of prose anew; short lines are headings, addresses and signatures, and stay. */
function rewrap(text: string, width: number): string {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    if (open) paragraphs.push(`${paragraphs.pop()!} ${line}`);
    else paragraphs.push(line);
    open = line.length > 85;
  }
  const fold = new RegExp(`(.{20,${String(width)}})\\s(?=\\S)`, 'g');
  return paragraphs.map((text) => (text.length > 85 ? text.replace(fold, '$1\n') : text)).join('\n');
}

describe('a document that is not whole', () => {
  it('cut anywhere, says less or the same, never something else', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, fc.nat(), async ({ pages }, cut) => {
        const whole = pagesFromText(...pages);
        const before = await read(whole);
        const after = await read(whole.slice(0, 1 + (cut % whole.length)));
        fc.pre(after.kind === before.kind);
        assert.deepEqual(differences(before, after), []);
      }),
      RUNS,
    );
  });

  it('with the pages of its description and tests shuffled, says the same', async () => {
    const filler = (page: number): string =>
      `Control activities, part ${String(page)}\nAccess is reviewed quarterly. Effective March ${String(page)}, 2019.`;
    await fc.assert(
      fc.asyncProperty(anyReport, fc.shuffledSubarray([1, 2, 3, 4, 5, 6]), async ({ pages, says }, order) => {
        fc.pre(says.kind.startsWith('soc'));
        const ordered = await read(pagesFromText(...pages, ...[...order].sort().map(filler)));
        assert.deepEqual(await read(pagesFromText(...pages, ...order.map(filler))), ordered);
      }),
      RUNS,
    );
  });
});

describe('reading for the facts', () => {
  const FACTS = ['kind', 'vendor', 'type', 'start', 'end', 'asOf'] as const;
  const long = ({ pages }: SampleReport): PageText[] =>
    pagesFromText(
      ...pages,
      ...Array.from({ length: 40 }, (_, i) => `Description, page ${String(i)}\nThe network is monitored.`),
    );

  it('gives no half lists', async () => {
    const [sample] = SOC2_REPORTS;
    const pages = long(sample!).map((page) => ({ ...page }));
    const asked = new Set<number>();
    const page = (number: number): Promise<PageText> => {
      asked.add(number);
      return Promise.resolve(pages[number - 1]!);
    };
    const reading = await readReport({ pageCount: pages.length, page }, 'facts');
    assert.ok(asked.size < pages.length, `${String(asked.size)} of ${String(pages.length)} pages read`);
    assert.deepEqual(reading.subserviceOrganizations, []);
    assert.deepEqual(reading.userControls, []);
  });

  it('stops where no further page can say more, and never before', async () => {
    const filler = (page: number): string => `Answers, page ${String(page)}\nBackups are tested. Yes.`;
    const papers = Array.from({ length: 30 }, (_, i) => filler(i + 2));
    const questionnaire = [
      'Consensus Assessments Initiative Questionnaire (CAIQ)\nAcme Cloud, Inc.',
      ...papers.slice(0, 4),
      'Do you have a SOC 2 report? Yes, our SOC 2 Type 2 report can be requested.',
      ...papers,
    ];
    const [report] = SOC2_REPORTS;
    const title = 'SOC 3 Report\n\nAcme Cloud, Inc.\n\nFor the Period January 1, 2024 to December 31, 2024';
    const assertion = `Assertion of the Management of Acme Cloud, Inc.

We, as management of Acme Cloud, Inc., are responsible for designing and operating effective controls within the
Acme Cloud System throughout the period January 1, 2024 to December 31, 2024. We assert that the controls within
the system were effective throughout the period based on the trust services criteria relevant to security.`;
    const inPictures = [title, '', '', assertion, 'Description of the Acme Cloud System', ...papers];
    for (const [pages, most] of [
      [questionnaire, 12],
      [inPictures, 6],
      // A report behind the answers: its letter's words are in sight before the answers have said enough.
      [[...questionnaire.slice(0, 9), ...report!.pages], Infinity],
    ] as const) {
      const source = pagesFromText(...pages);
      const asked = new Set<number>();
      const page = (number: number): Promise<PageText> => {
        asked.add(number);
        return Promise.resolve(source[number - 1]!);
      };
      const facts = saidBy(await readReport({ pageCount: source.length, page }, 'facts'));
      const full = await read(source);
      for (const field of FACTS) assert.deepEqual([field, facts[field]], [field, full[field]]);
      assert.ok(asked.size <= most, `${String(asked.size)} of ${String(source.length)} pages read`);
    }
  });

  it('agrees with reading everything', async () => {
    for (const sample of [...REPORTS, ...OTHER_DOCUMENTS]) {
      const [facts, full] = [await read(long(sample), 'facts'), await read(long(sample), 'full')];
      for (const field of FACTS)
        assert.deepEqual([sample.name, field, facts[field]], [sample.name, field, full[field]]);
    }
  });
});

describe('any input', () => {
  const anyRun = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'In our opinion, ',
        'We have examined ',
        'SOC 2 Type 2',
        'January 1, 2024 to',
        ' December 31, 2024',
        "'s description of its ",
        'Inc.',
        '\u00AD',
        '..... 7',
      ),
    ),
    x: fc.double({ min: -50, max: 700, noNaN: true }),
    y: fc.double({ min: -50, max: 900, noNaN: true }),
    width: fc.double({ min: 0, max: 500, noNaN: true }),
    height: fc.constantFrom(0, 6, 10, 24),
  });
  const anyPages = fc.array(fc.array(anyRun, { maxLength: 40 }), { maxLength: 6 }).map((pages) =>
    pages.map((runs, i): PageText => ({
      number: i + 1,
      width: 612,
      height: 792,
      runs,
      isImage: runs.length === 0,
    })),
  );

  it('is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(anyPages, async (pages) => {
        const reading = await readReport(
          { pageCount: pages.length, page: (n) => Promise.resolve(pages[n - 1]!) },
          'full',
        );
        assert.equal(reading.pages, pages.length);
      }),
      { numRuns: 300 },
    );
  });

  it('has quotes that are found in the plain text of the page that they name', async () => {
    for (const { name, pages } of [...REPORTS, ...OTHER_DOCUMENTS]) {
      const texts = pagesFromText(...pages);
      const reading = await readReport(
        { pageCount: texts.length, page: (n) => Promise.resolve(texts[n - 1]!) },
        'full',
      );
      const facts = Object.values(reading).flatMap((value: unknown) => (isEvidence(value) ? [value] : []));
      for (const { page, quote } of facts) {
        const plain = texts[page - 1]!.runs.map(({ text }) => text)
          .join(' ')
          .replace(/\s+/g, ' ');
        assert.ok(quote !== '' && plain.includes(quote), `${name}: "${quote}" on page ${String(page)}`);
      }
    }
  });

  it('takes time in proportion to its length', async () => {
    const time = async (text: string): Promise<number> => {
      const pages = pagesFromText(...Array.from({ length: 10 }, () => text));
      // The processor's time: on a busy machine, the clock also counts what others do meanwhile.
      const start = process.cpuUsage();
      await read(pages);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    const hostile = [
      'We have examined Acme ',
      "a's ",
      'Security, ',
      '(',
      'Type ',
      '1 ',
      'January ',
      '. ',
      'Inc. ',
      '[name ',
    ];
    for (const piece of hostile) {
      const line = piece.repeat(Math.ceil(90 / piece.length));
      const text = (lines: number): string => Array.from({ length: lines }, () => line).join('\n');
      await time(text(20));
      const [short, long] = [await time(text(100)), await time(text(400))];
      assert.ok(
        long < short * 40 + 400,
        `${JSON.stringify(piece)}: ${short.toFixed(0)} ms, then ${long.toFixed(0)} ms`,
      );
    }
  });
});

const isEvidence = (value: unknown): value is { page: number; quote: string } =>
  typeof value === 'object' && value !== null && 'quote' in value && 'page' in value;
