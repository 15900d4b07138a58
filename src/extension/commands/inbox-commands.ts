import type { LibraryDocument } from '../../core/library/snapshot.ts';
import { openWarnings } from '../../core/library/open-warnings.ts';
import { setCorrection, type CorrectionChange } from '../../core/register/edit-corrections.ts';
import { addAlias, addNotAlias } from '../../core/register/edit-register.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import type { InboxDecision, TreeNode } from '../tree/node.ts';
import { assignVendor } from './assign-vendor.ts';
import { editRegisterFile } from './edit-register-file.ts';
import { fileIn } from './files.ts';
import { proposedReviewer } from './proposed-reviewer.ts';
import type { Handlers } from './register-commands.ts';
import { askWhatItIs } from './this-is-report.ts';

export interface InboxCommandSources {
  readonly libraries: Libraries;
  readonly date: StatusDate;
  readonly editor: ReportEditor;
}

interface FiledDocument {
  readonly library: FolderLibrary;
  readonly document: LibraryDocument;
}

/** What a person decides in the *Inbox*. All of it is written into the register, where it can be read and undone. */
export function inboxCommands({
  libraries,
  date,
  editor,
}: InboxCommandSources): Pick<Handlers, InboxDecision> {
  /** The row's file as it is now: the row may be older than the last change. */
  const fileOf = (row: TreeNode | undefined): FiledDocument | undefined => {
    if (row?.subject.is !== 'document') return undefined;
    const { folder, document } = row.subject;
    const library = libraries.get(folder.uri);
    const current = library?.snapshot.documents.find(({ path }) => path === document.path);
    return library === undefined || current === undefined ? undefined : { library, document: current };
  };
  const decide = async ({ library, document }: FiledDocument, change: CorrectionChange): Promise<void> => {
    const by = await proposedReviewer(library.folder.uri);
    const decision = { ...(by === undefined ? {} : { by }), on: date.today, ...change };
    await editRegisterFile(library, (text) => setCorrection(text, document, decision));
  };
  const sameVendor = async (
    row: TreeNode | undefined,
    edit: (text: string, vendor: string, name: string) => string,
  ): Promise<void> => {
    if (row?.subject.is !== 'same-vendor') return;
    const { folder, hint } = row.subject;
    const library = libraries.get(folder.uri);
    const registered = hint.registered.registered;
    if (library === undefined || registered === null) return;
    await editRegisterFile(library, (text) => edit(text, registered.name, hint.unregistered.name));
  };
  return {
    acceptAlias: (row) => sameVendor(row, addAlias),
    notTheSame: (row) => sameVendor(row, addNotAlias),
    assignVendor: async (row) => {
      const file = fileOf(row);
      if (file !== undefined) await assignVendor(file.library, file.document);
    },
    thisIsReport: async (row) => {
      const file = fileOf(row);
      const change = file && (await askWhatItIs(file.library.snapshot, file.document, date.today));
      if (file !== undefined && change !== undefined) await decide(file, change);
    },
    ignoreFile: async (row) => {
      const file = fileOf(row);
      if (file !== undefined) await decide(file, { as: 'ignored' });
    },
    undoDecision: async (row) => {
      const file = fileOf(row);
      if (file === undefined) return;
      await editRegisterFile(file.library, (text) => setCorrection(text, file.document, { as: null }));
    },
    enterPassword: async (row) => {
      // The report editor asks for the password, and has the file read again when it opens with it.
      if (row?.subject.is === 'document') {
        await editor.open(fileIn(row.subject.folder, row.subject.document.path));
      }
    },
    markAsChecked: async (row) => {
      const file = fileOf(row);
      if (file === undefined) return;
      const open = openWarnings(file.library.snapshot).find(({ document }) => document === file.document);
      if (open !== undefined) await decide(file, { settled: open.warnings });
    },
  };
}
