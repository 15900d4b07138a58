import { t } from '@vscode/l10n';
import { identityHints, type IdentityHint } from '../../core/library/identity-hints.ts';
import { openWarnings } from '../../core/library/open-warnings.ts';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import { isSetAside } from '../../core/register/correction.ts';
import { needsPassword } from '../../core/report/reading.ts';
import { retold } from '../language.ts';
import { documentNode } from './document-nodes.ts';
import { groupBy } from './group-by.ts';
import { inboxHeading } from './inbox-group.ts';
import {
  INBOX_GROUPS,
  once,
  type Capability,
  type FolderStatus,
  type InboxGroup,
  type Row,
  type TreeNode,
} from './node.ts';
import { documentTitle, fileName, joined } from './words.ts';

/** Something that waits for a person: its row is made when its group is opened. */
interface Waiting {
  readonly group: InboxGroup;
  readonly node: (parent: TreeNode) => TreeNode;
}

/**
 * The *Inbox* tree: every PDF that the *Vendors* tree doesn't show as a report or letter, with the reason, so that
 * no file of the folder is dropped in silence; and what only a person can decide about those that it shows.
 */
export function inboxNodes(folders: readonly FolderStatus[]): readonly TreeNode[] {
  const groups = groupBy(folders.flatMap(waiting), ({ group }) => group);
  return INBOX_GROUPS.flatMap((group) => {
    const items = groups.get(group);
    return items === undefined ? [] : [groupNode(group, items)];
  });
}

function waiting(folder: FolderStatus): readonly Waiting[] {
  const { dossiers, unassigned, documents } = folder.snapshot;
  return [
    ...identityHints(folder.snapshot).map((hint) => waitingHint(folder, hint)),
    ...openWarnings(folder.snapshot).map(({ document, warnings }) =>
      waitingDoubt(folder, ownerOf(folder, document), document, warnings),
    ),
    ...dossiers.flatMap((dossier) =>
      dossier.unreadable.map((document) => waitingFile(folder, dossier, document)),
    ),
    ...unassigned.map((document) => waitingFile(folder, null, document)),
    ...documents
      .filter(({ reading }) => reading.kind === 'not-soc')
      .map((document) => waitingFile(folder, null, document)),
  ];
}

const ownerOf = ({ snapshot }: FolderStatus, document: LibraryDocument): VendorDossier | null =>
  snapshot.dossiers.find(({ reports, bridgeLetters, unreadable }) =>
    [...reports, ...bridgeLetters, ...unreadable].includes(document),
  ) ?? null;

function groupOf({ reading }: LibraryDocument): InboxGroup {
  if (isSetAside(reading)) return 'set-aside';
  return reading.kind === 'unreadable' || reading.kind === 'not-soc' ? reading.kind : 'unassigned';
}

/** What a person can decide about a file. One whose bytes can't be had can't be told again, so nothing is. */
function capabilitiesOf(document: LibraryDocument): readonly Capability[] {
  if (document.sha256 === '') return [];
  const group = groupOf(document);
  if (group === 'set-aside') return ['openReport', 'undoDecision'];
  if (group === 'unassigned') return ['openReport', 'assignVendor', 'ignoreFile'];
  const first = needsPassword(document.reading) ? 'enterPassword' : 'openReport';
  return [first, 'thisIsReport', 'ignoreFile'];
}

/** The row of a file as this view shows it. A file may stand in several groups, so its id says in which. */
function fileNode(
  folder: FolderStatus,
  dossier: VendorDossier | null,
  document: LibraryDocument,
  group: string,
  parent: TreeNode,
  row: Partial<Row> & Pick<Row, 'capabilities'>,
): TreeNode {
  const node = documentNode({ folder, dossier, document, reviews: [], parent });
  const capabilities: readonly Capability[] = [...row.capabilities, 'reveal'];
  return { ...node, id: `${group}:${node.id}`, row: { ...node.row, ...row, capabilities } };
}

function waitingFile(
  folder: FolderStatus,
  dossier: VendorDossier | null,
  document: LibraryDocument,
): Waiting {
  const group = groupOf(document);
  const capabilities = capabilitiesOf(document);
  return {
    group,
    node: (parent) => fileNode(folder, dossier, document, group, parent, { capabilities }),
  };
}

function waitingDoubt(
  folder: FolderStatus,
  dossier: VendorDossier | null,
  document: LibraryDocument,
  warnings: readonly string[],
): Waiting {
  const label = joined(dossier?.name ?? fileName(document), documentTitle(document.reading));
  const description = warnings.map(retold).join(' ');
  const row = {
    label,
    description,
    icon: 'warning',
    tone: 'warning',
    spoken: `${label}, ${description}`,
    capabilities: ['openReport', 'markAsChecked'],
  } as const;
  return {
    group: 'doubtful',
    node: (parent) => fileNode(folder, dossier, document, 'doubtful', parent, row),
  };
}

function waitingHint(folder: FolderStatus, hint: IdentityHint): Waiting {
  if (hint.kind === 'same-vendor') {
    return { group: 'same-vendor', node: (parent) => sameVendorNode(folder, hint, parent) };
  }
  const { document, printed, among } = hint;
  const label = printed.name;
  const description = t('{0} lies among the files of {1}', documentTitle(document.reading), among.name);
  const row = {
    label,
    description: joined(description, document.path),
    icon: 'arrow-swap',
    tone: 'warning',
    spoken: joined(label, description, document.path),
    capabilities: ['openReport', 'assignVendor'],
  } as const;
  return {
    group: 'wrong-vendor',
    node: (parent) => fileNode(folder, printed, document, 'wrong-vendor', parent, row),
  };
}

function sameVendorNode(
  folder: FolderStatus,
  hint: Extract<IdentityHint, { kind: 'same-vendor' }>,
  parent: TreeNode,
): TreeNode {
  const { unregistered, registered, because } = hint;
  const label = unregistered.name;
  const description = joined(
    t('same as {0}?', registered.name),
    because === 'folder' ? t('its reports lie in that vendor’s folder') : t('the names are alike'),
  );
  const documents = [...unregistered.reports, ...unregistered.bridgeLetters];
  const id = `same-vendor:${folder.folder.uri}:${unregistered.id}:${registered.id}`;
  const node: TreeNode = {
    id,
    parent,
    subject: { is: 'same-vendor', folder: folder.folder, hint },
    row: {
      label,
      description,
      icon: 'question',
      tone: 'info',
      spoken: `${label}, ${description}`,
      capabilities: ['acceptAlias', 'notTheSame'],
      branch: 'collapsed',
    },
    children: once(() =>
      documents.map((document) =>
        fileNode(folder, unregistered, document, id, node, { capabilities: ['openReport'] }),
      ),
    ),
  };
  return node;
}

function groupNode(group: InboxGroup, items: readonly Waiting[]): TreeNode {
  const { label, branch } = inboxHeading(group);
  const count = String(items.length);
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
      spoken: items.length === 1 ? t('{0}, 1 entry', label) : t('{0}, {1} entries', label, count),
      capabilities: [],
    },
    children: once(() => items.map((item) => item.node(node))),
  };
  return node;
}
