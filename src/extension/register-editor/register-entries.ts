import { parseRegister } from '../../core/register/parse-register.ts';
import type { OwnDocument, Place, RegisteredVendor } from '../../core/register/register.ts';
import { foldName } from '../../core/register/vendor-name.ts';
import { documentStandingOn, type DocumentStanding } from '../../core/standing/document-standing.ts';
import { readersLanguage } from '../language.ts';
import type { FolderStatus, VendorStatus } from '../tree/node.ts';

/** An entry of the register as it stands in the editor, saved or not, with where it stands in time. */
export type RegisterEntry =
  | { readonly is: 'vendor'; readonly place: Place; readonly vendor: VendorStatus }
  | {
      readonly is: 'own-document';
      readonly place: Place;
      readonly document: OwnDocument;
      readonly standing: DocumentStanding;
    };

interface Written {
  readonly vendors: readonly RegisteredVendor[];
  readonly documents: readonly OwnDocument[];
}

/** Reads a text once: lenses and hovers ask again and again for the same one. */
export class RegisterEntries {
  #read: { readonly text: string; readonly written: Written } | undefined;

  /**
   * The entries that the library knows, in the order of the file. One that was only typed and not saved yet has no
   * standing, and is left out.
   */
  of(text: string, status: FolderStatus): RegisterEntry[] {
    const { vendors, documents } = this.#writtenIn(text);
    const known = new Map(
      status.vendors.flatMap((vendor) =>
        vendor.dossier.registered === null
          ? []
          : [[foldName(vendor.dossier.registered.name), vendor] as const],
      ),
    );
    return [
      ...vendors.flatMap(({ name, place }): RegisterEntry[] => {
        const vendor = known.get(foldName(name));
        return vendor === undefined ? [] : [{ is: 'vendor', place, vendor }];
      }),
      ...documents.map((document): RegisterEntry => {
        const { asOf, snapshot } = status;
        const standing = documentStandingOn(document, asOf, snapshot.register.policy, readersLanguage);
        return { is: 'own-document', place: document.place, document, standing };
      }),
    ].sort((a, b) => a.place.line - b.place.line);
  }

  #writtenIn(text: string): Written {
    if (this.#read?.text !== text) this.#read = { text, written: parseRegister(text) };
    return this.#read.written;
  }
}
