import type { LibrarySnapshot, VendorDossier } from '../../../src/core/library/snapshot.ts';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import { readReviewTables } from '../../../src/core/review/review-tables.ts';
import { portfolioSummary, type PortfolioSummary } from '../../../src/core/summary/portfolio-summary.ts';
import type { ReviewNotes } from '../../../src/core/summary/review-notes.ts';
import { bridgeLetter, day, dossier, fact, registered, report, review } from '../standing/samples.ts';

/** A small library with a bit of everything, whose names and texts are one and the same text: the stranger's. */
export interface StrangersLibrary {
  readonly snapshot: LibrarySnapshot;
  readonly notes: ReviewNotes;
  readonly summary: PortfolioSummary;
}

export const AS_OF = day('2026-11-21');
export const YEAR = { start: day('2026-01-01'), end: day('2026-12-31') };

const BODY = `---
vendor: x
---
## Exceptions

| Control | What was found | Our assessment | Follow-up |
| - | - | - | - |
| CC6.2 | Removed late. | Does not concern us | |

## Complementary user entity controls

| No. | Control | Our control | Owner | Status |
| - | - | - | - | - |
| 1 | Restrict the access lists to authorized personnel. | AC-3 | Dana | mapped |
| 2 | Encrypt your own backups with keys of your own. | | | not used |

## Open follow-ups

- [ ] ask for the corrective action plan
- [x] call the vendor
`;

export function strangersLibrary(text: string): StrangersLibrary {
  const soc2 = report({
    path: `vendors/${text.replaceAll('/', '-')}.pdf`,
    start: '2025-03-01',
    opinion: 'qualified',
    system: text,
    reading: {
      vendor: fact(text),
      testExceptions: [
        { control: 'CC6.2', text: 'Removed late.', page: 7, sample: null, managementResponse: null },
        { control: text, text, page: 8, sample: null, managementResponse: null },
      ],
      userControls: [
        { id: null, text: 'Restrict the access lists to authorized personnel.', page: 9 },
        { id: null, text: 'Encrypt your own backups with keys of your own.', page: 9 },
        { id: text, text, page: 10 },
      ],
      subserviceOrganizations: [
        { ...fact('Pinewood Guarding B.V.', 12), service: text },
        { ...fact(text, 12), service: null },
      ],
      subserviceMethod: fact('carve-out', 12),
    },
  });
  const signed = review('2026-03-10', soc2, { reviewer: text, approver: text });
  const stranger = dossier({
    id: 'stranger',
    name: text,
    registered: registered({ name: text, owner: text, tier: 'high' }),
    reports: [
      soc2,
      report({ path: 'old.pdf', start: '2024-02-01', end: '2025-01-31', issued: '2025-03-20' }),
    ],
    bridgeLetters: [bridgeLetter('2026-01-01', '2026-02-28', '2025-12-31')],
    reviews: [signed],
  });
  const guarding = dossier({
    id: 'pinewood-guarding',
    name: 'Pinewood Guarding',
    registered: registered({ name: 'Pinewood Guarding' }),
    reports: [report({ path: 'pinewood.pdf', start: '2023-01-01', end: '2023-12-31', issued: '2024-02-20' })],
  });
  const gone = dossier({
    id: 'gone',
    name: `gone ${text}`,
    registered: registered({ name: `gone ${text}`, status: 'terminated', statusReason: text }),
  });
  const dossiers: VendorDossier[] = [stranger, guarding, gone];
  const snapshot: LibrarySnapshot = {
    documents: dossiers.flatMap(({ reports }) => reports),
    register: {
      ...EMPTY_REGISTER,
      documents: [
        {
          name: text,
          path: null,
          owner: null,
          reviewEvery: { months: 12 },
          lastReviewed: day('2026-01-15'),
          line: 1,
          place: { line: 1, column: 1, endLine: 1, endColumn: 1 },
        },
      ],
    },
    reviews: dossiers.flatMap(({ reviews }) => reviews),
    dossiers,
    unassigned: [],
  };
  const tables = readReviewTables(BODY);
  const notes: ReviewNotes = () => ({
    ...tables,
    followUps: [...tables.followUps, { text, isDone: false, line: 1 }],
  });
  const scope = { period: YEAR, asOf: AS_OF, writtenOn: AS_OF, notes };
  return { snapshot, notes, summary: portfolioSummary(snapshot, scope) };
}
