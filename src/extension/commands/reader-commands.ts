import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { SelectedText } from '../../webview/protocol.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import type { ReportActions } from '../report-editor/report-panel.ts';
import type { Handlers } from './register-commands.ts';

/** Commands of somebody who reads a report: they work on the report in front. */
export function readerCommands(
  editor: ReportEditor,
  actions: ReportActions,
): Pick<
  Handlers,
  'addSelectionToReview' | 'useSelection' | 'nextPassage' | 'previousPassage' | 'findInReport'
> {
  const withSelection = async (use: (file: vscode.Uri, selected: SelectedText) => void): Promise<void> => {
    const open = editor.active;
    if (open === undefined) return;
    const selected = await open.panel.selection();
    if (selected !== null) use(open.file, selected);
    else void vscode.window.showInformationMessage(t('Select words on a page of the report first.'));
  };
  return {
    addSelectionToReview: () => withSelection(actions.onQuoteSelection),
    useSelection: () => withSelection(actions.onUseSelection),
    nextPassage: () => {
      editor.active?.panel.walk(false);
    },
    previousPassage: () => {
      editor.active?.panel.walk(true);
    },
    findInReport: () => {
      editor.active?.panel.showFind();
    },
  };
}
