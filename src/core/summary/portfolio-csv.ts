import { csv } from '../register/exchange/csv.ts';
import type { PortfolioSummary } from './portfolio-summary.ts';
import { PORTFOLIO_COLUMNS, portfolioTable, whyInWords } from './portfolio-words.ts';

/** The portfolio as CSV: all vendors, also those of which no review is asked. */
export const portfolioCsv = (summary: PortfolioSummary): string =>
  csv([
    PORTFOLIO_COLUMNS,
    ...portfolioTable(summary),
    ...summary.notRequired.map((row) =>
      PORTFOLIO_COLUMNS.map((column) => {
        if (column === 'Vendor') return row.dossier.name;
        if (column === 'Standing') return 'Not required';
        return column === 'Why' ? whyInWords(row) : '';
      }),
    ),
  ]);
