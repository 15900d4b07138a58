import { t } from '@vscode/l10n';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { GeneratedTexts } from '../review-editor/generated-texts.ts';
import { createRegister } from './create-register.ts';
import { exportVendors } from './export-vendors.ts';
import { importVendors } from './import-vendors.ts';
import { pickLibrary } from './pick-library.ts';
import type { Handlers } from './register-commands.ts';

export interface RegisterFileSources {
  readonly libraries: Libraries;
  readonly date: StatusDate;
  readonly texts: GeneratedTexts;
}

/** Commands about the register as a whole. They wait until everything is read, so that no vendor is missed. */
export function registerFileCommands({
  libraries,
  date,
  texts,
}: RegisterFileSources): Pick<Handlers, 'createRegister' | 'importVendors' | 'exportVendors'> {
  return {
    createRegister: async () => {
      const library = await pickLibrary(libraries, t('Create Register from Reports'));
      await libraries.whenIndexed();
      if (library !== undefined) await createRegister(library);
    },
    importVendors: async () => {
      const library = await pickLibrary(libraries, t('Import Vendors from CSV'));
      await libraries.whenIndexed();
      if (library !== undefined) await importVendors(library, { texts, today: date.today });
    },
    exportVendors: async () => {
      const library = await pickLibrary(libraries, t('Export Vendors to CSV'));
      await libraries.whenIndexed();
      if (library !== undefined) await exportVendors(library);
    },
  };
}
