import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { dateInWords } from '../calendar/calendar-date.ts';
import { VERDICT_WORDS } from '../standing/wording.ts';
import { coverageChart, reviewsChart } from './portfolio-charts.ts';
import { PAGE_STYLE } from './portfolio-style.ts';
import { REVIEW_OUTCOMES, type PortfolioEntry, type PortfolioSummary } from './portfolio-summary.ts';
import {
  exceptionsInWords,
  OUTCOME_WORDS,
  portfolioTitle,
  reportsInWords,
  REVIEW_COLUMNS,
  reviewTable,
  stateInWords,
  whyInWords,
} from './portfolio-words.ts';
import { oneLine } from './markdown.ts';

/*
 * One page that needs nothing but itself, made as a tree: what comes from reports and registers is text in it, which
 * the library escapes. There is no script, and a policy that would stop one.
 */

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const text = (value: string | null | undefined): string => oneLine(value ?? '');

const figures = (summary: PortfolioSummary): Element =>
  h(
    'ul.figures',
    REVIEW_OUTCOMES.map((outcome) =>
      h(`li.${outcome}`, [h('b', String(summary.figures[outcome])), h('span', OUTCOME_WORDS[outcome])]),
    ),
  );

function lastReviewCell({ lastReview }: PortfolioEntry): ElementContent[] {
  if (lastReview === null) return [h('span.quiet', 'never')];
  const { reviewed, reviewer, conclusion } = lastReview.record;
  return [
    h('span.nowrap', dateInWords(reviewed)),
    h('span.quiet', text(reviewer)),
    h('span', text(conclusion)),
  ];
}

const vendorRow = (entry: PortfolioEntry): Element => {
  const { dossier, standing, outcome } = entry;
  const { tier, owner } = dossier.registered ?? { tier: null, owner: null };
  return h('tr', [
    h('th', { scope: 'row' }, [
      text(dossier.name),
      h('span.quiet', text(tier)),
      h('span.quiet', text(owner)),
    ]),
    h('td', [
      h(`span.verdict.${standing.verdict}`, VERDICT_WORDS[standing.verdict]),
      h('span', whyInWords(entry)),
    ]),
    h('td', lastReviewCell(entry)),
    h('td', [h(`span.outcome.${outcome}`, OUTCOME_WORDS[outcome])]),
    h('td', text(reportsInWords(entry))),
    h('td', exceptionsInWords(entry)),
  ]);
};

const COLUMNS = ['Vendor', 'Standing, and why', 'Last review', 'In the period', 'Reports held', 'Exceptions'];

const tableOf = (columns: readonly string[], rows: readonly Element[]): Element =>
  h('table', [
    h(
      'thead',
      h(
        'tr',
        columns.map((column) => h('th', { scope: 'col' }, column)),
      ),
    ),
    h('tbody', [...rows]),
  ]);

const textRow = (cells: readonly string[]): Element =>
  h(
    'tr',
    cells.map((one) => h('td', one)),
  );

/** A part with a heading; nothing when it has nothing in it. */
const part = (title: string, contents: readonly Element[]): Element[] =>
  contents.length === 0 ? [] : [h('section', [h('h2', title), ...contents])];

const list = (items: readonly string[]): Element[] =>
  items.length === 0
    ? []
    : [
        h(
          'ul',
          items.map((item) => h('li', item)),
        ),
      ];

function body(summary: PortfolioSummary): Element[] {
  const { entries, notRequired, documents } = summary;
  const reviews = reviewTable(summary);
  return [
    h('header', [h('h1', portfolioTitle(summary)), h('p', stateInWords(summary)), figures(summary)]),
    ...part('Reviews month by month', [reviewsChart(summary)]),
    ...part('Vendors', entries.length === 0 ? [h('p', 'None.')] : [tableOf(COLUMNS, entries.map(vendorRow))]),
    ...part('Time covered by reports', coverageChart(summary)),
    ...part(
      'Reviews in the period',
      reviews.length === 0 ? [] : [tableOf(REVIEW_COLUMNS, reviews.map(textRow))],
    ),
    ...part(
      'Open follow-ups',
      list(
        entries.flatMap(({ dossier, followUps }) =>
          followUps.map((one) => `${text(dossier.name)}: ${text(one)}`),
        ),
      ),
    ),
    ...part(
      'Vendors without a report',
      list(entries.filter(({ reports }) => reports.length === 0).map(({ dossier }) => text(dossier.name))),
    ),
    ...part(
      'Vendors of which no review is asked',
      list(notRequired.map((row) => `${text(row.dossier.name)}: ${whyInWords(row)}`)),
    ),
    ...part(
      'Our own documents',
      list(documents.map((row) => `${text(row.document.name)}: ${whyInWords(row)}`)),
    ),
    h('footer', [
      h(
        'p',
        'Exceptions are those that were found in the text of the reports. Finding none is no proof that there are none.',
      ),
    ]),
  ];
}

/** The portfolio as one HTML page that stands alone and prints well. */
export function portfolioPage(summary: PortfolioSummary): string {
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
          h('meta', { name: 'viewport', content: 'width=device-width' }),
          h('title', portfolioTitle(summary)),
          h('style', PAGE_STYLE),
        ]),
        h('body', h('main', body(summary))),
      ]),
    ],
  };
  return `${toHtml(page)}\n`;
}
