import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { patternOfFile } from '../../core/library/file-patterns.ts';
import { identityHints } from '../../core/library/identity-hints.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../core/library/snapshot.ts';
import { addFiles, addVendor } from '../../core/register/edit-register.ts';
import { isSameName } from '../../core/register/vendor-name.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import { editRegisterFile } from './edit-register-file.ts';
import { pickOrType, type Suggestion } from './pick-or-type.ts';

/**
 * Asks whose a file is, and writes it into the register: as a pattern of the vendor's files. A vendor that isn't in
 * the register yet is added with it.
 */
export async function assignVendor(library: FolderLibrary, document: LibraryDocument): Promise<void> {
  const { snapshot } = library;
  const name = await pickOrType({
    title: t('Assign {0} to a Vendor', document.path),
    placeholder: t('Choose a vendor, or type the name of a new one'),
    suggestions: suggestions(snapshot, document),
    typed: (text) => t('New vendor: {0}', text),
  });
  if (name === undefined) return;
  const pattern = await askPattern(snapshot, document);
  if (pattern === undefined) return;
  const isRegistered = snapshot.register.vendors.some((vendor) => isSameName(vendor.name, name));
  await editRegisterFile(library, (text) =>
    isRegistered ? addFiles(text, name, pattern) : addVendor(text, { name, files: [pattern] }),
  );
}

/** The two vendors that a file lies between first, then all others by name. */
function suggestions(snapshot: LibrarySnapshot, document: LibraryDocument): Suggestion[] {
  const hint = identityHints(snapshot).find(
    (one) => one.kind === 'among-others' && one.document === document,
  );
  const between = hint?.kind === 'among-others' ? hint : undefined;
  const item = (dossier: VendorDossier, why?: string): Suggestion => ({
    label: dossier.name,
    value: dossier.name,
    description: why ?? (dossier.registered === null ? t('not in the register yet') : ''),
  });
  const first =
    between === undefined
      ? []
      : [
          item(between.printed, t('the report prints this name')),
          item(between.among, t('the report lies among its files')),
        ];
  const others = snapshot.dossiers.filter(
    (dossier) => dossier !== between?.printed && dossier !== between?.among,
  );
  return [...first, ...others.map((dossier) => item(dossier))];
}

/** This file, or everything in its folder where nothing in it is known to be another vendor's. */
async function askPattern(
  { unassigned }: LibrarySnapshot,
  document: LibraryDocument,
): Promise<string | undefined> {
  const file = patternOfFile(document.path);
  const folder = document.path.slice(0, Math.max(document.path.lastIndexOf('/'), 0));
  const neighbours = unassigned.filter(({ path }) => path.startsWith(`${folder}/`));
  if (folder === '' || neighbours.length < 2) return file;
  const picked = await vscode.window.showQuickPick(
    [
      { label: t('This file only'), description: document.path, pattern: file },
      {
        label: t('Everything in {0}', folder),
        description: t('{0} files there belong to no vendor yet', neighbours.length),
        pattern: `${patternOfFile(folder)}/**`,
      },
    ],
    { title: t('Which files belong to the vendor?'), ignoreFocusOut: true },
  );
  return picked?.pattern;
}
