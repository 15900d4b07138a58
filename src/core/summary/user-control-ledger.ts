import type { CalendarDate } from '../calendar/calendar-date.ts';
import { compareNames } from '../library/order.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../library/snapshot.ts';
import type { UserControl } from '../report/reading.ts';
import type { UserControlRow } from '../review/review-tables.ts';
import type { ReviewFile } from '../review/review.ts';
import { vendorOnDay, type VendorOnDay } from '../standing/on-day.ts';
import { reviewSeries } from '../standing/review-series.ts';
import { vendorLines } from '../standing/report-lines.ts';
import { count } from '../standing/wording.ts';
import { csv } from '../register/exchange/csv.ts';
import { reportToInWords } from './holdings.ts';
import { heading, oneLine, paragraph, renderMarkdown, table, type Inline } from './markdown.ts';
import { pageLink, type LinkBase } from './report-link.ts';
import type { ReviewNotes } from './review-notes.ts';
import { matchTexts } from './similar-texts.ts';

/** One thing that a vendor's report expects us to do, and what we do about it. */
export interface LedgerEntry {
  readonly dossier: VendorDossier;
  readonly document: LibraryDocument;
  readonly control: UserControl;
  /** What the last review says of it; null when no review speaks about it. */
  readonly mapping: UserControlRow | null;
  readonly review: ReviewFile | null;
  readonly state: 'mapped' | 'reasoned' | 'open';
}

/** The newest report of each line that counts; what an older one expected has been replaced. */
const newestReports = (registered: VendorDossier['registered'], onDay: VendorOnDay): LibraryDocument[] =>
  vendorLines(registered, onDay.reports).counted.flatMap(({ reports: [newest] }) =>
    newest === undefined ? [] : [newest.document],
  );

/** The review that says most about a report: its own, signed or begun, else the last one of the same service. */
function reviewFor(document: LibraryDocument, onDay: VendorOnDay): ReviewFile | null {
  const { reviews, drafts } = onDay;
  const { leadsTo } = reviewSeries(onDay);
  const own = [...drafts, ...reviews].find((review) => review.document === document);
  return (own ?? reviews.find((review) => leadsTo(review, document)))?.file ?? null;
}

function stateOf(mapping: UserControlRow | null): LedgerEntry['state'] {
  if (mapping === null) return 'open';
  if (mapping.ourControl !== '') return 'mapped';
  return mapping.status === '' ? 'open' : 'reasoned';
}

function entriesOf(dossier: VendorDossier, asOf: CalendarDate, notes: ReviewNotes): LedgerEntry[] {
  const onDay = vendorOnDay(dossier, asOf);
  return newestReports(dossier.registered, onDay).flatMap((document) => {
    const review = reviewFor(document, onDay);
    const rows = review === null ? [] : notes(review).userControls;
    const { matches } = matchTexts(
      rows,
      document.reading.userControls,
      ({ text }) => text,
      ({ text }) => text,
    );
    const mappings = new Map(matches.map(({ before, after }) => [after, before]));
    return document.reading.userControls.map((control): LedgerEntry => {
      const mapping = mappings.get(control) ?? null;
      const state = stateOf(mapping);
      return { dossier, document, control, mapping, review: mapping === null ? null : review, state };
    });
  });
}

/** What all vendors of which something is asked expect us to do, by vendor, in the order of their reports. */
export const userControlLedger = (
  { dossiers }: Pick<LibrarySnapshot, 'dossiers'>,
  asOf: CalendarDate,
  notes: ReviewNotes,
): LedgerEntry[] =>
  dossiers
    .filter(({ registered }) => (registered?.status ?? 'active') === 'active')
    .sort((a, b) => compareNames(a.name, b.name))
    .flatMap((dossier) => entriesOf(dossier, asOf, notes));

export const LEDGER_STATE_WORDS: Readonly<Record<LedgerEntry['state'], string>> = {
  mapped: 'mapped',
  reasoned: 'not mapped, with a reason',
  open: 'open',
};

const COLUMNS = ['Vendor', 'Report', 'No.', 'Control', 'Page', 'Our control', 'Owner', 'Status'];

/** What is shown of the state: a person's own words where there are some. */
const statusOf = ({ mapping, state }: LedgerEntry): string =>
  oneLine(mapping?.status ?? '') || LEDGER_STATE_WORDS[state];

const idOf = ({ control, document }: LedgerEntry): string =>
  oneLine(control.id ?? '') || String(document.reading.userControls.indexOf(control) + 1);

/** "40 user controls of 9 vendors, 12 of them open." */
export function ledgerFigures(entries: readonly LedgerEntry[]): string {
  const open = entries.filter(({ state }) => state === 'open').length;
  const vendors = new Set(entries.map(({ dossier }) => dossier.id)).size;
  return `${count(entries.length, 'user control')} of ${count(vendors, 'vendor')}, ${open} of them open.`;
}

/** The ledger as a text, with a link to each page. */
export function ledgerMarkdown(entries: readonly LedgerEntry[], base: LinkBase = { folder: '' }): string {
  return renderMarkdown([
    heading(1, 'Complementary user entity controls'),
    paragraph(
      entries.length === 0
        ? 'No list of user entity controls was found in the newest reports.'
        : ledgerFigures(entries),
    ),
    ...(entries.length === 0
      ? []
      : [
          table(
            COLUMNS,
            entries.map((entry): Inline[] => [
              oneLine(entry.dossier.name),
              reportToInWords(entry.document),
              idOf(entry),
              oneLine(entry.control.text),
              pageLink(base, entry.document.path, entry.control.page),
              oneLine(entry.mapping?.ourControl ?? ''),
              oneLine(entry.mapping?.owner ?? ''),
              statusOf(entry),
            ]),
          ),
        ]),
  ]);
}

/** The ledger as CSV. */
export const ledgerCsv = (entries: readonly LedgerEntry[]): string =>
  csv([
    [...COLUMNS.map((column) => (column === 'Page' ? 'File' : column)), 'Page'],
    ...entries.map((entry) => [
      oneLine(entry.dossier.name),
      reportToInWords(entry.document),
      idOf(entry),
      oneLine(entry.control.text),
      entry.document.path,
      oneLine(entry.mapping?.ourControl ?? ''),
      oneLine(entry.mapping?.owner ?? ''),
      statusOf(entry),
      entry.control.page,
    ]),
  ]);
