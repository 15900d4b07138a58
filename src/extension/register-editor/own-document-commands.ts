import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { documentStandingOn } from '../../core/standing/document-standing.ts';
import { COMMANDS } from '../contributions.ts';
import type { Disposable } from '../disposables.ts';
import { readersLanguage } from '../language.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { FolderRef, Subject } from '../tree/node.ts';

/** Only called from lenses and hovers of the register, so that it stands in no menu. */
export const ON_OWN_DOCUMENT = 'socReview.onOwnDocument';

const DOCUMENT_STEPS = ['openOwnDocument', 'recordDocumentReview'] as const;
type DocumentStep = (typeof DOCUMENT_STEPS)[number];

/** A command that takes a step about one of our own documents. */
export const ownDocumentCommand = (step: DocumentStep, folder: FolderRef, name: string): vscode.Command => ({
  title: step === 'openOwnDocument' ? t('Open document') : t('Record review…'),
  command: ON_OWN_DOCUMENT,
  arguments: [step, folder.uri, name],
});

/** Runs the commands of the document's row, as it stands now. */
export const ownDocumentCommands = (board: StatusBoard): Disposable =>
  vscode.commands.registerCommand(ON_OWN_DOCUMENT, async (wanted: unknown, uri: unknown, name: unknown) => {
    const step = DOCUMENT_STEPS.find((one) => one === wanted);
    const status = board.today.find(({ folder }) => folder.uri === uri);
    const document = status?.snapshot.register.documents.find((one) => one.name === name);
    if (step === undefined || status === undefined || document === undefined) return;
    const { folder, snapshot, asOf } = status;
    const standing = documentStandingOn(document, asOf, snapshot.register.policy, readersLanguage);
    const subject: Subject = { is: 'own-document', folder, own: { document, standing } };
    await vscode.commands.executeCommand(COMMANDS[step], { subject, row: {} });
  });
