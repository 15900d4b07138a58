import { t } from '@vscode/l10n';
import { addDays } from '../../core/calendar/calendar-date.ts';
import { reportInWords } from '../../core/register/expected-report.ts';
import type { LibraryDocument } from '../../core/library/snapshot.ts';
import { coverageEnd } from '../../core/report/reading.ts';
import type { LineState } from '../../core/standing/report-clock.ts';
import { dateInWords } from '../language.ts';
import { detailNode } from './detail-node.ts';
import { documentNode, type ReportTitle } from './document-nodes.ts';
import { groupBy } from './group-by.ts';
import type { Row, TreeNode } from './node.ts';
import type { VendorPlace } from './vendor-place.ts';
import { counted, joined } from './words.ts';

/** A line with more reports than this has a row for each year. */
const MOST_WITHOUT_YEARS = 6;
/** A line with no more reports than this stands open from the start. */
const MOST_OPEN = 4;

/**
 * A vendor's reports, newest first. Those of one service stand directly below the vendor; where there are several
 * services or kinds with more than one year, each has a row that says how fresh its newest report is.
 */
export function reportNodes(place: VendorPlace): readonly TreeNode[] {
  const { states, onDay } = place.picture();
  const { reports } = place.vendor.dossier;
  const inLines = new Set(onDay.reports.map(({ document }) => document));
  const others = reports.filter((report) => !inLines.has(report));
  return [
    ...lineNodes(place, states),
    ...others.map((document) => reportNode(place, place.node, document, 'kind')),
  ];
}

function lineNodes(place: VendorPlace, states: readonly LineState[]): readonly TreeNode[] {
  const { node, vendor } = place;
  const documents = new Set(states.flatMap(documentsOf));
  const newestFirst = vendor.dossier.reports.filter((report) => documents.has(report));
  if (states.length < 2) return inYears(place, node, newestFirst, 'kind');
  if (documents.size === states.length) {
    return newestFirst.map((document) => reportNode(place, node, document, 'kind-and-system'));
  }
  return states.map((state, index) => lineNode(place, state, index));
}

const documentsOf = ({ line }: LineState): LibraryDocument[] => line.reports.map(({ document }) => document);

function lineNode(place: VendorPlace, state: LineState, index: number): TreeNode {
  const { line } = state;
  const isCounted = place.picture().lines.counted.includes(line);
  const documents = documentsOf(state);
  return detailNode(place.folder.folder, place.node, {
    key: `line:${index}`,
    label: lineInWords(state),
    description: joined(
      isCounted ? stateInWords(state) : t('not expected by the register'),
      counted(documents.length, t('1 report'), t('{0} reports', documents.length)),
    ),
    icon: 'layers',
    tone: isCounted ? stateTone(state) : 'muted',
    isOpen: documents.length <= MOST_OPEN,
    children: (node) => inYears(place, node, documents, 'period'),
  });
}

/** "SOC 2 · Colocation Services" */
const lineInWords = ({ line }: Pick<LineState, 'line'>): string =>
  joined(reportInWords(line.kind, null), line.system);

function stateInWords({ state, dates }: LineState): string {
  if (dates === null) return t('period unknown');
  switch (state) {
    case 'current':
    case 'none':
      return t('current until {0}', dateInWords(dates.currentUntil));
    case 'renewal-expected':
      return t('renewal expected by {0}', dateInWords(dates.renewalBy));
    case 'late':
      return t('late since {0}', dateInWords(addDays(dates.renewalBy, 1)));
    case 'stale':
      return t('stale since {0}', dateInWords(dates.staleFrom));
    case 'type-1-only':
      return t('Type 1 only');
  }
}

function stateTone({ state, dates }: LineState): Row['tone'] {
  if (dates === null || state === 'late' || state === 'stale') return 'warning';
  return state === 'current' ? 'good' : 'info';
}

function inYears(
  place: VendorPlace,
  parent: TreeNode,
  documents: readonly LibraryDocument[],
  title: ReportTitle,
): readonly TreeNode[] {
  if (documents.length <= MOST_WITHOUT_YEARS) {
    return documents.map((document) => reportNode(place, parent, document, title));
  }
  const years = groupBy(documents, ({ reading }) => coverageEnd(reading)?.slice(0, 4) ?? null);
  return [...years].map(([year, members], index) =>
    detailNode(place.folder.folder, parent, {
      key: `year:${year ?? 'none'}`,
      label: year ?? t('Period not printed'),
      description: counted(members.length, t('1 report'), t('{0} reports', members.length)),
      icon: 'calendar',
      isOpen: index === 0,
      children: (node) => members.map((document) => reportNode(place, node, document, title)),
    }),
  );
}

const reportNode = (
  { folder, vendor, reviewsOf }: VendorPlace,
  parent: TreeNode,
  document: LibraryDocument,
  title: ReportTitle,
): TreeNode =>
  documentNode({ folder, dossier: vendor.dossier, document, reviews: reviewsOf(document), parent, title });
