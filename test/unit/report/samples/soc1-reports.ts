import type { SampleReport } from './expectation.ts';

/** Reports on controls over financial reporting, from SAS 70 to today, American and international. */
export const SOC1_REPORTS: readonly SampleReport[] = [
  {
    name: 'SAS 70: controls placed in operation, no assertion',
    pages: [
      `Ashgrove Data Corporation
Report on Controls Placed in Operation and Tests of Operating Effectiveness
For the Period from October 1, 2008, through September 30, 2009
(SAS 70 Type II)`,
      `I. INDEPENDENT SERVICE AUDITORS' REPORT

To the Board of Directors of Ashgrove Data Corporation:

We have examined the accompanying description of controls related to the Item Processing services of Ashgrove Data
Corporation. Our examination included procedures to obtain reasonable assurance about whether the accompanying
description presents fairly, in all material respects, the aspects of Ashgrove's controls that may be relevant to a
user organization's internal control as it relates to an audit of financial statements. The control objectives were
specified by the management of Ashgrove. Our examination was performed in accordance with standards established by the
American Institute of Certified Public Accountants.

In our opinion, the accompanying description of the aforementioned controls presents fairly, in all material respects,
the relevant aspects of Ashgrove's controls that had been placed in operation as of September 30, 2009.

In our opinion, the controls that were tested were operating with sufficient effectiveness to provide reasonable, but
not absolute, assurance that the control objectives were achieved during the period from October 1, 2008, through
September 30, 2009. Because of their nature, controls may fail.

This report is intended solely for use by the management of Ashgrove Data Corporation, its customers, and the
independent auditors of its customers.

Mercer, Pell & Company, P.C.
Philadelphia, Pennsylvania
November 30, 2009`,
      `II. INFORMATION PROVIDED BY ASHGROVE DATA CORPORATION
Overview of Operations`,
      `III. INFORMATION PROVIDED BY THE SERVICE AUDITOR
Control objective 1`,
    ],
    says: {
      kind: 'soc1',
      type: 2,
      vendor: 'Ashgrove Data Corporation',
      auditor: 'Mercer, Pell & Company, P.C.',
      standard: 'SAS 70',
      start: '2008-10-01',
      end: '2009-09-30',
      reportDate: '2009-11-30',
      opinion: 'unmodified',
      categories: [],
    },
  },
  {
    name: 'SSAE 16: a line break in the period on the cover, footnote at the year',
    pages: [
      `Report on Bluestem Trust Company, N.A.'s Description of its Custody System and on the Suitability of the Design and
Operating Effectiveness of its Controls
For the Period July 1, 2012
to June 30, 2013
SSAE 16 SOC 1 Type II`,
      `Independent Service Auditor's Report on a Description of a Service Organization's System and the Suitability of
the Design and Operating Effectiveness of Controls

To the Management of Bluestem Trust Company, N.A.:

Scope
We have examined Bluestem Trust Company, N.A.'s description of its Custody System for processing user entities'
transactions throughout the period July 1, 2012 to June 30, 20132 and the suitability of the design and operating
effectiveness of controls to achieve the related control objectives stated in the description.

Service organization's responsibilities
Bluestem is responsible for preparing the description.

Service auditor's responsibilities
We conducted our examination in accordance with attestation standards established by the American Institute of
Certified Public Accountants, Statement on Standards for Attestation Engagements No. 16.

Inherent limitations
Because of their nature, controls may not prevent errors.

Opinion
In our opinion, in all material respects, based on the criteria described in Bluestem's assertion in Section II,
a. the description fairly presents the Custody System
c. the controls tested operated effectively throughout the period July 1, 2012 to June 30, 2013.

Restricted use
This report is intended solely for the information and use of Bluestem.

Tolliver Reeve LLP
August 23, 2013
Kansas City, Missouri`,
      `II. Management's Assertion
We have prepared the description of Bluestem Trust Company, N.A.'s Custody System.
We confirm, to the best of our knowledge and belief, that the controls operated effectively throughout the period
July 1, 2012 to June 30, 2013.`,
      `III. Description of the System
Bluestem`,
    ],
    says: {
      kind: 'soc1',
      type: 2,
      vendor: 'Bluestem Trust Company, N.A.',
      system: 'Custody System',
      auditor: 'Tolliver Reeve LLP',
      standard: 'SSAE 16',
      start: '2012-07-01',
      end: '2013-06-30',
      reportDate: '2013-08-23',
      opinion: 'unmodified',
    },
  },
  {
    name: 'ISAE 3402: as at, assurance report, day first',
    pages: [
      `Zuidland Pensioen Services B.V.
ISAE 3402 Type II rapport
1 January 2024 until 31 December 2024`,
      `Assurance report of the independent auditor

To: the management of Zuidland Pensioen Services B.V.

Scope
We have been engaged to report on Zuidland Pensioen Services B.V.'s description of its pension administration system
for processing customers' transactions throughout the period 1 January 2024 to 31 December 2024, and on the design and
operation of controls related to the control objectives stated in the description.

Service auditor's responsibilities
Our responsibility is to express an opinion. We conducted our engagement in accordance with International Standard on
Assurance Engagements 3402, Assurance Reports on Controls at a Service Organization.

Limitations of controls at a service organisation
Because of their nature, controls may not prevent all errors.

Opinion
In our opinion, in all material respects, the controls tested operated effectively throughout the period from 1
January 2024 to 31 December 2024.

Intended users
This report is intended only for customers.

Rotterdam, 14 February 2025
De Wit Hartog Accountants N.V.`,
      `Statement of the management of Zuidland Pensioen Services B.V.
We have prepared the accompanying description for customers.`,
      `Description of the system
Zuidland`,
    ],
    says: {
      kind: 'soc1',
      type: 2,
      vendor: 'Zuidland Pensioen Services B.V.',
      auditor: 'De Wit Hartog Accountants N.V.',
      standard: 'ISAE 3402',
      start: '2024-01-01',
      end: '2024-12-31',
      reportDate: '2025-02-14',
      opinion: 'unmodified',
    },
  },
  {
    name: "SSAE 18, year ended, a government's inspector general on the cover, carve-out",
    pages: [
      `Department of Records
Office of Shared Services
Report on the Description of the Ledger Operations System and the Suitability of the Design and Operating
Effectiveness of Controls for the Year Ended September 30, 2023
SOC 1 Type 2`,
      `INDEPENDENT SERVICE AUDITORS' REPORT

To the Inspector General, Department of Records, and the Management of the Office of Shared Services:

Scope
We have examined the Office of Shared Services' description of its Ledger Operations System for the year ended
September 30, 2023, and the suitability of the design and operating effectiveness of controls to achieve the related
control objectives.
The description includes only the control objectives of the Office and excludes the control objectives and related
controls of the subservice organizations.

Our responsibility is to express an opinion.
Inherent limitations
Because of their nature, controls may fail.

Opinion
In our opinion, in all material respects, the controls operated effectively throughout the year ended September 30,
2023. Our examination was conducted in accordance with SSAE No. 18.

Restricted use
This report is intended solely for the information and use of the Office.

Quillan Marsh LLP
W ASHINGTON, DC
December 4, 2023`,
      `Management's Assertion
We have prepared the description of the Ledger Operations System for the year ended September 30, 2023.`,
    ],
    says: {
      kind: 'soc1',
      type: 2,
      system: 'Ledger Operations System',
      auditor: 'Quillan Marsh LLP',
      standard: 'SSAE 18',
      start: '2022-10-01',
      end: '2023-09-30',
      reportDate: '2023-12-04',
      opinion: 'unmodified',
      method: 'carve-out',
    },
  },
  {
    name: 'SOC 1 Type 1 under CSAE 3416',
    pages: [
      `Maplecourt Fund Administration Inc.
Independent Service Auditor's Report on Controls at a Service Organization
CSAE 3416 Type 1 (SOC 1)
As at March 31, 2025`,
      `Independent Service Auditor's Report

To the Directors of Maplecourt Fund Administration Inc.

Scope
We have been engaged to report on the description of the fund accounting system of Maplecourt Fund Administration Inc.
as at March 31, 2025 and on the suitability of the design of controls to achieve the related control objectives.

Service auditor's responsibilities
Our responsibility is to express an opinion. We conducted our engagement in accordance with Canadian Standard on
Assurance Engagements 3416.
We did not perform any procedures regarding the operating effectiveness of controls and, accordingly, do not express an
opinion thereon.

Limitations. Because of their nature, controls may fail.

Opinion
In our opinion, in all material respects, the controls were suitably designed as at March 31, 2025.

Chartered Professional Accountants
Licensed Public Accountants
Toronto, Ontario
May 2, 2025`,
      `Management's Statement
We have prepared the accompanying description as at March 31, 2025.`,
    ],
    says: {
      kind: 'soc1',
      type: 1,
      vendor: 'Maplecourt Fund Administration Inc.',
      auditor: null,
      standard: 'CSAE 3416',
      asOf: '2025-03-31',
      start: null,
      reportDate: '2025-05-02',
      opinion: 'unmodified',
    },
  },
];
