import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { convertIcsCalendar } from 'ts-ics';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { LibrarySnapshot, VendorDossier } from '../../../src/core/library/snapshot.ts';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import type { TestException } from '../../../src/core/report/reading.ts';
import type { ReviewFile } from '../../../src/core/review/review.ts';
import { calendarFile, dueDates } from '../../../src/core/summary/due-dates.ts';
import { portfolioMarkdown } from '../../../src/core/summary/portfolio-markdown.ts';
import { portfolioSummary } from '../../../src/core/summary/portfolio-summary.ts';
import { PORTFOLIO_COLUMNS, portfolioTable } from '../../../src/core/summary/portfolio-words.ts';
import { NO_TABLES } from '../../../src/core/review/review-tables.ts';
import { day, dossier, registered, report, review } from '../standing/samples.ts';

const AS_OF = day('2026-11-21');
const YEAR = { start: day('2026-01-01'), end: day('2026-12-31') };

const of2025 = report({ opinion: 'unmodified' });
const of2024 = report({ start: '2024-01-01', end: '2024-12-31', issued: '2025-02-20' });

const NO_NOTES = () => NO_TABLES;
const NOW = { period: YEAR, asOf: AS_OF, writtenOn: AS_OF, notes: NO_NOTES };

const vendor = (name: string, fields: Partial<VendorDossier>): VendorDossier =>
  dossier({ id: name.toLowerCase(), name, registered: registered({ name }), ...fields });

const library: LibrarySnapshot = {
  documents: [],
  register: {
    ...EMPTY_REGISTER,
    documents: [
      {
        name: 'Security statement',
        path: null,
        owner: null,
        reviewEvery: { months: 12 },
        lastReviewed: day('2026-01-15'),
        line: 1,
        place: { line: 1, column: 1, endLine: 1, endColumn: 19 },
      },
    ],
  },
  reviews: [],
  dossiers: [
    vendor('Alder', {
      reports: [of2025, of2024],
      reviews: [review('2026-03-10', of2025), review('2025-03-12', of2024)],
    }),
    vendor('Birch', {
      reports: [of2025, of2024],
      reviews: [review('2026-06-01', of2025), review('2025-03-12', of2024)],
    }),
    vendor('Cedar | <b>', { reports: [of2024], reviews: [review('2025-03-12', of2024)] }),
    vendor('Dogwood', {}),
    vendor('Elm', { registered: registered({ status: 'terminated', statusReason: 'contract ended' }) }),
  ],
  unassigned: [],
};

describe('the portfolio summary', () => {
  const summary = portfolioSummary(library, NOW);

  it('says of every vendor how its annual review went', () => {
    assert.deepEqual(
      summary.entries.map(({ dossier: { name }, outcome }) => [name, outcome]),
      [
        ['Cedar | <b>', 'open'],
        ['Dogwood', 'not-due'],
        ['Alder', 'in-time'],
        ['Birch', 'late'],
      ],
    );
    assert.deepEqual(summary.figures, { 'in-time': 1, late: 1, open: 1, 'not-due': 1 });
    assert.deepEqual(
      summary.notRequired.map(({ dossier: { name } }) => name),
      ['Elm'],
    );
  });

  it('makes a table with a cell for every column', () => {
    const rows = portfolioTable(summary);
    for (const row of rows) assert.equal(row.length, PORTFOLIO_COLUMNS.length);
    assert.deepEqual(rows[2]?.slice(0, 9), [
      'Alder',
      'critical',
      'dana@example.com',
      '2026-03-10',
      'Dana Petit',
      'acceptable',
      'reviewed in time',
      'SOC 2 Type 2, 1 Jan 2025 to 31 Dec 2025, unmodified opinion',
      'none found',
    ]);
  });

  it('writes it for an auditor', () => {
    const text = portfolioMarkdown(summary);
    assert.match(text, /^# Vendor reviews, 1 Jan 2026 to 31 Dec 2026\n\nAs it stood on 21 Nov 2026\.\n/);
    assert.match(text, /\| reviewed late \| 1 \|/);
    assert.match(text, /\| Cedar \\\| \\<b> \| critical \|/);
    assert.match(text, /## Vendors without a report\n\n- Dogwood\n/);
    assert.match(text, /## Vendors of which no review is asked\n\n- Elm: terminated: contract ended\n/);
    assert.match(text, /- Security statement: review due in 55 days\n/);
  });

  it('shows a past day as it was', () => {
    const then = portfolioSummary(library, {
      period: { start: day('2025-01-01'), end: day('2025-12-31') },
      asOf: day('2025-12-31'),
      writtenOn: AS_OF,
      notes: NO_NOTES,
    });
    const alder = then.entries.find(({ dossier: { name } }) => name === 'Alder');
    assert.equal(alder?.outcome, 'in-time');
    assert.equal(alder.lastReview?.record.reviewed, '2025-03-12');
    assert.deepEqual(alder.reports, [of2024]);
    assert.match(
      portfolioMarkdown(then),
      /As it stood on 31 Dec 2025, with .* until then; written on 21 Nov 2026\. The register .* of the day of writing/,
    );
  });

  const found = (text: string): TestException => ({
    control: 'CC6.2',
    text,
    page: 7,
    sample: null,
    managementResponse: null,
  });

  it('takes no draft’s word for an earlier day', () => {
    const deviating = report({ reading: { testExceptions: [found('Removed late.')] } });
    const drafted = {
      ...library,
      dossiers: [vendor('Alder', { reports: [deviating], reviews: [review(null, deviating)] })],
    };
    const notes = () => ({
      ...NO_TABLES,
      exceptions: [
        { control: 'CC6.2', found: 'Removed late.', assessment: 'not ours', followUp: '', line: 9 },
      ],
    });
    const on = (asOf: CalendarDate) =>
      portfolioSummary(drafted, { ...NOW, asOf, notes }).entries[0]?.exceptions.notAssessed;
    assert.equal(on(AS_OF), 0);
    assert.equal(on(day('2026-06-30')), 1);
  });

  it('lists what is open of every service, however new the review of another one is', () => {
    const hosting = report({ path: 'hosting.pdf', system: 'Colocation Hosting' });
    const payroll = report({ path: 'payroll.pdf', system: 'Payroll Platform' });
    const lastYears = report({
      path: 'old.pdf',
      system: 'Colocation Hosting',
      start: '2024-01-01',
      end: '2024-12-31',
      issued: '2025-02-20',
    });
    const reviews = [
      review('2026-03-10', hosting),
      review('2026-06-01', payroll),
      review('2025-03-12', lastYears),
    ];
    const several = {
      ...library,
      dossiers: [vendor('Alder', { reports: [hosting, payroll, lastYears], reviews })],
    };
    const notes = ({ record }: ReviewFile) => ({
      ...NO_TABLES,
      followUps: [{ text: `of ${record?.report ?? ''}`, isDone: false, line: 9 }],
    });
    const { entries } = portfolioSummary(several, { ...NOW, notes });
    assert.deepEqual(entries[0]?.followUps, ['of payroll.pdf', 'of hosting.pdf']);
  });

  it('is written for an empty library too', () => {
    const nobody = { ...library, dossiers: [], register: EMPTY_REGISTER };
    const empty = portfolioSummary(nobody, NOW);
    assert.match(portfolioMarkdown(empty), /## Vendors\n\nNone\.\n/);
  });
});

describe('due dates for a calendar', () => {
  const { entries, documents } = portfolioSummary(library, NOW);
  const dates = dueDates(entries, documents);

  it('are the reviews due and the reports to be expected, earliest first', () => {
    assert.deepEqual(
      dates.map(({ uid, date }) => `${date} ${uid}`),
      [
        '2026-03-12 review-cedar | <b>@soc-review-tracker',
        '2026-12-31 renewal-alder@soc-review-tracker',
        '2026-12-31 renewal-birch@soc-review-tracker',
        '2027-01-15 document-security-statement@soc-review-tracker',
        '2027-03-10 review-alder@soc-review-tracker',
        '2027-06-01 review-birch@soc-review-tracker',
      ],
    );
  });

  it('are a calendar file that reads back to the same days', () => {
    const text = calendarFile(dates, AS_OF);
    const { events } = convertIcsCalendar(undefined, text);
    assert.deepEqual(
      events?.map(({ uid, start, summary }) => [uid, start.date.toISOString().slice(0, 10), summary]),
      dates.map(({ uid, date, summary }) => [uid, date, summary]),
    );
    assert.ok(!text.includes('DTSTART:'), 'whole days, in no time zone');
  });

  it('cannot be given other entries by a vendor’s name', () => {
    const [first] = dates;
    assert.ok(first !== undefined);
    const hostile = {
      ...first,
      summary: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT',
      detail: 'a;b,c\nATTACH:http://evil',
    };
    const text = calendarFile([hostile], AS_OF);
    assert.equal(text.match(/^BEGIN:VEVENT$/gm)?.length, 1);
    assert.ok(!/^ATTACH/m.test(text));
  });
});
