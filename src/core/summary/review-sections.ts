import type { RootContent } from 'mdast';
import { dateInWords } from '../calendar/calendar-date.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import { SECTIONS } from '../review/review-body.ts';
import type { TestException } from '../report/reading.ts';
import type { CarriedForward } from './carry-forward.ts';
import { confirmation, NOT_CONFIRMED, type Confirmations } from './confirmations.ts';
import { entryPage, leftOut } from './decided-entries.ts';
import { factRows, pageLinks, passages } from './fact-rows.ts';
import { freshnessInWords, reportToInWords, type Holding, type Holdings } from './holdings.ts';
import {
  bullets,
  emphasis,
  heading,
  link,
  oneLine,
  paragraph,
  quote,
  table,
  type Inline,
} from './markdown.ts';
import { pageLink, relativeUrl, type LinkBase } from './report-link.ts';

/*
 * The sections of a review's body, one function each. Cells that a person fills in are left empty.
 */

/** For a person to fill in. */
const TO_FILL_IN = '';

/** The facts, each with its page and its passage and whether a person confirmed it, and what the reader found odd. */
export function atAGlance(
  base: LinkBase,
  document: LibraryDocument,
  confirmed: Confirmations,
): RootContent[] {
  const rows = factRows(document.reading).map((row): Inline[] => [
    row.name,
    row.value,
    pageLinks(base, document, row.evidence),
    passages(row.evidence),
    confirmation(confirmed, row) ?? (row.evidence.length === 0 ? '' : NOT_CONFIRMED),
  ]);
  const { warnings, imagePages } = document.reading;
  const remarks = [
    ...warnings.map(oneLine),
    ...(imagePages.length === 0
      ? []
      : [`Pages that are pictures without text, which nobody has read here: ${imagePages.join(', ')}.`]),
  ];
  return [
    heading(2, SECTIONS.atAGlance),
    table(['Fact', 'Value', 'Page', 'Passage', 'Confirmed'], rows),
    ...(remarks.length === 0 ? [] : [paragraph('To be looked at:'), bullets(remarks)]),
  ];
}

const OPINIONS = {
  unmodified: 'The opinion is unmodified',
  qualified: 'The opinion is qualified',
  adverse: 'The opinion is adverse',
  disclaimer: 'The service auditor disclaims an opinion',
} as const;

/** The opinion; for a modified one the matter, and the question that follows from it. */
export function opinion(base: LinkBase, document: LibraryDocument): RootContent[] {
  const { opinion: found, opinionMatter: matter, absences } = document.reading;
  const title = heading(2, SECTIONS.opinion);
  if (found === null) {
    const why = oneLine(absences.opinion ?? '') || 'not printed';
    return [title, paragraph(`No opinion was found in the text: ${why}. Read the service auditor’s report.`)];
  }
  const said: RootContent[] = [
    title,
    paragraph([
      `${OPINIONS[found.value]}, `,
      pageLink(base, document.path, found.page, found.printedPage),
      ':',
    ]),
    quote(oneLine(found.quote)),
  ];
  if (found.value === 'unmodified') return said;
  return [
    ...said,
    ...(matter === null
      ? [paragraph('The text of the matter was not found; read the service auditor’s report.')]
      : [
          paragraph(['The matter, ', pageLink(base, document.path, matter.page, matter.printedPage), ':']),
          quote(oneLine(matter.quote)),
        ]),
    paragraph('Does the matter concern the service that we use? What compensates?'),
  ];
}

const sampleInWords = ({ sample }: TestException): string =>
  sample === null ? 'not printed' : `${sample.deviations} of ${sample.tested}`;

function responseCell(
  base: LinkBase,
  document: LibraryDocument,
  { managementResponse: response, decided }: TestException,
): Inline {
  if (response === null) return decided?.source === 'added' ? 'not looked for' : 'none printed';
  const where =
    response.section === 'tests'
      ? 'printed with the tests'
      : 'in the unaudited part, not examined by the auditor';
  return [`${oneLine(response.text)} (`, pageLink(base, document.path, response.page), `, ${where})`];
}

/** The deviations, each to be assessed, and the controls that could not be tested. */
export function exceptions(
  base: LinkBase,
  document: LibraryDocument,
  carried: CarriedForward | null,
): RootContent[] {
  const { testExceptions, untestedControls } = document.reading;
  const found = testExceptions.map((exception, index): Inline[] => [
    oneLine(exception.control ?? ''),
    oneLine(exception.text),
    sampleInWords(exception),
    entryPage(base, document, exception),
    responseCell(base, document, exception),
    ...(carried === null ? [] : [carried.exceptions[index]?.mark ?? 'new']),
    carried?.exceptions[index]?.assessment ?? TO_FILL_IN,
    carried?.exceptions[index]?.followUp ?? TO_FILL_IN,
  ]);
  const untested = untestedControls.map((control): Inline[] => [
    oneLine(control.control ?? ''),
    oneLine(control.text),
    entryPage(base, document, control),
    TO_FILL_IN,
  ]);
  const head = [
    'Control',
    'What was found',
    'n of N',
    'Page',
    'Management’s response',
    ...sinceLast(carried),
  ];
  return [
    heading(2, SECTIONS.exceptions),
    found.length === 0
      ? paragraph('No exception was found in the text of the tests.')
      : table([...head, 'Our assessment', 'Follow-up'], found),
    ...(untested.length === 0
      ? []
      : [
          heading(3, 'Controls that could not be tested'),
          table(['Control', 'Why', 'Page', 'Our assessment'], untested),
        ]),
    ...leftOut(base, document, 'testExceptions', 'untestedControls'),
  ];
}

/** The column that says what is new; only where there is a last review to compare with. */
const sinceLast = (carried: CarriedForward | null): string[] =>
  carried === null ? [] : ['Since last review'];

/** What the report expects us to do, each to be mapped to a control of ours. */
export function userControls(
  base: LinkBase,
  document: LibraryDocument,
  carried: CarriedForward | null,
): RootContent[] {
  const rows = document.reading.userControls.map((control, index): Inline[] => {
    const known = carried?.userControls[index];
    return [
      oneLine(control.id ?? '') || String(index + 1),
      oneLine(control.text),
      entryPage(base, document, control),
      ...(carried === null ? [] : [known?.mark ?? 'new']),
      known?.ourControl ?? TO_FILL_IN,
      known?.owner ?? TO_FILL_IN,
      known?.status ?? TO_FILL_IN,
    ];
  });
  const gone = (carried?.gone ?? []).map(({ text, ourControl }) => `${text} (was mapped to ${ourControl})`);
  return [
    heading(2, SECTIONS.userControls),
    rows.length === 0
      ? paragraph('No list of user entity controls was found in the text.')
      : table(['No.', 'Control', 'Page', ...sinceLast(carried), 'Our control', 'Owner', 'Status'], rows),
    ...(gone.length === 0 ? [] : [paragraph('Gone since the last review:'), bullets(gone)]),
    ...leftOut(base, document, 'userControls'),
  ];
}

function methodSentence(base: LinkBase, document: LibraryDocument): RootContent {
  const method = document.reading.subserviceMethod;
  if (method === null) return paragraph('Whether they are carved out or included is not printed.');
  const words =
    method.value === 'carve-out'
      ? 'Carved out: their controls were not examined and have to be followed up, '
      : 'Included: their controls were examined too, ';
  return paragraph([words, pageLink(base, document.path, method.page, method.printedPage), '.']);
}

const NO_REPORT = 'a vendor of ours, no report on file';

/** What we ourselves hold of an organization: "SOC 2 Type 2 to 31 Dec 2025, current until 31 Dec 2026". */
function holdingCell(base: LinkBase, holding: Holding | null): Inline {
  if (holding === null) return 'none: not among our vendors';
  const { report, clock } = holding;
  if (report === null) return NO_REPORT;
  return [link(relativeUrl(base, report.path), reportToInWords(report)), `, ${freshnessInWords(clock)}`];
}

/** Whom the service organization relies on, and what we hold of them ourselves. */
export function subserviceOrganizations(
  base: LinkBase,
  document: LibraryDocument,
  holdings: Holdings,
  carried: CarriedForward | null,
): RootContent[] {
  const rows = document.reading.subserviceOrganizations.map((one, index): Inline[] => [
    oneLine(one.value),
    oneLine(one.service ?? '') || 'not printed',
    entryPage(base, document, one),
    holdingCell(base, holdings(one.value)),
    carried?.subserviceFollowUps[index] ?? TO_FILL_IN,
  ]);
  return [
    heading(2, SECTIONS.subserviceOrganizations),
    ...(rows.length === 0
      ? [paragraph('No subservice organization was found in the text.')]
      : [
          methodSentence(base, document),
          table(['Organization', 'Service', 'Page', 'Our report of theirs', 'How we follow it up'], rows),
        ]),
    ...leftOut(base, document, 'subserviceOrganizations'),
  ];
}

/** The letters with which management bridges the time after the report. */
export function bridgeLetters(
  base: LinkBase,
  document: LibraryDocument,
  letters: readonly LibraryDocument[],
): RootContent[] {
  const end = document.reading.periodEnd?.value;
  const items = letters.flatMap(({ path, reading }): Inline[] => {
    const { bridge } = reading;
    const bridged = bridge?.reportPeriodEnd?.value;
    if (bridge === null || (bridged !== undefined && end !== undefined && bridged !== end)) return [];
    const from = bridge.from === null ? 'a day not printed' : dateInWords(bridge.from.value);
    const through = bridge.through === null ? 'a day not printed' : dateInWords(bridge.through.value);
    const page = bridge.through?.page ?? bridge.from?.page ?? 1;
    return [[`From ${from} through ${through}: `, pageLink(base, path, page), ` of ${oneLine(path)}.`]];
  });
  return [
    heading(2, SECTIONS.bridgeLetters),
    items.length === 0 ? paragraph(emphasis('None on file for this report.')) : bullets(items),
  ];
}
