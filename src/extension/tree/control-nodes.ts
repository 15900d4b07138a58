import { t } from '@vscode/l10n';
import type { SubserviceEntry } from '../../core/summary/subservice-view.ts';
import { vendorsOf } from '../../core/summary/subservice-view.ts';
import type { LedgerEntry } from '../../core/summary/user-control-ledger.ts';
import { passageIn } from '../../core/report/entries.ts';
import type { ReportClockState } from '../../core/standing/standing.ts';
import { detailNode, type Detail } from './detail-node.ts';
import { groupNode } from './group-node.ts';
import type { FolderRef, Tone, TreeNode } from './node.ts';
import { joined } from './words.ts';

/** What the *Controls* view shows of a folder. */
export interface FolderControls {
  readonly folder: FolderRef;
  readonly ledger: readonly LedgerEntry[];
  readonly subservice: readonly SubserviceEntry[];
}

/** Two lists over all vendors: what their reports expect of us, and whom they rely on. */
export function controlNodes(folders: readonly FolderControls[]): readonly TreeNode[] {
  const entries = folders.flatMap(({ ledger }) => ledger);
  const open = entries.filter(({ state }) => state === 'open').length;
  const controls = t('{0} of {1} open', open, entries.length);
  const organizations = String(folders.flatMap(({ subservice }) => subservice).length);
  const group = (
    id: string,
    label: string,
    description: string,
    children: (parent: TreeNode) => readonly TreeNode[],
  ): TreeNode =>
    groupNode({ id, label, description, spoken: joined(label, description), startsOpen: false, children });
  return [
    ...(entries.length === 0
      ? []
      : [
          group('user-controls', t('User controls'), controls, (parent) =>
            folders.flatMap((one) => vendorsWithControls(one, parent)),
          ),
        ]),
    ...(organizations === '0'
      ? []
      : [
          group('subservice', t('Subservice organizations'), organizations, (parent) =>
            folders.flatMap(({ folder, subservice }) =>
              subservice.map((entry) => detailNode(folder, parent, organization(folder, entry))),
            ),
          ),
        ]),
  ];
}

function vendorsWithControls({ folder, ledger }: FolderControls, parent: TreeNode): TreeNode[] {
  const vendors = [...new Set(ledger.map(({ dossier }) => dossier))];
  return vendors.map((dossier) => {
    const entries = ledger.filter((entry) => entry.dossier === dossier);
    const open = entries.filter(({ state }) => state === 'open').length;
    return detailNode(folder, parent, {
      key: `${folder.uri}/${dossier.id}`,
      label: dossier.name,
      description: open === 0 ? t('all answered') : t('{0} of {1} open', open, entries.length),
      icon: open === 0 ? 'pass' : 'circle-outline',
      tone: open === 0 ? 'good' : 'plain',
      children: (node) => entries.map((entry, index) => detailNode(folder, node, control(entry, index))),
    });
  });
}

const STATES: Readonly<Record<LedgerEntry['state'], readonly [icon: string, tone: Tone]>> = {
  mapped: ['pass', 'good'],
  reasoned: ['circle-slash', 'muted'],
  open: ['circle-outline', 'warning'],
};

function control({ control: asked, document, mapping, state }: LedgerEntry, index: number): Detail {
  const { text, page } = asked;
  const [icon, tone] = STATES[state];
  return {
    key: String(index),
    label: text,
    description: joined(mapping?.ourControl, mapping?.owner, mapping?.status) || t('open'),
    icon,
    tone,
    tooltip: { heading: text, points: [], facts: [] },
    passage: { path: document.path, page, quote: passageIn(asked) },
  };
}

const TROUBLE: ReadonlySet<ReportClockState> = new Set(['late', 'stale', 'none', 'type-1-only']);

function organization(folder: FolderRef, entry: SubserviceEntry): Detail {
  const { name, reliances, holding } = entry;
  const count = vendorsOf(reliances).length;
  const relied = count === 1 ? t('1 vendor') : t('{0} vendors', count);
  const isTrouble = holding !== null && (holding.report === null || TROUBLE.has(holding.clock.state));
  return {
    key: `${folder.uri}/${name}`,
    label: name,
    description: joined(relied, ours(entry)),
    icon: holding === null ? 'question' : isTrouble ? 'warning' : 'pass',
    tone: holding === null ? 'muted' : isTrouble ? 'warning' : 'good',
    children: (node) =>
      reliances.map(({ dossier, document, printed, method }, index) =>
        detailNode(folder, node, {
          key: String(index),
          label: dossier.name,
          description: joined(
            method === null
              ? t('method not printed')
              : method === 'carve-out'
                ? t('carved out')
                : t('included'),
            printed.service,
          ),
          icon: 'file-pdf',
          passage: { path: document.path, page: printed.page, quote: printed.quote },
        }),
      ),
  };
}

/** What we hold of an organization ourselves. */
function ours({ holding }: SubserviceEntry): string {
  if (holding === null) return t('no vendor of ours');
  if (holding.report === null) return t('we hold no report of theirs');
  switch (holding.clock.state) {
    case 'current':
    case 'renewal-expected':
      return t('our report of theirs is current');
    case 'late':
      return t('our next report of theirs is late');
    case 'stale':
      return t('our report of theirs is stale');
    case 'type-1-only':
      return t('we hold only a Type 1 of theirs');
    case 'none':
      return t('a report of theirs is missing');
    case 'not-required':
      return t('not followed up by us');
  }
}
