import type { PageText } from '../page-text.ts';
import { draftOf } from './draft-page.ts';

/**
 * What a page says, as bare letters, where a part of kind `auditors-report` can begin: what `AUDITOR_SPEAKS` in
 * section-headings.ts looks for, and the words that all wordings of such a heading have in common.
 */
const LETTER_MAY_BEGIN = [
  /wehaveexamined|we(?:havebeen|were)engagedto|ourresponsibilityistoexpress|ourexaminationwasconducted/,
  /independent(?:service|registered)?(?:auditor|accountant|practitioner|certifiedpublicaccountant)[a-z]{0,60}?(?:report|opinion)/,
  /(?:report|opinion)(?:of|by|from|providedby)(?:the|an|our)?(?:independent)?(?:service)?(?:auditor|accountant|practitioner|certifiedpublicaccountant)/,
  /serviceauditors?(?:report|opinion)|berichtdesunabh|rapportd[eu]lauditeur|assurancerapportvan/,
];

/**
 * False when no service auditor's letter begins on the page, in text or as a picture, as can be told before the
 * document is viewed: most of what is no report never gets there, and need not be viewed again with every batch of
 * pages. Bare letters, because spaces within words and signs between them are only cleaned in the view.
 */
export function mayHoldAuditorsLetter(page: PageText): boolean {
  if (page.isImage) return true;
  const letters = draftOf(page)
    .groups.flatMap((group) => group.map((run) => run.text))
    .join('')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
  return LETTER_MAY_BEGIN.some((words) => words.test(letters));
}
