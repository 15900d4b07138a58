import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { retold } from '../language.ts';
import type { VendorDossier } from '../../core/library/snapshot.ts';
import { addVendor } from '../../core/register/edit-register.ts';
import { parseRegister } from '../../core/register/parse-register.ts';
import { isSameName } from '../../core/register/vendor-name.ts';
import { UneditableError } from '../../core/register/yaml-edit.ts';
import { editText } from '../commands/edit-text.ts';
import { asRange } from '../problems/as-range.ts';

/**
 * Opens the register at a vendor's name. For one that only its reports name, offers to add it; the new entry is left
 * unsaved, for a person to complete and to save.
 */
export async function openInRegister(
  register: vscode.Uri,
  { name, registered }: VendorDossier,
): Promise<void> {
  if (registered === null && !(await wantsToAdd(register, name))) return;
  const document = await openOrCreate(register);
  if (document === undefined) return;
  if (registered === null && placeOf(document, name) === undefined && !(await add(document, name))) return;
  const place = placeOf(document, registered?.name ?? name);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (place === undefined) return;
  editor.selection = new vscode.Selection(place.start, place.start);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function wantsToAdd(register: vscode.Uri, name: string): Promise<boolean> {
  const add = t('Add to Register');
  const file = vscode.workspace.asRelativePath(register);
  const answer = await vscode.window.showInformationMessage(
    t('{0} is not in the register: only its reports name it.', name),
    {
      modal: true,
      detail: t(
        'An entry in {0} says how critical the vendor is, who answers for it and how often it is reviewed.',
        file,
      ),
    },
    add,
  );
  return answer === add;
}

async function openOrCreate(register: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(register);
  } catch {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(register, { ignoreIfExists: true });
    if (await vscode.workspace.applyEdit(edit)) return await vscode.workspace.openTextDocument(register);
    void vscode.window.showErrorMessage(
      t(
        'The register {0} could not be made. Is the folder read-only?',
        vscode.workspace.asRelativePath(register),
      ),
    );
    return undefined;
  }
}

/** Where the name stands in the text as it is now, saved or not. */
function placeOf(document: vscode.TextDocument, name: string): vscode.Range | undefined {
  const { vendors } = parseRegister(document.getText());
  const found = vendors.find((vendor) =>
    [vendor.name, ...vendor.aliases].some((one) => isSameName(one, name)),
  );
  return found && asRange(found.place);
}

async function add(document: vscode.TextDocument, name: string): Promise<boolean> {
  try {
    return await editText(document, addVendor(document.getText(), { name }));
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error;
    void vscode.window.showErrorMessage(retold(error.message));
    await vscode.window.showTextDocument(document);
    return false;
  }
}
