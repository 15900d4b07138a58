import { t } from '@vscode/l10n';
import type { InboxGroup, Row } from './node.ts';

/** How a group of the *Inbox* is called, and whether it stands open: what needs a person does. */
export function inboxHeading(group: InboxGroup): Pick<Row, 'label' | 'branch'> {
  switch (group) {
    case 'same-vendor':
      return { label: t('The same vendor?'), branch: 'expanded' };
    case 'wrong-vendor':
      return { label: t('Among another vendor’s files'), branch: 'expanded' };
    case 'doubtful':
      return { label: t('Contradictions and doubts'), branch: 'expanded' };
    case 'unreadable':
      return { label: t('Can’t be read'), branch: 'expanded' };
    case 'unassigned':
      return { label: t('Belongs to no vendor'), branch: 'expanded' };
    case 'not-soc':
      return { label: t('Not SOC reports'), branch: 'collapsed' };
    case 'set-aside':
      return { label: t('Set aside by you'), branch: 'collapsed' };
  }
}
