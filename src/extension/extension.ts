import * as vscode from 'vscode';
import type { LibrarySnapshot } from '../core/library/snapshot.ts';
import { arrangeCommands } from './commands/arrange-commands.ts';
import { inboxCommands } from './commands/inbox-commands.ts';
import { indexCommands } from './commands/index-commands.ts';
import { registerCommands } from './commands/register-commands.ts';
import { registerFileCommands } from './commands/register-file-commands.ts';
import { reportCommands } from './commands/report-commands.ts';
import { readerCommands } from './commands/reader-commands.ts';
import { reviewCommands } from './commands/review-commands.ts';
import { rowCommands } from './commands/row-commands.ts';
import { summaryCommands } from './commands/summary-commands.ts';
import { statusDateCommands } from './commands/status-date-commands.ts';
import { reportDecorations } from './decorations/report-decorations.ts';
import { Disposables } from './disposables.ts';
import { speak } from './language.ts';
import { StagedReports } from './git/staged-reports.ts';
import { Libraries } from './library/libraries.ts';
import { newDay } from './library/new-day.ts';
import { limitedReader } from './library/limited-reader.ts';
import { startInBackground } from './library/start-in-background.ts';
import { StatusBoard } from './library/status-board.ts';
import { StatusDate } from './library/status-date.ts';
import { ProblemsPanel } from './problems/problems.ts';
import { defaultEditor } from './report-editor/default-editor.ts';
import { knownAboutFile } from './report-editor/known-about-report.ts';
import { readerActions } from './report-editor/reader-actions.ts';
import { ReportEditor } from './report-editor/report-editor.ts';
import { registerEditor, registerEditorCommands } from './register-editor/register-editor.ts';
import { ReportPasswords } from './report-editor/report-passwords.ts';
import { completionActions, completionLens } from './review-editor/completion-actions.ts';
import { CompletionChecks } from './review-editor/completion-checks.ts';
import { GeneratedTexts } from './review-editor/generated-texts.ts';
import { reviewedFile } from './review-editor/reviewed-file.ts';
import { PreviewLinks, type MarkdownIt } from './review-links/preview-links.ts';
import { reviewLinks } from './review-links/review-links.ts';
import { reviewStatusBar } from './status-bar/review-status-bar.ts';
import { controlsView } from './views/controls-view.ts';
import { contextKeys } from './views/context-keys.ts';
import { inboxView } from './views/inbox-view.ts';
import { indexingProgress } from './views/indexing-progress.ts';
import { ListingState } from './views/listing-state.ts';
import { vendorsView } from './views/vendors-view.ts';

/** What VS Code's Markdown preview takes from us. */
export interface MarkdownApi {
  extendMarkdownIt(markdownIt: MarkdownIt): MarkdownIt;
}

/** For tests only: trees can't be read back from the editor, and an index takes as long as it takes. */
export interface TestApi {
  /** What is known of each folder by now. */
  snapshots(): readonly LibrarySnapshot[];
  /** True once every file's facts are known, and so every verdict. */
  isKnown(): boolean;
  /** Reads the reports if nobody has asked for them yet. Resolves when all that was found is read. */
  whenIndexed(): Promise<void>;
}

/** Composes the extension and returns: nothing is read and nothing is awaited before views and commands stand. */
export function activate(context: vscode.ExtensionContext): TestApi & MarkdownApi {
  if (vscode.l10n.bundle !== undefined) speak(vscode.env.language, vscode.l10n.bundle);
  const owned = new Disposables();
  context.subscriptions.push(owned);
  const log = owned.add(vscode.window.createOutputChannel('SOC Review', { log: true }));
  const reader = limitedReader(context.asAbsolutePath('dist/pdf-worker.mjs'), owned);
  const passwords = new ReportPasswords(context.secrets);
  const storage = context.storageUri ?? context.globalStorageUri;
  const date = owned.add(new StatusDate());
  const libraries = owned.add(new Libraries({ reader, passwords, storage, log, today: () => date.today }));
  owned.add(newDay(date, libraries));
  const board = owned.add(new StatusBoard(libraries, date));
  const actions = readerActions(libraries, date, log);
  const editor = owned.add(
    new ReportEditor({
      context,
      passwords,
      log,
      known: (file) => knownAboutFile(libraries, file),
      onDidLearn: libraries.onDidChange,
      onOpened: (file) => {
        // What the reader looks at is read before everything else.
        if (libraries.documentAt(file) === undefined) void libraries.fileChanged(file);
        libraries.start();
      },
      actions,
      onUnlocked: (file) => void libraries.fileChanged(file),
    }),
  );
  const checks = owned.add(new CompletionChecks(libraries, date));
  const texts = owned.add(new GeneratedTexts());
  const listing = owned.add(new ListingState(context.workspaceState));
  const staged = owned.add(new StagedReports());
  const sources = { libraries, board, date, editor, checks, texts, listing };
  const vendors = owned.add(vendorsView(sources));
  owned.add(inboxView(sources));
  owned.add(controlsView(sources));
  owned.add(indexingProgress(libraries));
  owned.add(contextKeys(sources));
  const problems = owned.add(new ProblemsPanel(libraries, board));
  owned.add(registerEditor({ libraries, board, date, problems, vendors }));
  owned.add(reviewStatusBar(board));
  owned.add(reportDecorations(board));
  owned.add(reviewLinks(editor, (file) => libraries.documentAt(file)?.reading));
  const previewLinks = new PreviewLinks();
  owned.add(previewLinks.register(editor));
  owned.add(defaultEditor(libraries));
  owned.add(completionActions(checks, date));
  owned.add(completionLens((file) => reviewedFile(libraries, file)?.review.state === 'draft'));
  owned.add(
    registerCommands(
      {
        ...reportCommands(board, editor),
        ...reviewCommands(sources),
        ...summaryCommands(sources),
        ...readerCommands(editor, actions),
        ...rowCommands(sources),
        ...registerEditorCommands({ libraries, board, vendors }),
        ...arrangeCommands(board, listing),
        ...inboxCommands(sources),
        ...registerFileCommands(sources),
        ...statusDateCommands(libraries, date),
        ...indexCommands(libraries),
        keepStagedReportsOut: () => staged.ignore(),
      },
      () => vendors.selectedRow(),
    ),
  );
  owned.add(startInBackground(libraries));
  return {
    snapshots: () => libraries.all.map(({ snapshot }) => snapshot),
    isKnown: () => libraries.all.every(({ isComplete }) => isComplete),
    whenIndexed: () => libraries.whenIndexed(),
    extendMarkdownIt: (markdownIt) => previewLinks.extend(markdownIt),
  };
}
