import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { VIEWS } from '../contributions.ts';
import type { Disposable } from '../disposables.ts';
import type { StatusBoard } from '../library/status-board.ts';
import { attentionCounts } from '../tree/attention-counts.ts';
import { statusBarWords } from './words.ts';

/** The icon of our view container, as a codicon. */
const ICON = '$(shield)';

/** How many reviews are overdue and due soon today, at the bottom of the window; a click shows the vendors. */
export function reviewStatusBar(board: StatusBoard): Disposable {
  const item = vscode.window.createStatusBarItem('socReview.attention', vscode.StatusBarAlignment.Left);
  item.name = t('SOC reviews');
  item.command = `${VIEWS.vendors}.focus`;
  const update = (): void => {
    const words = statusBarWords(attentionCounts(board.today));
    if (words === undefined) {
      item.hide();
      return;
    }
    item.text = `${ICON} ${words.text}`;
    item.tooltip = words.tooltip;
    item.accessibilityInformation = { label: `${item.name ?? ''}: ${words.text}` };
    item.show();
  };
  update();
  return vscode.Disposable.from(item, board.onDidChange(update));
}
