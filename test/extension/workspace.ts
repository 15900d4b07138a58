import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { localCalendarDate } from '../../src/core/calendar/calendar-date.ts';
import type { LibrarySnapshot, VendorDossier } from '../../src/core/library/snapshot.ts';
import type { TestApi } from '../../src/extension/extension.ts';
import { COMMANDS, type CommandName } from '../../src/extension/contributions.ts';
import { parseRegister } from '../../src/core/register/parse-register.ts';
import { DEFAULT_POLICY } from '../../src/core/register/register.ts';
import { standingOn } from '../../src/core/standing/standing-on.ts';
import type { Subject } from '../../src/extension/tree/node.ts';
import { vendorPicture } from '../../src/extension/tree/vendor-picture.ts';

export const REGISTER = 'vendors.yaml';

/** The extension's id in the extension host. */
const EXTENSION = 'soc-review-tracker.soc-review-tracker';
const PATIENCE_MS = 45_000;
const PAUSE_MS = 50;

export function extension(): vscode.Extension<TestApi> {
  const found = vscode.extensions.getExtension<TestApi>(EXTENSION);
  assert.ok(found, 'the extension host knows the extension');
  return found;
}

export function workspaceFolder(): vscode.WorkspaceFolder {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the tests run in a folder');
  return folder;
}

export const fileUri = (path: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder().uri, path);

export const readText = async (path: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));

export const writeText = async (path: string, text: string): Promise<void> => {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
};

/** A file as the editor has it, once that is as on disk: an editor that knows a file hears of its changes later. */
export async function openAsOnDisk(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  await eventually(`the editor shows ${path} as it is on disk`, async () =>
    document.getText() === (await readText(path)) ? true : undefined,
  );
  return document;
}

/** The reviews on disk, in path order. */
async function reviewFiles(): Promise<string[]> {
  const files = await readdir(fileUri('reviews').fsPath, { recursive: true });
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => `reviews/${file.replaceAll('\\', '/')}`)
    .sort();
}

/** Waits until editor and library have taken in what the test before left on disk: both hear of it later. */
export async function hasSettled(): Promise<void> {
  if (!extension().isActive) return;
  await eventually('the library holds the register and the reviews as they are on disk', async () => {
    const { register, reviews } = await indexed();
    const known = [register, reviews.map(({ path }) => path)];
    return (
      isDeepStrictEqual(known, [parseRegister(await readText(REGISTER)), await reviewFiles()]) || undefined
    );
  });
  await openAsOnDisk(REGISTER);
}

/** The library of the folder, once everything is read. */
export async function indexed(): Promise<LibrarySnapshot> {
  const api = await extension().activate();
  await api.whenIndexed();
  const [snapshot] = api.snapshots();
  assert.ok(snapshot);
  return snapshot;
}

/** The vendor whose name begins so. */
export const dossierOf = (name: string): Promise<VendorDossier> =>
  eventually(`the vendor ${name}`, async () =>
    (await indexed()).dossiers.find((one) => one.name.startsWith(name)),
  );

/** A vendor with a report that nobody has begun to review; what an earlier test took back may still be known. */
export const vendorToReview = (): Promise<VendorDossier> =>
  eventually('a vendor without reviews', async () =>
    (await indexed()).dossiers.find(({ reports, reviews }) => reports.length > 0 && reviews.length === 0),
  );

/** Waits until `look` finds something. @throws when it takes too long. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`Not within ${PATIENCE_MS / 1000} seconds: ${what}`);
}

/** Runs a command as from the row of a tree. */
export async function runOn(name: CommandName, subject: Subject): Promise<void> {
  await vscode.commands.executeCommand(COMMANDS[name], { subject, row: {} });
}

/** The row of a document of the folder. */
export const documentRow = (dossier: VendorDossier, index: number): Subject => {
  const document = dossier.reports[index];
  assert.ok(document);
  const { uri, name } = workspaceFolder();
  return { is: 'document', folder: { uri: uri.toString(), name }, document, dossier };
};

/** The row of a vendor of the folder, on a day; as it is now when none is given. */
export const vendorRow = (dossier: VendorDossier, day = localCalendarDate(new Date())): Subject => {
  const { uri, name } = workspaceFolder();
  return {
    is: 'vendor',
    folder: { uri: uri.toString(), name },
    vendor: { dossier, standing: standingOn(dossier, DEFAULT_POLICY, day) },
    picture: () => vendorPicture(dossier, DEFAULT_POLICY, day),
  };
};

/** The path of the file in the active text editor, relative to the folder; undefined when it shows none. */
export const openFile = (): string | undefined => {
  const open = vscode.window.activeTextEditor?.document.uri;
  return open && vscode.workspace.asRelativePath(open, false);
};

/** Our diagnostics of a file. */
export const diagnosticsOf = (path: string): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(fileUri(path)).filter(({ source }) => source === 'SOC Review');

export const codeOf = ({ code }: vscode.Diagnostic): string | undefined =>
  typeof code === 'string' ? code : undefined;
