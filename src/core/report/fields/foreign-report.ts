import { findDates, numericOrder } from '../dates/find-dates.ts';
import type { DocumentView } from '../view/document-view.ts';
import { languageOf } from './language.ts';
import { firstPagesText } from './report-signs.ts';

/** What names a SOC report in any language: the names of reports and standards are not translated. */
const NAMES_OF_REPORTS =
  /\bSOC[\s-]?[123](?:[\s-]*Typ[eo]?[\s-]*(?:[12]|I{1,2}))?\b|\bISAE\s?(?:Nr\.?\s?|No\.?\s?)?3402\b|\bISAE\s?(?:Nr\.?\s?|No\.?\s?)?3000\b|\bSSAE\s?(?:16|18|21)\b|\bIDW PS 951\b/g;
/** An auditor's report, as other languages call it. */
const CALLED_REPORT =
  /bericht|prüfung|rapport|auditeur|assurance|informe|auditor|relazione|revisore|verklaring|accountant|relatório|revisor|erklæring|granskning|報告|保証|审计|報告書|보고서|отч[её]т/i;

/** Why a report that is not in English can't be read, with what was understood; null for everything else. */
export function foreignReport(view: DocumentView): string | null {
  const text = view.pages.map((page) => page.text).join('\n');
  const language = languageOf(text);
  if (language === 'English') return null;
  const front = firstPagesText(view, 6);
  const names = [
    ...new Set([...front.matchAll(NAMES_OF_REPORTS)].map((match) => match[0].replace(/\s+/g, ' '))),
  ];
  if (names.length === 0 || !CALLED_REPORT.test(front)) return null;
  const dates = findDates(front, numericOrder(front)).flatMap((date) =>
    date.form === 'full' ? [date.date] : [],
  );
  const understood = [
    names.slice(0, 3).join(', '),
    ...(dates.length > 0 ? [`dates ${[...new Set(dates)].slice(0, 4).join(', ')}`] : []),
  ];
  return `A SOC report in a language we don't read (${language}). Understood: ${understood.join('; ')}.`;
}
