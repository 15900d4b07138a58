import { t } from '@vscode/l10n';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import { documentNode } from './document-nodes.ts';
import { groupBy } from './group-by.ts';
import { INBOX_GROUPS, once, type FolderStatus, type InboxGroup, type Row, type TreeNode } from './node.ts';

interface WaitingFile {
  readonly folder: FolderStatus;
  readonly document: LibraryDocument;
  readonly dossier: VendorDossier | null;
}

/**
 * The *Inbox* tree: every PDF that the *Vendors* tree doesn't show as a report or letter, with the reason, so that
 * no file of the folder is dropped in silence.
 */
export function inboxNodes(folders: readonly FolderStatus[]): readonly TreeNode[] {
  const groups = groupBy(folders.flatMap(waitingFiles), ({ document }) => groupOf(document));
  return INBOX_GROUPS.flatMap((group) => {
    const files = groups.get(group);
    return files === undefined ? [] : [groupNode(group, files)];
  });
}

function waitingFiles(folder: FolderStatus): readonly WaitingFile[] {
  const { dossiers, unassigned, documents } = folder.snapshot;
  return [
    ...dossiers.flatMap((dossier) => dossier.unreadable.map((document) => ({ folder, document, dossier }))),
    ...unassigned.map((document) => ({ folder, document, dossier: null })),
    ...documents
      .filter(({ reading }) => reading.kind === 'not-soc')
      .map((document) => ({ folder, document, dossier: null })),
  ];
}

function groupOf({ reading }: LibraryDocument): InboxGroup {
  return reading.kind === 'unreadable' || reading.kind === 'not-soc' ? reading.kind : 'unassigned';
}

function groupNode(group: InboxGroup, files: readonly WaitingFile[]): TreeNode {
  const count = String(files.length);
  const { label, branch } = heading(group);
  const node: TreeNode = {
    id: `files:${group}`,
    parent: null,
    subject: { is: 'files', group },
    row: {
      label,
      description: count,
      icon: null,
      tone: 'plain',
      branch,
      spoken: files.length === 1 ? t('{0}, 1 file', label) : t('{0}, {1} files', label, count),
      capabilities: [],
    },
    children: once(() => files.map((file) => documentNode({ ...file, reviews: [], parent: node }))),
  };
  return node;
}

function heading(group: InboxGroup): Pick<Row, 'label' | 'branch'> {
  switch (group) {
    case 'unreadable':
      return { label: t('Can’t be read'), branch: 'expanded' };
    case 'unassigned':
      return { label: t('Belongs to no vendor'), branch: 'expanded' };
    case 'not-soc':
      return { label: t('Not SOC reports'), branch: 'collapsed' };
  }
}
