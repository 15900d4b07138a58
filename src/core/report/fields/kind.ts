import { ENGLISH } from '../../language/language.ts';
import { findDates, numericOrder } from '../dates/find-dates.ts';
import type { DocumentKind } from '../reading.ts';
import type { DocumentView } from '../view/document-view.ts';
import { isBridgeLetter } from './bridge-letter.ts';
import { lookAlike, PLACEHOLDERS, PLACEHOLDERS_OF_A_TEMPLATE } from './not-a-report.ts';
import { OTHER_EXAMINATIONS } from './other-examinations.ts';
import {
  firstPagesText,
  hasLetterInPictures,
  holdsAssertion,
  holdsAuditorsLetter,
  isBuiltLikeReport,
  REPORT_TITLE,
  TITLE_PAGES,
} from './report-signs.ts';

export interface KindRead {
  readonly kind: Exclude<DocumentKind, 'unreadable'>;
  /** Why it is not a SOC report; null when it is one, or a bridge letter. */
  readonly reason: string | null;
}

type ReportKind = 'soc1' | 'soc2' | 'soc3';

/** How a title names the kind of report. */
const TITLE_NUMBER =
  /\bSOC\s?-?\s?([123])(?!\d)|\b(?:service|system and) organi[sz]ation controls?\s*(?:report\s*)?(?:\(SOC\)\s*)?(?:No\.? ?)?([123])\b|\bSOC\)\s?([123])\b/gi;

/** A SOC 3 examines management's assertion; the others a description. */
const SOC3_LETTER =
  /\bexamined\b[^.]{0,200}\bassertion\b[^.]{0,500}\bcontrols\b[^.]{0,400}\bwere effective\b|\bassert(?:ion)? that (?:the )?controls (?:over|within) [^.]{0,200}\bwere effective throughout\b|\bassertion that\b[^.]{0,300}\bmaintained effective controls\b/i;
const DESCRIPTION_EXAMINED =
  /\bexamined\b[^.]{0,300}\bdescription of\b|\bdescription criteria\b|\bdescription of tests of controls\b/i;
const SOC2_WORDS =
  /\btrust services? (?:criteria|principles|categor)|\bTSP section 100\b|\brelevant to (?:the )?(?:security|availability|confidentiality|privacy|processing integrity)\b|\bDC section 200\b/gi;
const SOC1_WORDS =
  /\bcontrol objectives?\b|\bSSAE\s?-?(?:No\. ?)?16\b|\bSAS\s?-?(?:No\. ?)?70\b|\bISAE\s?-?(?:No\. ?)?3402\b|\bCSAE\s?-?3416\b|\bAT-C section 320\b|\bAT section 801\b/gi;
/** A standard for assurance on anything; what makes a SOC report under it is its criteria. */
const ISAE_3000 = /\bISAE\s?-?(?:No\. ?)?3000\b|\bassurance engagements\s+(?:\(ISAE\)\s+)?3000\b/i;
const FOR_FINANCIAL_REPORTING =
  /\bISAE\s?-?(?:No\. ?)?3402\b|\bfinancial (?:reporting|statements)\b|\bassurance engagements\s+(?:\(ISAE\)\s+)?3402\b/i;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What the document is, by its own parts: a service auditor's letter makes a report, its title alone doesn't. */
export function readKind(view: DocumentView): KindRead {
  const front = firstPagesText(view, TITLE_PAGES);
  if (isTemplate(view)) return notSoc(ENGLISH.say('A template: names and dates are still to be filled in.'));
  if (hasPartsOfReport(view, front) && isAboutATime(view)) {
    const other = otherExamination(view);
    if (other !== undefined) return notSoc(other);
    const kind = kindOfReport(view);
    if (kind !== undefined) return { kind, reason: null };
  }
  if (isBridgeLetter(view)) return { kind: 'bridge-letter', reason: null };
  return notSoc(reasonAgainst(view));
}

const notSoc = (reason: string): KindRead => ({ kind: 'not-soc', reason });

function hasPartsOfReport(view: DocumentView, front: string): boolean {
  if (holdsAuditorsLetter(view) || isBuiltLikeReport(view)) return true;
  const isTitled = REPORT_TITLE.test(`${view.text('cover', 'portal')}\n${front}`);
  return isTitled && (holdsAssertion(view) || hasLetterInPictures(view));
}

/** A report speaks of a period or a day; a paper that explains reports doesn't. */
function isAboutATime(view: DocumentView): boolean {
  const text = view.text('cover', 'auditors-report', 'assertion');
  return findDates(text, numericOrder(text)).some(({ form }) => form !== 'partial');
}

function isTemplate(view: DocumentView): boolean {
  const text = view.text('cover', 'auditors-report', 'assertion');
  return countOf(text, PLACEHOLDERS) >= PLACEHOLDERS_OF_A_TEMPLATE;
}

/** The sentence in which the letter says what was examined. */
const EXAMINED_SENTENCE = /\b(?:have|has|were|was)\s+(?:been\s+)?(?:examined|engaged)\b[^.]{0,500}/i;

function otherExamination(view: DocumentView): string | undefined {
  const titles = view.flow('cover').text.slice(0, 3000);
  const examined = EXAMINED_SENTENCE.exec(view.flow('auditors-report').text)?.[0] ?? '';
  return OTHER_EXAMINATIONS.find(
    (other) => other.title?.test(titles) === true || other.examined?.test(examined) === true,
  )?.reason;
}

function kindOfReport(view: DocumentView): ReportKind | undefined {
  const letter = view.flow('auditors-report').text;
  const cover = view.flow('cover').text;
  const examined = `${letter}\n${view.flow('assertion').text}`;
  const title = titleKind(cover) ?? titleKind(letter.slice(0, 3000)) ?? titleKind(view.runningText.text);
  const trust = countOf(`${cover}\n${examined}`, SOC2_WORDS);
  const objectives = countOf(`${cover}\n${examined}`, SOC1_WORDS);
  if (title === 'soc3') return title;
  if (title === undefined && SOC3_LETTER.test(examined) && !DESCRIPTION_EXAMINED.test(examined))
    return trust > 0 ? 'soc3' : undefined;
  if (trust === 0 && objectives === 0) return title;
  if (title !== undefined && (title === 'soc1' ? objectives : trust) > 0) return title;
  if (trust > objectives) return 'soc2';
  const isOfAnotherSubject =
    ISAE_3000.test(examined) && !FOR_FINANCIAL_REPORTING.test(`${cover}\n${examined}`);
  return title === undefined && isOfAnotherSubject ? undefined : 'soc1';
}

/** The one kind that a title names; undefined when it names none, or several. */
function titleKind(text: string): ReportKind | undefined {
  const numbers = new Set([...text.matchAll(TITLE_NUMBER)].map((match) => match[1] ?? match[2] ?? match[3]));
  const [number] = numbers;
  return numbers.size === 1 && number !== undefined ? (`soc${number}` as ReportKind) : undefined;
}

function reasonAgainst(view: DocumentView): string {
  const known = lookAlike(view);
  if (known !== undefined) return known.reason;
  const text = view.pages.map((page) => page.text).join('\n');
  const spokenOf = /\b(?:SOC ?[123]|SSAE ?(?:16|18)|SAS 70|ISAE 3402)\b/i.exec(text)?.[0];
  return spokenOf === undefined
    ? ENGLISH.say("Holds no service auditor's report.")
    : ENGLISH.say("Speaks about {0} but holds no service auditor's report.", spokenOf.toUpperCase());
}
