import { t } from '@vscode/l10n';
import { documentStandingOn } from '../../core/standing/document-standing.ts';
import { VERDICTS } from '../../core/standing/standing.ts';
import { readersLanguage } from '../language.ts';
import { groupNode } from './group-node.ts';
import {
  NO_CHILDREN,
  type Capability,
  type FolderStatus,
  type OwnDocumentStatus,
  type TreeNode,
} from './node.ts';
import { joined, verdictInWords, verdictLook } from './words.ts';

export interface PlacedDocument {
  readonly folder: FolderStatus;
  readonly own: OwnDocumentStatus;
}

/** A folder's own statements and policies on the day that it is shown, in the order of the register. */
export const ownDocuments = ({ snapshot: { register }, asOf }: FolderStatus): readonly OwnDocumentStatus[] =>
  register.documents.map((document) => ({
    document,
    standing: documentStandingOn(document, asOf, register.policy, readersLanguage),
  }));

const rank = ({ own }: PlacedDocument): number => VERDICTS.indexOf(own.standing.verdict);

/** The group of our own documents, what needs a person first; none when there is none. */
export function ownDocumentsGroup(
  placed: readonly PlacedDocument[],
  saysFolder: boolean,
): readonly TreeNode[] {
  if (placed.length === 0) return [];
  const sorted = [...placed].sort((a, b) => rank(a) - rank(b));
  const overdue = placed.filter(({ own }) => own.standing.verdict === 'overdue').length;
  const count = String(placed.length);
  return [
    groupNode({
      id: 'own-documents',
      label: t('Our documents'),
      description: joined(count, overdue === 0 ? null : t('{0} overdue', overdue)),
      spoken: [
        placed.length === 1 ? t('Our documents, 1 document') : t('Our documents, {0} documents', count),
        ...(overdue === 0 ? [] : [t('{0} overdue', overdue)]),
      ].join(', '),
      startsOpen: sorted.some(({ own }) => own.standing.verdict !== 'current'),
      children: (parent) =>
        sorted.map((document, index) => ownDocumentNode(document, index, parent, saysFolder)),
    }),
  ];
}

function ownDocumentNode(
  { folder, own }: PlacedDocument,
  index: number,
  parent: TreeNode,
  saysFolder: boolean,
): TreeNode {
  const { document, standing } = own;
  const why = standing.reasons.map(({ text }) => text);
  const from = saysFolder ? folder.folder.name : null;
  const file: readonly Capability[] = document.path === null ? [] : ['openOwnDocument', 'reveal'];
  return {
    id: `own:${folder.folder.uri}:${index}:${document.name}`,
    parent,
    subject: { is: 'own-document', folder: folder.folder, own },
    row: {
      label: document.name,
      description: joined(from, ...why),
      ...verdictLook(standing.verdict),
      spoken: [
        document.name,
        ...(from === null ? [] : [from]),
        verdictInWords(standing.verdict),
        ...why,
      ].join(', '),
      capabilities: [...file, 'recordDocumentReview', 'copyReasons'],
      branch: 'leaf',
    },
    children: NO_CHILDREN,
  };
}
