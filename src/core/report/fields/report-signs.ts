import { pagesWithoutText } from './picture-pages.ts';
import { wording } from '../view/wording.ts';
import type { DocumentView } from '../view/document-view.ts';

/**
 * What only a service auditor's letter has. Wordings of the AICPA's illustrative reports (SOC 1, 2 and 3), of SAS 70
 * and of ISAE 3402.
 */
const LETTER_SIGNS: readonly RegExp[] = [
  /\bwe (?:have )?examined\b|\b(?:we (?:have been|were)|has|have|was|us)? ?engaged (?:\S+ ){0,12}?to (?:report|examine|perform|conduct)\b|\bwe have (?:undertaken|performed|conducted|carried out) (?:an? |our )?(?:reasonable |limited )?(?:assurance engagement|examination)\b/i,
  /\bin our opinion\b|\bwe do not express an opinion\b|\bour (?:qualified |adverse )?opinion\b/i,
  /\bto:? (?:the )?(?:board of directors|management|directors|members|executive)|\bto:? (?:the )?.{2,60} management\b/i,
  /\bour responsibility is to express an opinion\b|\bour examination was conducted in accordance\b|\bwe conducted our (?:examination|engagement)\b/i,
  /\binherent limitations\b|\bbecause of their nature\b/i,
  /\bis intended solely for the (?:information and )?use\b|\brestricted use\b|\bintended users\b/i,
  /\bservice (?:organi[sz]ation|auditor)'?s?'? responsibilit|\bmanagement'?s? responsibilit|\bour responsibilit/i,
].map(wording);
/** A paper about reports may quote two or three of them. */
const SIGNS_OF_A_LETTER = 4;
/** Two of them, without which there is no examination and no result. */
const EXAMINED_AND_CONCLUDED = LETTER_SIGNS.slice(0, 2);

/** What management's assertion says and a letter to customers doesn't. */
const ASSERTION_SIGNS: readonly RegExp[] = [
  /\bwe,? as (?:the )?(?:members of )?management of\b|\bas management of\b|\bmanagement of\b/i,
  /\bwe (?:have prepared|confirm,? to the best|assert that|are responsible for)\b/i,
  /\b(?:were effective throughout|operated effectively|were suitably designed|description (?:criteria|presents|fairly))/i,
  /\btrust services criteria\b|\bcontrol objectives\b|\bcriteria\b/i,
].map(wording);

const count = (text: string, signs: readonly RegExp[]): number =>
  signs.filter((sign) => sign.test(text)).length;

/** True when the document holds a service auditor's letter in its text. */
export function holdsAuditorsLetter(view: DocumentView): boolean {
  const { text } = view.flow('auditors-report');
  // An audit of financial statements has the other signs, too; only an examination examines.
  return (
    EXAMINED_AND_CONCLUDED.slice(0, 1).every((sign) => sign.test(text)) &&
    count(text, LETTER_SIGNS) >= SIGNS_OF_A_LETTER
  );
}

/**
 * True when the document is built like a report around a letter that says no more than it must: examined and
 * concluded, and beside it what the letter is about: two of the assertion, the description and the tests.
 */
export function isBuiltLikeReport(view: DocumentView): boolean {
  const letter = view.flow('auditors-report').text;
  const companions = (['assertion', 'description', 'tests'] as const).filter((kind) => view.has(kind));
  return count(letter, EXAMINED_AND_CONCLUDED) === 2 && companions.length >= 2;
}

/** True when pictures stand where a report has its letter, and the rest of it is there. */
export const hasLetterInPictures = (view: DocumentView): boolean =>
  (view.has('description') || view.has('tests')) && pagesWithoutText(view).length > 0;

/** True when the document holds the assertion that stands in every SOC report. */
export const holdsAssertion = (view: DocumentView): boolean =>
  count(view.flow('assertion').text, ASSERTION_SIGNS) >= 3;

/** How a report names itself on its cover. */
export const REPORT_TITLE =
  /\b(?:SOC|service organi[sz]ation controls?|system and organi[sz]ation controls?|organi[sz]ation controls?)\s?\(?(?:SOC\)?)?\s*(?:No\.? ?)?[-–]?\s*[123]\b|\bSSAE\s?-?\s?(?:No\.? ?)?(?:16|18|21)\b|\bSAS\s?-?\s?(?:No\.? ?)?70\b|\bISAE\s?-?\s?(?:No\.? ?)?3402\b|\bCSAE\s?-?\s?3416\b|\breport on (?:the )?.{1,120}\bdescription\b|\breport on controls placed in operation\b|\bservice auditor'?s? report\b|\bintegrated soc\b/i;

/** The first pages, of which one bears the title. */
export const TITLE_PAGES = 3;

/** The first pages: covers, and what stands in front of them; no more of them than make up so many characters. */
export function firstPagesText(view: DocumentView, pages: number, enough = Infinity): string {
  const texts: string[] = [];
  let length = 0;
  for (const { text } of view.pages.slice(0, pages)) {
    texts.push(text);
    length += text.length;
    if (length >= enough) break;
  }
  return texts.join('\n');
}
