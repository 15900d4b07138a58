import type { LibraryDocument } from '../../../src/core/library/snapshot.ts';
import type { TestException, UserControl } from '../../../src/core/report/reading.ts';
import { fact, report } from '../standing/samples.ts';

/** Three consecutive reports of one service, with what typically changes from year to year. */

const control = (id: string, text: string, page: number): UserControl => ({ id, text, page });

const exception = (number: string, text: string, page: number): TestException => ({
  control: number,
  text,
  page,
  sample: null,
  managementResponse: null,
});

const LISTS = 'User entities restrict physical access lists to authorized personnel.';
const LEAVERS = 'User entities notify Northlake of terminated employees within one day.';

export const first: LibraryDocument = report({
  path: 'vendors/northlake/2023.pdf',
  start: '2023-01-01',
  end: '2023-12-31',
  issued: '2024-02-20',
  opinion: 'unmodified',
  system: 'Colocation Services System',
  reading: {
    pages: 88,
    standard: fact('SSAE 18', 4),
    auditor: fact('Crane Hollis & Co., P.C.', 5),
    categories: [fact('Security', 4)],
    userControls: [
      control('CUEC-1', LISTS, 30),
      control('CUEC-2', 'User entities encrypt their own backups.', 30),
    ],
    subserviceOrganizations: [{ ...fact('Pinewood Guarding B.V.', 18), service: null }],
    testedControls: ['CC6.1', 'CC6.2', 'CC7.1'],
    testExceptions: [exception('CC6.2', 'For 3 of the 25 terminations tested, access was removed late.', 70)],
  },
});

export const second: LibraryDocument = report({
  path: 'vendors/northlake/2024.pdf',
  start: '2024-02-01',
  end: '2024-12-31',
  issued: '2025-02-24',
  opinion: 'qualified',
  system: 'Colocation Services System',
  reading: {
    pages: 92,
    standard: fact('SSAE 18', 4),
    auditor: fact('Baker & Finch LLP', 5),
    categories: [fact('Security', 4), fact('Availability', 4)],
    userControls: [control('CUEC-1', LISTS, 31), control('CUEC-2', LEAVERS, 31)],
    subserviceOrganizations: [
      { ...fact('Pinewood Guarding', 18), service: null },
      { ...fact('Alder Cloud', 18), service: null },
    ],
    testedControls: ['CC 6.1', 'CC6.2', 'CC7.2', 'CC8.1'],
    testExceptions: [
      exception('CC6.2', 'For 2 of the 25 terminations tested, access was removed late.', 74),
      exception('CC8.1', 'One change had no approval.', 80),
    ],
  },
});

export const third: LibraryDocument = report({
  path: 'vendors/northlake/2025.pdf',
  start: '2024-07-01',
  end: '2025-06-30',
  issued: '2025-08-20',
  opinion: 'unmodified',
  system: 'Colocation and Interconnection Services System',
  reading: {
    pages: 92,
    standard: fact('SSAE 21', 4),
    auditor: fact('BAKER & FINCH, LLP', 5),
    categories: [fact('Security', 4), fact('Availability', 4)],
    userControls: [
      control('1', LISTS.toUpperCase(), 29),
      control('2', LEAVERS.replace('one day', 'two business days'), 29),
      control('3', 'User entities review their cabinets’ access logs quarterly.', 29),
    ],
    subserviceOrganizations: [{ ...fact('Alder Cloud, Inc.', 18), service: null }],
    testedControls: ['CC6.1', 'CC6.2', 'CC7.2', 'CC8.1'],
    testExceptions: [exception('CC8.1', 'Approval of emergency changes was not documented.', 81)],
  },
});
