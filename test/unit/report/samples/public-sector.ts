import type { SampleReport } from './expectation.ts';

/** Reports of governments' shared services and of large clouds, in the wordings of those that are published. */
export const PUBLIC_REPORTS: readonly SampleReport[] = [
  {
    name: "an inspector general's transmittal in front: it expresses no opinion, the attached report does",
    pages: [
      `Audit Report
OIG-13-099
Report on the Bureau of Ledgers' Shared Resource Center's Description of its Financial Management Services and the
Suitability of the Design and Operating Effectiveness of its Controls for the Period July 1, 2012
to June 30, 2013

September 9, 2013

Office of
Inspector General
DEPARTMENT OF THE TREASURY OF WESTMARK`,
      `DEPARTMENT OF THE TREASURY OF WESTMARK
W ASHINGTON, D.C. 20220

September 9, 2013

MEMORANDUM FOR DAVID LEMOINE, COMMISSIONER
BUREAU OF LEDGERS
FROM: Mona Barden, Director, Fiscal Service Audit
SUBJECT: Report on the Shared Resource Center's Description of its Financial Management Services

I am pleased to transmit the attached report. Under a contract monitored by our office, Quill & Marston LLP, an
independent certified public accounting firm, performed an examination of the description for the period beginning
July 1, 2012, and ending June 30, 2013. In connection with the contract, we reviewed the report. Our review was not
intended to enable us to express, and we do not express, an opinion on the description of controls, the suitability of
the design of these controls, or the operating effectiveness of controls tested. Quill & Marston LLP is responsible for
the attached auditors' report dated August 23, 2013.`,
      `I. Independent Service Auditors' Report

Inspector General, Department of the Treasury of Westmark
Deputy Commissioner, Shared Resource Center

Scope
We have examined the Bureau of Ledgers' Shared Resource Center's (SRC) description of its Financial Management Services
system for processing user entities' transactions throughout the period July 1, 2012 to June 30, 2013, and the
suitability of the design and operating effectiveness of controls to achieve the related control objectives stated in
the description.

Service auditors' responsibilities
Our responsibility is to express an opinion. We conducted our examination in accordance with attestation standards
established by the American Institute of Certified Public Accountants.

Inherent limitations
Because of their nature, controls may not prevent, or detect and correct, all errors.

Opinion
In our opinion, in all material respects, based on the criteria described in SRC's assertion, the controls tested
operated effectively throughout the period July 1, 2012 to June 30, 2013.

Restricted use
This report is intended solely for the information and use of SRC, the U.S. Department of the Treasury of Westmark
Office of Inspector General, and user entities.

Quill & Marston LLP

Washington, DC
August 23, 2013`,
      `II. Management's Assertion of the Shared Resource Center
We have prepared the description of the Shared Resource Center's Financial Management Services.`,
      `III. Description of Controls Provided by the Shared Resource Center
Overview of operations`,
    ],
    says: {
      kind: 'soc1',
      type: 2,
      auditor: 'Quill & Marston LLP',
      start: '2012-07-01',
      end: '2013-06-30',
      reportDate: '2013-08-23',
      opinion: 'unmodified',
    },
  },
  {
    name: "a public auditor's name says whose it is; a contents table cuts it off",
    pages: [
      `National Payroll Center
Report on the Description of the Payroll System and the Suitability of the Design and Operating Effectiveness of Controls
For the period October 1, 2012 to September 30, 2013`,
      `Table of Contents
Section 1 - Independent Service Auditor's Report Provided by the Office of Inspector General,
Department of Public Orchards .......... 1
Section 2 - Management Assertion .......... 3`,
      `Independent Service Auditor's Report
Office of Inspector General, Department of Public Orchards
1400 Orchard Plaza
Westmark

To the Management of the National Payroll Center:

We have examined the National Payroll Center's description of its payroll system for processing user entities'
transactions throughout the period October 1, 2012 to September 30, 2013, and the suitability of the design and
operating effectiveness of controls to achieve the related control objectives stated in the description.

Our responsibility is to express an opinion based on our examination.

Because of their nature, controls at a service organization may not prevent, or detect and correct, all errors.

In our opinion, in all material respects, based on the criteria described in the assertion, the controls tested
operated effectively throughout the period October 1, 2012 to September 30, 2013.

This report is intended solely for the information and use of the National Payroll Center.

December 9, 2013
Office of Inspector General, Department of Public Orchards
Westmark, Ohio`,
      `Management Assertion
We have prepared the description of the National Payroll Center's payroll system.`,
    ],
    says: {
      kind: 'soc1',
      type: 2,
      vendor: 'National Payroll Center',
      auditor: 'Office of Inspector General, Department of Public Orchards',
      start: '2012-10-01',
      end: '2013-09-30',
      reportDate: '2013-12-09',
      opinion: 'unmodified',
    },
  },
  {
    name: "an inspector general is the auditor; the comma after the start's year",
    pages: [
      `United States Department of Orchards
Office of Inspector General
Statement on Standards for Attestation Engagements No. 16 Report on Controls at the National Payroll Center for
October 1, 2012, through July 31, 2013
Audit Report 11401-0099-12
September 2013`,
      `Independent Service Auditor's Report

To: Jon Holliday
Chief Financial Officer

We have examined the National Payroll Center's (NPC) description of its payroll and personnel systems for processing
customer agencies' transactions throughout the period from October 1, 2012, through July 31, 2013 (description), and the
suitability of the design and operating effectiveness of controls to achieve the related control objectives.

Our responsibility is to express an opinion based on our examination.

Because of their nature, controls at a service organization may not prevent, or detect and correct, all errors.

In our opinion, except for the matter described in the preceding paragraph, and based on the criteria described in
NPC's assertion, in all material respects, the controls tested operated effectively throughout the period from
October 1, 2012, through July 31, 2013.

This report is intended solely for the information and use of NPC.

Gilda H. Harrow
Assistant Inspector General for Audit
Office of Inspector General
September 20, 2013`,
      `Assertion of the National Payroll Center
We have prepared the description of the National Payroll Center's payroll and personnel systems.`,
    ],
    says: {
      kind: 'soc1',
      type: 2,
      vendor: 'National Payroll Center',
      auditor: 'Office of Inspector General',
      standard: 'SSAE 16',
      start: '2012-10-01',
      end: '2013-07-31',
      reportDate: '2013-09-20',
      opinion: 'qualified',
    },
  },
  {
    name: 'SOC 3 of a large cloud: addressed to the company and its street',
    pages: [
      `Macroware Corporation – Nimbus Cloud Including Dynasty 365
System and Organization Controls (SOC) 3 Report
OCTOBER 1, 2024 THROUGH SEPTEMBER 30, 2025`,
      `Table of contents
Section I: Independent Service Auditors' Report .... 1
Section II: Management of Macroware's Assertion .... 4
Section III: Description of Nimbus Cloud .... 6`,
      `Section I: Independent Service Auditors' Report for the Security, Availability, Processing Integrity, and
Confidentiality Criteria

Denham & Tull LLP
925 Fourth Avenue
Suite 3300
Seattle, WA 98104

Macroware Corporation
One Macroware Way
Redmont, WA, 98052

Scope
We have examined management's assertion, contained within Section II, that Macroware's controls over the Nimbus Cloud
Including Dynasty 365 environment ("Nimbus") were effective throughout the period October 1, 2024 to September 30, 2025,
to provide reasonable assurance that Macroware's principal service commitments and system requirements were achieved
based on the trust services criteria relevant to security, availability, processing integrity, and confidentiality set
forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity,
Confidentiality, and Privacy.

Service auditor's responsibilities
Our responsibility is to express an opinion, based on our examination.

Inherent limitations
There are inherent limitations in any system of internal control.

Opinion
In our opinion, management's assertion that the controls within Nimbus were effective throughout the period October 1,
2024 to September 30, 2025 is fairly stated, in all material respects.

Denham & Tull LLP
November 14, 2025`,
      `Section II: Management of Macroware's Assertion
We are responsible for designing, implementing, operating, and maintaining effective controls. We assert that the
controls within Nimbus were effective throughout the period October 1, 2024 to September 30, 2025.`,
      `Section III: Description of Nimbus Cloud
Overview`,
    ],
    says: {
      kind: 'soc3',
      type: null,
      vendor: 'Macroware Corporation',
      auditor: 'Denham & Tull LLP',
      start: '2024-10-01',
      end: '2025-09-30',
      reportDate: '2025-11-14',
      opinion: 'unmodified',
      categories: ['Security', 'Availability', 'Processing Integrity', 'Confidentiality'],
    },
  },
  {
    name: 'SOC 3 before 2014: maintained effective controls, criteria of the AICPA and the CICA',
    pages: [
      `Cindercloud, Inc.
SOC 3 Report
SysTrust for Service Organizations`,
      `Independent Service Auditor's Report

To the Management of Cindercloud, Inc.:

We have examined management's assertion that Cindercloud, Inc., during the period May 1, 2012 through April 30, 2013,
maintained effective controls to provide reasonable assurance that the Cindercloud Backup Service was protected against
unauthorized access and was available for operation as committed or agreed, based on the AICPA and CICA trust services
security and availability criteria. Our responsibility is to express an opinion based on our examination.

Because of inherent limitations in controls, error or fraud may occur and not be detected.

In our opinion, management's assertion referred to above is fairly stated, in all material respects, based on the AICPA
and CICA trust services security and availability criteria.

Penrose Waddell LLP
June 14, 2013`,
      `Management's Assertion Regarding the Effectiveness of Its Controls
Cindercloud, Inc. maintained effective controls over the security and availability of the Cindercloud Backup Service
during the period May 1, 2012 through April 30, 2013.`,
      `Description of the Cindercloud Backup Service
Background`,
    ],
    says: {
      kind: 'soc3',
      type: null,
      vendor: 'Cindercloud, Inc.',
      auditor: 'Penrose Waddell LLP',
      start: '2012-05-01',
      end: '2013-04-30',
      reportDate: '2013-06-14',
      opinion: 'unmodified',
      categories: ['Security', 'Availability'],
    },
  },
  {
    name: 'SOC 3 of a boutique firm: defined terms in quotes',
    pages: [
      `SOC 3 REPORT
FOR
PAYLARK, INC.
INDEPENDENT SERVICE AUDITOR'S REPORT ON CONTROLS RELEVANT TO SECURITY AND CONFIDENTIALITY
March 1, 2023, to February 29, 2024
Attestation and Compliance Services
Proprietary & Confidential`,
      `SECTION 1
INDEPENDENT SERVICE AUDITOR'S REPORT`,
      `To Paylark, Inc.:

Scope
We have examined Paylark, Inc.'s ("Paylark" or the "service organization") accompanying assertion titled "Assertion of
Paylark, Inc. Service Organization Management" ("assertion") that the controls within Paylark's Merchant Payments System
("system") were effective throughout the period March 1, 2023, to February 29, 2024, to provide reasonable assurance
that Paylark's service commitments and system requirements were achieved based on the trust services criteria relevant
to security and confidentiality ("applicable trust services criteria").

Service Organization's Responsibilities
Paylark is responsible for its service commitments.

Service Auditor's Responsibilities
Our responsibility is to express an opinion, based on our examination.

Inherent Limitations
There are inherent limitations in the effectiveness of any system of internal control.

Opinion
In our opinion, management's assertion that the controls within Paylark's Merchant Payments System were effective
throughout the period March 1, 2023, to February 29, 2024, is fairly stated, in all material respects.

Sheldrake & Company, LLC
Tampa, Florida
April 12, 2024`,
      `SECTION 2
ASSERTION OF PAYLARK, INC. SERVICE ORGANIZATION MANAGEMENT`,
      `We are responsible for designing, implementing, operating, and maintaining effective controls within Paylark's
Merchant Payments System throughout the period March 1, 2023, to February 29, 2024.`,
      `SECTION 3
DESCRIPTION OF THE BOUNDARIES OF THE MERCHANT PAYMENTS SYSTEM`,
    ],
    says: {
      kind: 'soc3',
      type: null,
      vendor: 'Paylark, Inc.',
      system: 'Merchant Payments System',
      auditor: 'Sheldrake & Company, LLC',
      start: '2023-03-01',
      end: '2024-02-29',
      reportDate: '2024-04-12',
      opinion: 'unmodified',
      categories: ['Security', 'Confidentiality'],
    },
  },
];
