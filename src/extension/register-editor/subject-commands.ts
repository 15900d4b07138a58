import * as vscode from 'vscode';
import { reviewedDocument } from '../../core/standing/on-day.ts';
import { COMMANDS } from '../contributions.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { FolderRef, FolderStatus, Subject } from '../tree/node.ts';
import { vendorSubject } from '../tree/vendor-subject.ts';
import type { Disposable } from '../disposables.ts';
import { STEPS, stepInWords, type Step } from './steps.ts';

/*
 * Lenses, hovers and problems name what they are about by address, for they outlive the rows of the trees. These two
 * commands find it again, as it stands now. They are only called through such links, so they stand in no menu.
 */
export const ON_VENDOR = 'socReview.onVendor';
export const ON_REVIEW = 'socReview.onReview';

/** A command that takes a step about a vendor. */
export const vendorCommand = (
  step: Step,
  folder: FolderRef,
  vendorId: string,
  title = stepInWords(step),
): vscode.Command => ({ title, command: ON_VENDOR, arguments: [step, folder.uri, vendorId] });

/** A command that takes a step about the vendor or the report of a review. */
export const reviewCommand = (step: Step, folder: FolderRef, path: string): vscode.Command => ({
  title: stepInWords(step),
  command: ON_REVIEW,
  arguments: [step, folder.uri, path],
});

/** Shows a vendor's row in the *Vendors* view. */
export type RevealVendor = (folder: FolderRef, vendorId: string) => Promise<void>;

export function subjectCommands(board: StatusBoard, reveal: RevealVendor): Disposable {
  const folderAt = async (uri: unknown): Promise<FolderStatus | undefined> =>
    (await board.whenKnown()).find(({ folder }) => folder.uri === uri);
  return vscode.Disposable.from(
    vscode.commands.registerCommand(ON_VENDOR, async (step: unknown, uri: unknown, id: unknown) => {
      const status = await folderAt(uri);
      const vendor = status?.vendors.find(({ dossier }) => dossier.id === id);
      if (status === undefined || vendor === undefined || !isStep(step)) return;
      const { folder } = status;
      if (step === 'showVendor') await reveal(folder, vendor.dossier.id);
      else await runOn(step, vendorSubject(status, vendor));
    }),
    vscode.commands.registerCommand(ON_REVIEW, async (step: unknown, uri: unknown, path: unknown) => {
      const status = await folderAt(uri);
      const found = status && reviewAt(status, path);
      if (status === undefined || found === undefined || !isStep(step)) return;
      const { folder } = status;
      if (step === 'showVendor') await reveal(folder, found.dossier.id);
      else if (found.document !== null) {
        await runOn(step, { is: 'document', folder, dossier: found.dossier, document: found.document });
      }
    }),
  );
}

const isStep = (value: unknown): value is Step => STEPS.some((step) => step === value);

/** Runs a command as from the row of a tree. */
const runOn = (step: Exclude<Step, 'showVendor'>, subject: Subject): Thenable<unknown> =>
  vscode.commands.executeCommand(COMMANDS[step], { subject, row: {} });

/** The vendor and the report of a review; undefined when the review is nobody's. */
export function reviewAt({ snapshot }: FolderStatus, path: unknown) {
  for (const dossier of snapshot.dossiers) {
    const review = dossier.reviews.find((one) => one.path === path);
    if (review === undefined) continue;
    const document =
      review.record === null ? null : reviewedDocument(review.record, dossier.reports).document;
    return { dossier, document };
  }
  return undefined;
}
