import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { FolderRef, TreeNode } from '../tree/node.ts';
import { reasonsAsText } from '../tree/reasons-text.ts';
import { vendorPicture } from '../tree/vendor-picture.ts';
import { assignOwner } from './assign-owner.ts';
import { fileIn } from './files.ts';
import { recordDocumentReview } from './record-document-review.ts';
import { recordPastReview } from './record-past-review.ts';
import type { Handlers } from './register-commands.ts';
import { mailQuery, reportRequest } from './report-request.ts';
import { setNextReview } from './set-next-review.ts';

interface RowCommandSources {
  readonly libraries: Libraries;
  readonly date: StatusDate;
}

type RowCommand =
  | 'assignOwner'
  | 'setNextReview'
  | 'recordPastReview'
  | 'requestReport'
  | 'copyReasons'
  | 'reveal'
  | 'openOwnDocument'
  | 'recordDocumentReview';

/** What can be done with a row beside reading and reviewing. What counts is what there is now, whatever day is shown. */
export function rowCommands({ libraries, date }: RowCommandSources): Pick<Handlers, RowCommand> {
  const vendorOf = (row: TreeNode | undefined): CurrentVendor | undefined => currentVendor(libraries, row);
  return {
    assignOwner: async (row) => {
      const vendor = vendorOf(row);
      if (vendor !== undefined) await assignOwner(vendor.library, vendor.dossier);
    },
    setNextReview: async (row) => {
      const vendor = vendorOf(row);
      if (vendor !== undefined) await setNextReview(vendor.library, vendor.dossier, date.today);
    },
    recordPastReview: async (row) => {
      const vendor = vendorOf(row);
      if (vendor === undefined) return;
      await recordPastReview(vendor.library, vendor.dossier, vendor.document, date.today);
    },
    requestReport: async (row) => {
      const vendor = vendorOf(row);
      if (vendor === undefined) return;
      const { policy } = vendor.library.snapshot.register;
      const request = reportRequest(vendor.dossier, vendorPicture(vendor.dossier, policy, date.today));
      await vscode.env.openExternal(
        vscode.Uri.from({ scheme: 'mailto', path: request.to, query: mailQuery(request) }),
      );
    },
    copyReasons: async (row) => {
      const text = row && reasonsOf(row, date);
      if (text === undefined) return;
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage(t('Reasons copied'), MESSAGE_MS);
    },
    reveal: async (row) => {
      const file = row && fileOf(row);
      if (file !== undefined) await vscode.commands.executeCommand('revealInExplorer', file);
    },
    openOwnDocument: async (row) => {
      const file = row?.subject.is === 'own-document' ? fileOf(row) : undefined;
      if (file !== undefined) await vscode.commands.executeCommand('vscode.open', file);
    },
    recordDocumentReview: async (row) => {
      if (row?.subject.is !== 'own-document') return;
      const { folder, own } = row.subject;
      const library = libraries.get(folder.uri);
      const document = library?.snapshot.register.documents.find(({ name }) => name === own.document.name);
      if (library === undefined || document === undefined) return;
      await recordDocumentReview(library, document, date.today);
    },
  };
}

const MESSAGE_MS = 4_000;

interface CurrentVendor {
  readonly library: FolderLibrary;
  readonly dossier: VendorDossier;
  /** Where the row is a report's. */
  readonly document: LibraryDocument | undefined;
}

/** The vendor of a row as it is known now: the row may be older, or show a past day. */
function currentVendor(libraries: Libraries, row: TreeNode | undefined): CurrentVendor | undefined {
  const meant = row && vendorIn(libraries, row);
  const library = meant && libraries.get(meant.folder.uri);
  const dossier = library?.snapshot.dossiers.find(({ id }) => id === meant?.id);
  if (library === undefined || dossier === undefined) return undefined;
  return { library, dossier, document: dossier.reports.find(({ path }) => path === meant?.path) };
}

interface MeantVendor {
  readonly folder: FolderRef;
  readonly id: string | undefined;
  readonly path?: string;
}

function vendorIn(libraries: Libraries, { subject }: TreeNode): MeantVendor | undefined {
  if (subject.is === 'vendor') return { folder: subject.folder, id: subject.vendor.dossier.id };
  if (subject.is === 'document') {
    return { folder: subject.folder, id: subject.dossier?.id, path: subject.document.path };
  }
  if (subject.is !== 'review') return undefined;
  const { folder, review } = subject;
  const dossiers = libraries.get(folder.uri)?.snapshot.dossiers ?? [];
  const dossier = dossiers.find(({ reviews }) => reviews.some(({ path }) => path === review.path));
  return { folder, id: dossier?.id };
}

function reasonsOf({ subject }: TreeNode, { shown }: StatusDate): string | undefined {
  if (subject.is === 'own-document') {
    return reasonsAsText(subject.own.document.name, subject.own.standing, shown);
  }
  if (subject.is !== 'vendor' || subject.vendor.standing === null) return undefined;
  return reasonsAsText(subject.vendor.dossier.name, subject.vendor.standing, shown);
}

/** The file of a row; of a vendor's row its newest report. */
function fileOf({ subject }: TreeNode): vscode.Uri | undefined {
  if (subject.is === 'document') return fileIn(subject.folder, subject.document.path);
  if (subject.is === 'review') return fileIn(subject.folder, subject.review.path);
  const path =
    subject.is === 'own-document'
      ? subject.own.document.path
      : subject.is === 'vendor'
        ? subject.vendor.dossier.reports[0]?.path
        : undefined;
  if (path === undefined || path === null || !('folder' in subject)) return undefined;
  return fileIn(subject.folder, path);
}
