import type { DocumentKind } from '../reading.ts';
import type { DocumentView } from '../view/document-view.ts';
import { findDates, numericOrder } from '../dates/find-dates.ts';
import { isBridgeLetter } from './bridge-letter.ts';
import { LOOK_ALIKES, PLACEHOLDERS, PLACEHOLDERS_OF_A_TEMPLATE } from './not-a-report.ts';
import {
  firstPagesText,
  hasLetterInPictures,
  holdsAssertion,
  holdsAuditorsLetter,
  isBuiltLikeReport,
  REPORT_TITLE,
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

const SOC3_LETTER =
  /\bexamined\b[^.]{0,200}\bassertion\b[^.]{0,500}\bcontrols\b[^.]{0,400}\bwere effective\b|\bassert(?:ion)? that (?:the )?controls (?:over|within) [^.]{0,200}\bwere effective throughout\b/i;
const DESCRIPTION_EXAMINED =
  /\bexamined\b[^.]{0,300}\bdescription of\b|\bdescription criteria\b|\bdescription of tests of controls\b/i;
const SOC2_WORDS =
  /\btrust services? (?:criteria|principles|categor)|\bTSP section 100\b|\brelevant to (?:the )?(?:security|availability|confidentiality|privacy|processing integrity)\b|\bAT-C section 205\b|\bDC section 200\b/gi;
const SOC1_WORDS =
  /\bcontrol objectives?\b|\binternal controls? over financial reporting\b|\bfinancial statements\b|\bSSAE\s?-?(?:No\. ?)?16\b|\bSAS\s?-?(?:No\. ?)?70\b|\bISAE\s?-?(?:No\. ?)?3402\b|\bCSAE\s?-?3416\b|\bAT-C section 320\b|\bAT section 801\b/gi;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What the document is, by its own parts: a service auditor's letter makes a report, its title alone doesn't. */
export function readKind(view: DocumentView): KindRead {
  const letter = holdsAuditorsLetter(view);
  const front = firstPagesText(view, 3);
  const titled = REPORT_TITLE.test(`${view.flow('cover', 'portal').text}\n${front}`);
  const built = isBuiltLikeReport(view) || (titled && (holdsAssertion(view) || hasLetterInPictures(view)));
  const isReport = (letter || built) && isAboutATime(view);
  if (isTemplate(view))
    return { kind: 'not-soc', reason: 'A template: names and dates are still to be filled in.' };
  if (isReport) {
    const other = otherExamination(view);
    if (other !== undefined) return { kind: 'not-soc', reason: other };
    const kind = kindOfReport(view);
    if (kind !== undefined) return { kind, reason: null };
  }
  if (isBridgeLetter(view)) return { kind: 'bridge-letter', reason: null };
  return { kind: 'not-soc', reason: reasonAgainst(view, front) };
}

/** A report speaks of a period or a day; a paper that explains reports doesn't. */
function isAboutATime(view: DocumentView): boolean {
  const text = view.flow('cover', 'auditors-report', 'assertion').text;
  return findDates(text, numericOrder(text)).some(({ form }) => form !== 'partial');
}

function isTemplate(view: DocumentView): boolean {
  const text = view.flow('cover', 'auditors-report', 'assertion').text;
  return countOf(text, PLACEHOLDERS) >= PLACEHOLDERS_OF_A_TEMPLATE;
}

/** Examinations by accountants that are worded like a SOC report and are none. */
function otherExamination(view: DocumentView): string | undefined {
  const text = view.flow('cover', 'auditors-report').text;
  const front = `${firstPagesText(view, 2)}\n${text.slice(0, 6000)}`;
  if (
    countOf(text, SOC2_WORDS) + countOf(text, SOC1_WORDS) > 2 &&
    !/cybersecurity risk management (?:program )?examination|SOC for cybersecurity/i.test(front) &&
    !/\b(?:illustrative|sample report|readiness assessment)\b/i.test(firstPagesText(view, 1))
  )
    return undefined;
  return LOOK_ALIKES.find(
    ({ wording, reason }) =>
      /cyber|supply|readiness|webtrust|agreed|financial statements|illustrative/i.test(reason) &&
      wording.test(front.toLowerCase()),
  )?.reason;
}

function kindOfReport(view: DocumentView): ReportKind | undefined {
  const letter = view.flow('auditors-report').text;
  const assertion = view.flow('assertion').text;
  const cover = view.flow('cover').text;
  const examined = `${letter}\n${assertion}`;
  const title = titleKind(cover) ?? titleKind(letter.slice(0, 3000));
  const trust = countOf(`${cover}\n${examined}`, SOC2_WORDS);
  const objectives = countOf(`${cover}\n${examined}`, SOC1_WORDS);
  if (
    title === 'soc3' ||
    (title === undefined && SOC3_LETTER.test(examined) && !DESCRIPTION_EXAMINED.test(examined))
  )
    return trust > 0 || title === 'soc3' ? 'soc3' : undefined;
  if (trust === 0 && objectives === 0) return title;
  if (title !== undefined && (title === 'soc1' ? objectives : trust) > 0) return title;
  return trust > objectives ? 'soc2' : 'soc1';
}

/** The one kind that a title names; undefined when it names none, or several. */
function titleKind(text: string): ReportKind | undefined {
  const numbers = new Set([...text.matchAll(TITLE_NUMBER)].map((match) => match[1] ?? match[2] ?? match[3]));
  const [number] = numbers;
  return numbers.size === 1 && number !== undefined ? (`soc${number}` as ReportKind) : undefined;
}

function reasonAgainst(view: DocumentView, front: string): string {
  const lower = front.slice(0, 8000).toLowerCase();
  const known = LOOK_ALIKES.find(({ wording }) => wording.test(lower))?.reason;
  if (known !== undefined) return known;
  const spokenOf = /\b(?:SOC ?[123]|SSAE ?(?:16|18)|SAS 70|ISAE 3402)\b/i.exec(
    view.pages.map((page) => page.text).join('\n'),
  )?.[0];
  return spokenOf === undefined
    ? "Holds no service auditor's report."
    : `Speaks about ${spokenOf.toUpperCase()} but holds no service auditor's report.`;
}
