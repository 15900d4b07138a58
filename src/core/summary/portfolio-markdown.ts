import type { RootContent } from 'mdast';
import { bullets, heading, oneLine, paragraph, renderMarkdown, table, type Inline } from './markdown.ts';
import { REVIEW_OUTCOMES, type PortfolioSummary } from './portfolio-summary.ts';
import {
  OUTCOME_WORDS,
  PORTFOLIO_COLUMNS,
  portfolioTable,
  portfolioTitle,
  REVIEW_COLUMNS,
  reviewTable,
  stateInWords,
  whyInWords,
} from './portfolio-words.ts';

const listed = (title: string, items: readonly Inline[]): RootContent[] =>
  items.length === 0 ? [] : [heading(2, title), bullets(items)];

/** The portfolio as a text for an auditor. */
export function portfolioMarkdown(summary: PortfolioSummary): string {
  const { figures, entries, notRequired, documents } = summary;
  const reviews = reviewTable(summary);
  return renderMarkdown([
    heading(1, portfolioTitle(summary)),
    paragraph(stateInWords(summary)),
    table(
      ['Annual reviews', 'Vendors'],
      REVIEW_OUTCOMES.map((outcome) => [OUTCOME_WORDS[outcome], String(figures[outcome])]),
    ),
    heading(2, 'Vendors'),
    entries.length === 0 ? paragraph('None.') : table(PORTFOLIO_COLUMNS, portfolioTable(summary)),
    heading(2, 'Reviews in the period'),
    reviews.length === 0 ? paragraph('None.') : table(REVIEW_COLUMNS, reviews),
    ...listed(
      'Open follow-ups',
      entries.flatMap(({ dossier, followUps }) =>
        followUps.map((text) => `${oneLine(dossier.name)}: ${oneLine(text)}`),
      ),
    ),
    ...listed(
      'Vendors without a report',
      entries.filter(({ reports }) => reports.length === 0).map(({ dossier }) => oneLine(dossier.name)),
    ),
    ...listed(
      'Vendors of which no review is asked',
      notRequired.map((row) => `${oneLine(row.dossier.name)}: ${whyInWords(row)}`),
    ),
    ...listed(
      'Our own documents',
      documents.map((row) => `${oneLine(row.document.name)}: ${whyInWords(row)}`),
    ),
  ]);
}
