import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../../core/calendar/calendar-date.ts';
import { proposedReviewer } from '../../commands/proposed-reviewer.ts';
import { keepReviewer } from '../../settings.ts';
import type { Decider } from './record-decision.ts';
import type { ReportInLibrary } from './report-in-library.ts';

/** A decision without a name is worth nothing to an auditor. Undefined when nobody gives one. */
export async function whoDecides(
  { library, draft }: ReportInLibrary,
  today: CalendarDate,
): Promise<Decider | undefined> {
  const known = draft?.record?.reviewer ?? (await proposedReviewer(library.folder.uri));
  const by = known ?? (await askName(library.folder.uri));
  return by === undefined ? undefined : { by, today };
}

/** Asked once: the setting keeps it. */
async function askName(folder: vscode.Uri): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: t('Who decides this?'),
    prompt: t('Your name, as it is to stand beside the decision. The setting “Reviewer” keeps it.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A decision needs a name.') : undefined),
  });
  const name = answer?.trim();
  if (name !== undefined) await keepReviewer(folder, name);
  return name;
}
