import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReport } from '../../../src/core/report/read-report.ts';
import { pagesFromText } from './pages-from-text.ts';

/** Names as companies write them: every one a form that a simpler rule would cut or stretch. */
const NAMES = [
  'monarc.com Ltd.',
  'eBanking Direct Inc.',
  '3Mile Company',
  '7-Harbor, Inc.',
  'AT&R Services, Inc.',
  'Ernst Klein GmbH & Co. KG',
  'The Carlisle Group, LLC',
  'Smith, Jones & Hale, Inc.',
  'Société Verdière Services S.A.',
  'n8x GmbH',
  'Crate, Inc.',
  'flowforce.com, inc.',
  'Automatic Ledger Processing, Inc.',
  'Iron Lake Information Management, LLC',
  'Bank of Montclair, N.A.',
  'University of Westmark',
  'SKP SE',
  'DocuSeal International (EMEA) Limited',
  'Tessen Cloud (Singapore) Private Limited',
  'Tavta Consultancy Services Limited',
  "O'Rourke Media, Inc.",
  'McAllen, LLC',
  'van der Berg Logistics B.V.',
  'BrightWorks Systems',
  'Yonder! Inc.',
  'Delta-Q Pty Ltd',
  'R3 Data Trust Corporation',
  'Federal Reserve Services of Lakeland',
  'J.B. Hollis & Sons, L.P.',
  'Moselbrook Funds S.à r.l.',
  'Moselbrook Data Centres S. à r.l.',
  'Wislany Systems Sp. z o.o.',
  'Tierra Alta Servicios, S. de R.L. de C.V.',
] as const;

const OPINION = `Our responsibility is to express an opinion on the description. Our examination was conducted in accordance with
attestation standards established by the AICPA.
Inherent limitations
Because of their nature, controls may not always operate effectively.
Opinion
In our opinion, in all material respects, the controls operated effectively throughout the period January 1, 2024 to
December 31, 2024, based on the trust services criteria relevant to security.
Restricted use
This report is intended solely for the information and use of management.
Thornfield Audit LLP
March 1, 2025`;

/** The ways in which a report names its service organization; each alone must do. */
const FORMS: Readonly<Record<string, (name: string) => readonly string[]>> = {
  'the addressee of the letter': (name) => [
    'SOC 2 Type 2 Report',
    `Independent Service Auditor's Report\n\nTo the Management of ${name}:\n\nWe have examined the description of the system throughout the period January 1, 2024 to December 31, 2024.\n${OPINION}`,
    "Management's Assertion\nWe have prepared the description of the system.",
  ],
  'the scope of the letter': (name) => [
    'SOC 2 Type 2 Report',
    `Independent Service Auditor's Report\n\nScope\nWe have examined ${name}'s accompanying description of its Ledger System throughout the period January 1, 2024 to\nDecember 31, 2024.\n${OPINION}`,
    "Management's Assertion\nWe have prepared the description of the system.",
  ],
  'management, speaking': (name) => [
    'SOC 2 Type 2 Report',
    `Independent Service Auditor's Report\n\nTo the Management:\nWe have examined the description throughout the period January 1, 2024 to December 31, 2024.\n${OPINION}`,
    `Management's Assertion\nWe, as management of ${name}, are responsible for designing and operating controls.`,
  ],
  'a definition in the scope': (name) => [
    'SOC 2 Type 2 Report',
    `Independent Service Auditor's Report\n\nTo the Management of ${name} ("the Company"):\nWe have examined the description of the system of ${name} (the "Company") throughout the period January 1, 2024 to\nDecember 31, 2024.\n${OPINION}`,
    "Management's Assertion\nWe have prepared the description of the system.",
  ],
};

describe('the service organization', () => {
  for (const [form, pages] of Object.entries(FORMS))
    for (const name of NAMES)
      it(`${name}, from ${form}`, async () => {
        const texts = pagesFromText(...pages(name));
        const source = {
          pageCount: texts.length,
          page: (number: number) => Promise.resolve(texts[number - 1]!),
        };
        const { vendor } = await readReport(source, 'full');
        assert.equal(vendor?.value, name);
      });
});
