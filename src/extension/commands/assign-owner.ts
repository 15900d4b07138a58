import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { compareNames } from '../../core/library/order.ts';
import type { VendorDossier } from '../../core/library/snapshot.ts';
import { addVendor, setVendorField } from '../../core/register/edit-register.ts';
import type { Register } from '../../core/register/register.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import { editRegisterFile } from './edit-register-file.ts';
import { pickOrType, type Suggestion } from './pick-or-type.ts';

/** Asks who answers for a vendor, and writes it into the register. A vendor that isn't in it is added after asking. */
export async function assignOwner(library: FolderLibrary, dossier: VendorDossier): Promise<void> {
  const { registered, name } = dossier;
  const owner = await pickOrType({
    title: t('Assign Owner of {0}', name),
    placeholder: t('A name or a mail address'),
    suggestions: owners(library.snapshot.register, registered?.owner ?? null),
    typed: (text) => t('Assign to {0}', text),
  });
  if (owner === undefined || owner === registered?.owner) return;
  if (registered !== null) {
    await editRegisterFile(library, (text) => setVendorField(text, registered.name, 'owner', owner));
    return;
  }
  const add = t('Add Vendor');
  const answer = await vscode.window.showInformationMessage(
    t('{0} is not in the register yet.', name),
    { modal: true, detail: t('It is known from its reports only. Add it, with {0} as its owner?', owner) },
    add,
  );
  if (answer === add) await editRegisterFile(library, (text) => addVendor(text, { name, owner }));
}

/** Everybody who answers for something already, with what they have to do. */
function owners({ vendors, documents }: Register, current: string | null): Suggestion[] {
  const counts = new Map<string, number>();
  for (const { owner } of [...vendors, ...documents]) {
    if (owner !== null) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts.keys()].sort(compareNames).map((owner) => ({
    label: owner,
    value: owner,
    description: owner === current ? t('answers for it now') : '',
  }));
}
