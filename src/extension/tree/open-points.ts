import { t } from '@vscode/l10n';
import type { LibraryDocument } from '../../core/library/snapshot.ts';
import { passageIn } from '../../core/report/entries.ts';
import type { Reason } from '../../core/standing/standing.ts';
import { detailNode } from './detail-node.ts';
import { documentNode, reviewNode } from './document-nodes.ts';
import type { DocumentPassage, TreeNode, VendorStatus } from './node.ts';
import type { VendorPlace } from './vendor-place.ts';
import { capital, counted, documentTitle, joined, periodInWords, shortened, verdictLook } from './words.ts';

/** What a person has to do or decide about a vendor, each with the files that it rests on. */
export function openPoints(place: VendorPlace): readonly TreeNode[] {
  const { folder, node, vendor } = place;
  if (!hasOpenPoints(vendor)) return [];
  const count = makersOf(place).length;
  if (count === 0) return [];
  return [
    detailNode(folder.folder, node, {
      key: 'open',
      label: t('Open points'),
      description: String(count),
      icon: 'checklist',
      isOpen: true,
      children: (parent) => makersOf(place).map((make) => make(parent)),
    }),
  ];
}

type Make = (parent: TreeNode) => TreeNode;

/** Cheap, and true whenever there may be an open point: decides whether a vendor's row can be opened. */
export const hasOpenPoints = ({ standing }: VendorStatus): boolean =>
  standing !== null && standing.verdict !== 'not-required';

function makersOf(place: VendorPlace): Make[] {
  const { vendor, picture } = place;
  const reasons = (vendor.standing?.reasons ?? []).filter(({ verdict }) => verdict !== 'current');
  const { onDay, latest } = picture();
  const drafts = onDay.drafts.map(
    ({ file, document }): Make =>
      (parent) =>
        reviewNode(place.folder, { review: file, document, isChanged: false }, parent, `${parent.id}/draft`),
  );
  const reviewed = new Set(onDay.reviews.map(({ document }) => document));
  const exceptions = latest
    .filter((report) => !reviewed.has(report) && report.reading.testExceptions.length > 0)
    .map(
      (report): Make =>
        (parent) =>
          exceptionsNode(place, report, parent),
    );
  const opinions = latest
    .filter((report) => !reviewed.has(report))
    .flatMap((report) => opinionPoint(place, report) ?? []);
  return [
    ...reasons.map(
      (reason, index): Make =>
        (parent) =>
          reasonNode(place, reason, index, parent),
    ),
    ...drafts,
    ...opinions,
    ...exceptions,
  ];
}

function reasonNode(place: VendorPlace, reason: Reason, index: number, parent: TreeNode): TreeNode {
  const { icon, tone } = verdictLook(reason.verdict);
  return detailNode(place.folder.folder, parent, {
    key: `reason:${index}`,
    label: capital(reason.text),
    icon,
    tone,
    tooltip: { heading: capital(reason.text), points: [reason.detail], facts: [] },
    ...(reason.files.length === 0
      ? {}
      : { children: (node) => reason.files.flatMap((path) => fileNode(place, path, node) ?? []) }),
  });
}

/** A file that a reason rests on, wherever else in the tree it stands. */
function fileNode(
  { folder, vendor, reviewsOf }: VendorPlace,
  path: string,
  parent: TreeNode,
): TreeNode | undefined {
  const id = `${parent.id}/file:${path}`;
  const { dossier } = vendor;
  const document = [...dossier.reports, ...dossier.bridgeLetters, ...dossier.unreadable].find(
    (one) => one.path === path,
  );
  if (document !== undefined) {
    return documentNode({ folder, dossier, document, reviews: reviewsOf(document), parent, id });
  }
  const review = dossier.reviews.find((one) => one.path === path);
  return review && reviewNode(folder, { review, document: null, isChanged: false }, parent, id);
}

const MAX_TEXT = 120;

function opinionPoint({ folder }: VendorPlace, report: LibraryDocument): Make | undefined {
  const { opinion, opinionMatter } = report.reading;
  if (opinion === null || opinion.value === 'unmodified') return undefined;
  const label = {
    qualified: t('Qualified opinion'),
    adverse: t('Adverse opinion'),
    disclaimer: t('Disclaimer of opinion'),
  }[opinion.value];
  return (parent) =>
    detailNode(folder.folder, parent, {
      key: `opinion:${report.path}`,
      label,
      description: joined(
        t('page {0}', opinion.page),
        opinionMatter === null ? null : shortened(opinionMatter.value, MAX_TEXT),
      ),
      icon: 'law',
      tone: 'warning',
      passage: passageOf(report, opinionMatter ?? opinion),
    });
}

const passageOf = (
  { path }: LibraryDocument,
  { page, quote }: Pick<DocumentPassage, 'page' | 'quote'>,
): DocumentPassage => ({ path, page, quote });

function exceptionsNode({ folder }: VendorPlace, report: LibraryDocument, parent: TreeNode): TreeNode {
  const { testExceptions } = report.reading;
  const count = testExceptions.length;
  return detailNode(folder.folder, parent, {
    key: `exceptions:${report.path}`,
    label: counted(count, t('1 exception to answer'), t('{0} exceptions to answer', count)),
    description: joined(documentTitle(report.reading), periodInWords(report.reading)),
    icon: 'report',
    tone: 'info',
    children: (node) =>
      testExceptions.map((exception, index) => {
        const { control, text, page, managementResponse } = exception;
        return detailNode(folder.folder, node, {
          key: String(index),
          label: control ?? t('Exception'),
          description: joined(t('page {0}', page), shortened(text, MAX_TEXT)),
          icon: 'circle-small-filled',
          tooltip: {
            heading: control ?? t('Exception'),
            points: [text],
            facts:
              managementResponse === null
                ? []
                : [{ label: t('Management’s response'), value: managementResponse.text }],
          },
          passage: passageOf(report, { page, quote: passageIn(exception) }),
        });
      }),
  });
}
