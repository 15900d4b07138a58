import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Libraries } from '../library/libraries.ts';
import { verifyRecords } from './verify-records.ts';
import type { Handlers } from './register-commands.ts';

/** Commands about reading the reports. */
export const indexCommands = (
  libraries: Libraries,
): Pick<Handlers, 'refresh' | 'rebuildIndex' | 'verifyRecords' | 'clearCache' | 'cancelIndexing'> => ({
  refresh: () => libraries.refresh(),
  rebuildIndex: () => libraries.refresh({ ignoreCache: true }),
  verifyRecords: () => verifyRecords(libraries),
  clearCache: async () => {
    await libraries.clearCache();
    void vscode.window.showInformationMessage(
      t('What was read from the reports of this workspace was removed from the disk.'),
    );
  },
  cancelIndexing: () => {
    libraries.cancel();
  },
});
