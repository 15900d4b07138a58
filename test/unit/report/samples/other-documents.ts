import type { SampleReport } from './expectation.ts';

/** SOC 3 reports, letters, and what only looks like a report. */
export const OTHER_DOCUMENTS: readonly SampleReport[] = [
  {
    name: "SOC 3 whose auditor's letter is an image",
    pages: [
      `System and Organization Controls 3 (SOC 3) Report
Report on the Tidewater Cloud System
Relevant to Security, Availability, and Privacy
For the Period October 1, 2022 - March 31, 2023`,
      '',
      '',
      `Management's Report of Its Assertions on the Effectiveness of Its Controls
Over the Tidewater Cloud System Based on the Trust Services Criteria for Security, Availability, and Privacy
We, as management of Tidewater Cloud, Inc., are responsible for:
- Identifying the Tidewater Cloud System (System) and describing the boundaries of the System
We assert that the controls over the system were effective throughout the period October 1, 2022 to March 31, 2023 to
provide reasonable assurance that the commitments were achieved based on the criteria relevant to security,
availability, and privacy set forth in the AICPA's TSP section 100, 2017 Trust Services Criteria for Security,
Availability, Processing Integrity, Confidentiality, and Privacy.`,
      `Attachment A - Tidewater Cloud System Overview
Tidewater`,
    ],
    says: {
      kind: 'soc3',
      type: null,
      vendor: 'Tidewater Cloud, Inc.',
      system: 'Tidewater Cloud System',
      auditor: null,
      reportDate: null,
      opinion: null,
      start: '2022-10-01',
      end: '2023-03-31',
      categories: ['Security', 'Availability', 'Privacy'],
    },
  },
  {
    name: 'bridge letter',
    pages: [
      `Ostermoor Analytics GmbH
Leopoldstrasse 9, 80802 Munich

January 12, 2026

Re: SOC 2 Type 2 bridge letter

To Whom It May Concern:

Ostermoor Analytics GmbH ("Ostermoor") has engaged Vantor & Lisle LLP to examine its controls. The most recent SOC 2
Type 2 report covers the period November 1, 2024 through October 31, 2025.

This letter covers the period from November 1, 2025 through January 12, 2026. Ostermoor is not aware of any material
changes in its control environment during that time.

Sincerely,

Ilse Brandauer
Chief Information Security Officer
Ostermoor Analytics GmbH`,
    ],
    says: { kind: 'bridge-letter', vendor: 'Ostermoor Analytics GmbH', reportDate: '2026-01-12' },
  },
  {
    name: 'white paper that explains the opinion',
    pages: [
      `Understanding your SOC 2 Type II report
A guide for customers`,
      `The service auditor's report says "We have examined the description". The opinion begins with "In our opinion, in
all material respects". A qualified opinion says "except for the matter described". Trust services criteria relevant to
security apply. Our SOC 2 Type II report covers a period of twelve months.`,
    ],
    says: { kind: 'not-soc', vendor: null },
  },
  {
    name: 'template with placeholders',
    pages: [
      `[Service Organization Name]
SOC 2 Type 2 Report
For the period [Start Date] to [End Date]`,
      `Independent Service Auditor's Report
To the Management of [Service Organization Name]:
We have examined [Service Organization Name]'s description of its [System Name] throughout the period [start date] to
[end date]. Our responsibility is to express an opinion. Inherent limitations. Restricted use. This report is intended
solely for the information and use of XYZ Service Organization.
In our opinion, in all material respects, the controls operated effectively throughout the period January 1, 20XX to
December 31, 20XX.
[Service auditor's signature]
[Date]`,
      `Assertion of [Service Organization Name] Management
We have prepared the description.`,
    ],
    says: { kind: 'not-soc' },
  },
  {
    name: 'readiness assessment by an auditor',
    pages: [
      `SOC 2 Readiness Assessment Report
Prepared for Dunmarsh Labs, Inc.
March 1, 2025`,
      `We have assessed the readiness of Dunmarsh Labs, Inc. for a SOC 2 examination relevant to security. Gaps were noted.
This report is intended solely for the information and use of management.`,
    ],
    says: { kind: 'not-soc' },
  },
  {
    name: 'SOC for Cybersecurity',
    pages: [
      `Halden Industries, Inc.
SOC for Cybersecurity
Cybersecurity Risk Management Examination Report
For the period January 1, 2024 to December 31, 2024`,
      `Independent Accountant's Report
To the Board of Directors of Halden Industries, Inc.:
We have examined the accompanying description of Halden Industries, Inc.'s cybersecurity risk management program
throughout the period January 1, 2024 to December 31, 2024, and the effectiveness of controls. Our responsibility is to
express an opinion. Inherent limitations. Our examination was conducted in accordance with attestation standards.
In our opinion, in all material respects, the controls were effective throughout the period.
Restricted use. This report is intended solely for the board.`,
      `Management's Assertion
We assert that controls were effective based on the description criteria.`,
    ],
    says: { kind: 'not-soc' },
  },
];
