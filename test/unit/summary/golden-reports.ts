import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../../src/core/library/snapshot.ts';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import type { TestException, UserControl } from '../../../src/core/report/reading.ts';
import { bridgeLetter, dossier, fact, registered, report } from '../standing/samples.ts';

/** The reports whose reviews are kept as files: a clean one, a qualified one, one of many exceptions, an SSAE 16. */

const userControls: readonly UserControl[] = [
  { id: 'CUEC-1', text: 'User entities restrict physical access lists to authorized personnel.', page: 31 },
  { id: 'CUEC-2', text: 'User entities notify Northlake of terminated employees within one day.', page: 31 },
  { id: null, text: 'User entities review their cabinets’ access logs quarterly.', page: 32 },
];

export const clean: LibraryDocument = report({
  path: 'vendors/northlake/2025/SOC2 Type2.pdf',
  opinion: 'unmodified',
  system: 'Colocation Services System',
  reading: {
    standard: fact('SSAE 21', 4),
    auditor: { ...fact('Baker & Finch LLP', 5), printedPage: '3' },
    vendorAliases: [fact('Northlake', 2)],
    categories: [fact('Security', 4), fact('Availability', 4)],
    userControls,
    subserviceOrganizations: [
      { ...fact('Pinewood Guarding B.V.', 18), service: 'site security' },
      { ...fact('Alder Cloud', 18), service: null },
    ],
    subserviceMethod: fact('carve-out', 18),
    facilities: [
      { ...fact('BRU1 Brussels', 9), inScope: true },
      { ...fact('SYD2 Sydney', 9), inScope: false },
    ],
  },
});

export const qualified: LibraryDocument = report({
  path: 'vendors/northlake/2025/qualified (SOC2).pdf',
  opinion: 'qualified',
  system: null,
  reading: {
    opinionMatter: fact(
      'Except for the matter described above, controls over the removal of access did not operate effectively from 1 May to 31 August 2025.',
      6,
    ),
    absences: { auditor: 'on an image page 5' },
    imagePages: [5],
    warnings: ['Cover and opinion name different periods: 31 Dec 2025 on page 1, 30 Dec 2025 on page 4.'],
    testExceptions: [
      {
        control: 'CC6.2',
        text: 'For 2 of the 25 terminations tested, access was removed late.',
        page: 77,
        sample: { deviations: 2, tested: 25 },
        managementResponse: {
          text: 'Removal has been automated since September 2025.',
          page: 96,
          section: 'other-information',
        },
      },
    ],
  },
});

const exception = (index: number): TestException => ({
  control: `CC${Math.floor(index / 4) + 5}.${(index % 4) + 1}`,
  text: `Deviation ${index + 1}: ${index + 1} of 40 changes | had no approval <before> deployment.`,
  page: 60 + index,
  sample: index % 3 === 0 ? null : { deviations: index + 1, tested: 40 },
  managementResponse: index % 2 === 0 ? null : { text: 'Corrected.', page: 60 + index, section: 'tests' },
});

export const manyExceptions: LibraryDocument = report({
  path: 'vendors/northlake/2025/SOC1.pdf',
  kind: 'soc1',
  opinion: 'unmodified',
  reading: {
    testExceptions: Array.from({ length: 12 }, (_, index) => exception(index)),
    untestedControls: [{ control: 'CC7.5', text: 'No incident occurred during the period.', page: 75 }],
  },
});

export const ssae16: LibraryDocument = report({
  path: 'vendors/northlake/2013/SSAE16.pdf',
  kind: 'soc1',
  start: '2012-10-01',
  end: '2013-07-31',
  issued: '2013-09-25',
  opinion: 'unmodified',
  reading: { standard: fact('SSAE 16', 1), auditor: fact('Crane Hollis & Co., P.C.', 4) },
});

export const vendor: VendorDossier = dossier({
  registered: registered({
    services: [
      {
        name: 'Colocation Brussels and Sydney',
        expects: ['SOC 2 Type 2'],
        needs: ['Security', 'Availability', 'Confidentiality'],
      },
    ],
    facilities: ['Brussels', 'Sydney', 'Hong Kong'],
  }),
  reports: [clean, qualified, manyExceptions, ssae16],
  bridgeLetters: [bridgeLetter('2026-01-01', '2026-02-28', '2025-12-31')],
});

/** One of the organizations that Northlake relies on, which is a vendor of ours too. */
const guarding: VendorDossier = dossier({
  id: 'pinewood-guarding',
  name: 'Pinewood Guarding',
  registered: registered({ name: 'Pinewood Guarding', tier: 'low' }),
  reports: [
    report({
      path: 'vendors/pinewood/SOC2.pdf',
      reading: { vendor: fact('Pinewood Guarding B.V.') },
      start: '2024-07-01',
      end: '2025-06-30',
      issued: '2025-08-20',
    }),
  ],
});

export const libraryOf = (
  ...dossiers: readonly VendorDossier[]
): Pick<LibrarySnapshot, 'dossiers' | 'register'> => ({ dossiers, register: EMPTY_REGISTER });

export const LIBRARY = libraryOf(vendor, guarding);

export const GOLDEN: Readonly<Record<string, LibraryDocument>> = {
  clean,
  qualified,
  'many-exceptions': manyExceptions,
  'ssae-16': ssae16,
};
