import type { SampleReport } from './expectation.ts';

/** SOC 2 reports in the manners of different firms: titles, addressees, dates and signatures differ. */
export const SOC2_REPORTS: readonly SampleReport[] = [
  {
    name: 'boutique firm: capitals on the cover, the standard in front, type in Roman numerals',
    pages: [
      `KESTRELINE SOFTWARE, INC.

SOC 2 TYPE II REPORT ON CONTROLS PLACED IN OPERATION RELEVANT TO
SECURITY AND AVAILABILITY

WITH THE INDEPENDENT SERVICE AUDITOR'S ASSURANCE REPORT INCLUDING
TESTS PERFORMED AND RESULTS THEREOF

FOR THE PERIOD OF OCTOBER 1, 2024 THROUGH SEPTEMBER 30, 2025

An Independent Service Auditor's Report issued by
Halvorsen Tate CPAs, PLLC`,
      `TABLE OF CONTENTS

SECTION 1: INDEPENDENT SERVICE AUDITOR'S REPORT ....................... 3
SECTION 2: ASSERTION OF KESTRELINE SOFTWARE, INC. MANAGEMENT ............ 8
SECTION 3: DESCRIPTION OF THE SYSTEM ................................. 11
SECTION 4: TESTING MATRICES .......................................... 25`,
      `SECTION 1
INDEPENDENT SERVICE AUDITOR'S REPORT

To: Kestreline Software, Inc.

Scope

We have examined Kestreline Software, Inc.'s ("Kestreline" or "the Company") accompanying description of its
Field Service Cloud System titled "Description of the System" throughout the period October 1, 2024, to
September 30, 2025, (description) based on the criteria for a description of a service organization's system in
DC section 200, 2018 Description Criteria for a Description of a Service Organization's System in a SOC 2 Report
(AICPA, Description Criteria), and the suitability of the design and operating effectiveness of controls stated in
the description throughout the period October 1, 2024, to September 30, 2025, to provide reasonable assurance that
Kestreline's service commitments and system requirements were achieved based on the trust services criteria relevant
to Security and Availability (applicable trust services criteria) set forth in TSP section 100, 2017 Trust Services
Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Trust Services
Criteria).

Kestreline uses Stratoform Web Services, Inc. ("Stratoform") for cloud hosting services. The description indicates
that complementary subservice organization controls that are suitably designed and operating effectively are
necessary. Our examination did not include the services provided by the subservice organization.

Service Organization's Responsibilities

Kestreline is responsible for its service commitments and system requirements.`,
      `Service Auditor's Responsibilities

Our responsibility is to express an opinion on the description and on the suitability of design and operating
effectiveness of controls stated in the description based on our examination. Our examination was conducted in
accordance with attestation standards established by the American Institute of Certified Public Accountants.

Inherent Limitations

Because of their nature, controls may not always operate effectively.

Description of Tests of Controls

The specific controls we tested and the nature, timing, and results of those tests are listed in Section 4.

Opinion

In our opinion, in all material respects,
a. the description presents Kestreline's Field Service Cloud System that was designed and implemented throughout the
period October 1, 2024, to September 30, 2025, in accordance with the description criteria.
b. the controls stated in the description operated effectively throughout the period October 1, 2024, to
September 30, 2025.

Restricted Use

This report is intended solely for the information and use of Kestreline and user entities.

Halvorsen Tate CPAs, PLLC

Tampa, Florida
November 24, 2025`,
      `SECTION 2
ASSERTION OF KESTRELINE SOFTWARE, INC. MANAGEMENT

We have prepared the accompanying description of Kestreline Software, Inc.'s Field Service Cloud System throughout the
period October 1, 2024, to September 30, 2025.

November 20, 2025`,
      `SECTION 3
DESCRIPTION OF THE SYSTEM

Company Background
Kestreline was founded in 2011. On March 3, 2019 it moved to Boulder.`,
    ],
    says: {
      kind: 'soc2',
      type: 2,
      vendor: 'Kestreline Software, Inc.',
      system: 'Field Service Cloud System',
      auditor: 'Halvorsen Tate CPAs, PLLC',
      standard: null,
      start: '2024-10-01',
      end: '2025-09-30',
      asOf: null,
      reportDate: '2025-11-24',
      opinion: 'unmodified',
      categories: ['Security', 'Availability'],
      method: 'carve-out',
    },
  },
  {
    name: 'international network: Report of Independent Service Auditors, assertion first, the subsidiary of a group',
    pages: [
      `Northgrain Digital Group plc
System and Organization Controls (SOC) 2 Report
Report on the Description of the Ledger Exchange Platform
Relevant to Security, Processing Integrity and Confidentiality
For the period 1 April 2023 to 31 March 2024`,
      `Management of Northgrain Digital Group plc's Assertion

We have prepared the description of the Ledger Exchange Platform in section III (the "Description") of Northgrain
Digital Group plc (the "Service Organization") throughout the period 1 April 2023 to 31 March 2024, based on the
criteria set forth in DC 200.

We confirm, to the best of our knowledge and belief, that the controls stated in the Description operated
effectively throughout the period 1 April 2023 to 31 March 2024.

Northgrain Digital Group plc
7 May 2024`,
      `Vantor & Lisle LLP
12 Quayside, Bristol BS1 4XX

Report of Independent Service Auditors

To the Management of Northgrain Digital Group plc

Scope
We have examined Northgrain Digital Group plc's accompanying description of the Ledger Exchange Platform throughout the
period 1 April 2023 to 31 March 2024 and the suitability of the design and operating effectiveness of controls to meet
the criteria for the Security, Processing Integrity and Confidentiality categories.

Our responsibilities
Our responsibility is to express an opinion on the Description. Our examination was conducted in accordance with
attestation standards established by the AICPA.

Inherent limitations
Because of their nature, controls may not prevent, or detect and correct, all errors.

Opinion
In our opinion, in all material respects, based on the criteria described in Northgrain Digital Group plc's assertion,
the controls operated effectively throughout the period 1 April 2023 to 31 March 2024.

Intended users
This report is intended solely for the information and use of Northgrain.

/s/ Vantor & Lisle LLP
26th May 2024`,
      `III. Description of the Ledger Exchange Platform
Overview of services`,
      `IV. Trust Services Criteria, Related Controls and Tests of Controls`,
    ],
    says: {
      kind: 'soc2',
      type: 2,
      vendor: 'Northgrain Digital Group plc',
      auditor: 'Vantor & Lisle LLP',
      start: '2023-04-01',
      end: '2024-03-31',
      reportDate: '2024-05-26',
      opinion: 'unmodified',
      categories: ['Security', 'Processing Integrity', 'Confidentiality'],
      method: null,
    },
  },
  {
    name: 'Type 1: as of a day, design only',
    pages: [
      `Report on monarc.io Ltd's Description of Its Scheduling System and on the Suitability of the Design of
Its Controls Relevant to Security as of June 30, 2025

SOC 2 - Type 1`,
      `Independent Service Auditor's Report

To the Board of Directors and Management of monarc.io Ltd:

Scope
We have examined the accompanying description of monarc.io Ltd's Scheduling System as of June 30, 2025 (description)
and the suitability of the design of controls stated in the description as of June 30, 2025, based on the trust
services criteria relevant to security set forth in TSP section 100, 2017 Trust Services Criteria for Security,
Availability, Processing Integrity, Confidentiality, and Privacy.

Service auditor's responsibilities
Our responsibility is to express an opinion on the description and on the suitability of design.

Inherent limitations
There are inherent limitations in any system of internal control.

Other matter
We did not perform any procedures regarding the operating effectiveness of controls stated in the description and,
accordingly, do not express an opinion thereon.

Opinion
In our opinion, in all material respects, the description presents the system that was designed and implemented as of
June 30, 2025, and the controls were suitably designed as of June 30, 2025.

Restricted use
This report is intended solely for the information and use of monarc.io.

Odalys Brandt, CPA
Boise, ID
August 11, 2025`,
      `Assertion of monarc.io Ltd Management
We have prepared the description of the Scheduling System as of June 30, 2025.`,
    ],
    says: {
      kind: 'soc2',
      type: 1,
      vendor: 'monarc.io Ltd',
      auditor: 'Odalys Brandt, CPA',
      start: null,
      end: null,
      asOf: '2025-06-30',
      reportDate: '2025-08-11',
      opinion: 'unmodified',
      categories: ['Security'],
    },
  },
  {
    name: 'qualified, with the qualifier after the list; management says "except for" too',
    pages: [
      `SOC 2 Type 2 Report
Pinemark Holdings, L.P.
January 1, 2024 - December 31, 2024`,
      `INDEPENDENT SERVICE AUDITOR'S REPORT

To Management of Pinemark Holdings, L.P.

Scope
We have examined Pinemark Holdings, L.P.'s description of its Claims Portal System for the period January 1, 2024 to
December 31, 2024, and the operating effectiveness of controls relevant to Security, Availability, Confidentiality and
Privacy.

Our responsibility is to express an opinion based on our examination.

Inherent Limitations
Because of their nature, controls may not always operate effectively.

Basis for Qualified Opinion
The accompanying description states that access is revoked within one day. Controls related to revocation did not
operate effectively throughout the period. As a result, criterion CC6.2 was not met.

Qualified Opinion
In our opinion, except for the matter described in the preceding paragraph, in all material respects, the controls
operated effectively throughout the period January 1, 2024 to December 31, 2024.

Restricted Use
This report is intended solely for the information and use of Pinemark.

Colfax Iverson & Co., P.A.
Raleigh, North Carolina
02/14/2025`,
      `Pinemark's Assertion
We confirm that, except for the matter described by the auditor, the controls operated effectively throughout the
period January 1, 2024 to December 31, 2024.`,
      `Description of Pinemark's Claims Portal System
About Pinemark`,
    ],
    says: {
      kind: 'soc2',
      type: 2,
      vendor: 'Pinemark Holdings, L.P.',
      system: 'Claims Portal System',
      auditor: 'Colfax Iverson & Co., P.A.',
      start: '2024-01-01',
      end: '2024-12-31',
      reportDate: '2025-02-14',
      opinion: 'qualified',
      categories: ['Security', 'Availability', 'Confidentiality', 'Privacy'],
    },
  },
  {
    name: 'a clean opinion beside management\'s "except for"; SOC 2 with HITRUST; d/b/a',
    pages: [
      `Larkfield Health Systems, LLC d/b/a MedVista
SOC 2® + HITRUST Type 2 Report
Relevant to Security, Availability, & Confidentiality
For the Period: 07/01/2023 – 06/30/2024
Prepared by: Brightwater Advisory, LLC`,
      `Section 1: Independent Service Auditors' Report

To the Management of Larkfield Health Systems, LLC d/b/a MedVista ("MedVista"):

Scope: We have examined MedVista's accompanying description of its Claims Exchange System throughout the period July 1,
2023 to June 30, 2024 and the suitability of the design and operating effectiveness of controls based on the trust
services criteria relevant to security, availability, and confidentiality and the HITRUST CSF.

Our responsibility is to express an opinion on the description.

Inherent limitations. Because of their nature, controls may fail.

Opinion: In our opinion, in all material respects, the controls stated in the description operated effectively
throughout the period July 1, 2023 to June 30, 2024.

Restricted use: This report is intended solely for the information and use of MedVista.

Brightwater Advisory, LLC
Certified Public Accountants
September 9, 2024
Columbus, Ohio`,
      `Section 2: Management's Assertion
We have prepared the description. Except for the deviations noted in section 4, controls operated effectively
throughout the period July 1, 2023 to June 30, 2024.`,
      `Section 3: System Description
Larkfield`,
    ],
    says: {
      kind: 'soc2',
      type: 2,
      vendor: 'Larkfield Health Systems, LLC',
      auditor: 'Brightwater Advisory, LLC',
      start: '2023-07-01',
      end: '2024-06-30',
      reportDate: '2024-09-09',
      opinion: 'unmodified',
      categories: ['Security', 'Availability', 'Confidentiality'],
    },
  },
  {
    name: 'adverse opinion, day-first numeric dates that others of the report decide',
    pages: [
      `SOC 2 Type II
Fjordlys AS
01/02/2023 - 31/01/2024`,
      `Independent service auditor's report
To the Board of Directors of Fjordlys AS
We have examined the description of Fjordlys AS's Signing Service for the period 01/02/2023 to 31/01/2024 and the
operating effectiveness of controls relevant to security and privacy.
Our responsibility is to express an opinion. Inherent limitations exist in any system.
Adverse opinion
In our opinion, because of the significance of the matter referred to in the preceding paragraph, in all material
respects, the controls were not suitably designed and did not operate effectively throughout the period 01/02/2023 to
31/01/2024.
This report is intended solely for the use of Fjordlys AS.
Bergljot Revisjon AS
05/04/2024`,
      `Statement by the service organisation
We have prepared the description for the period 01/02/2023 to 31/01/2024.`,
    ],
    says: {
      kind: 'soc2',
      type: 2,
      vendor: 'Fjordlys AS',
      start: '2023-02-01',
      end: '2024-01-31',
      reportDate: '2024-04-05',
      opinion: 'adverse',
      categories: ['Security', 'Privacy'],
    },
  },
  {
    name: 'disclaimer of opinion',
    pages: [
      `System and Organization Controls 2 (SOC 2) Type 2
Wrenlow Payments Company
For the Period May 1, 2024 to October 31, 2024`,
      `Independent Service Auditor's Report
To the Management of Wrenlow Payments Company:
We were engaged to examine Wrenlow Payments Company's description of its Card Processing System throughout the period
May 1, 2024 to October 31, 2024 and controls relevant to security.
Service organization's responsibilities
Wrenlow is responsible for the description.
Basis for Disclaimer of Opinion
Management did not provide evidence of the operation of controls.
Disclaimer of Opinion
Because of the significance of the matter described in the preceding paragraph, we were not able to obtain sufficient
appropriate evidence. Accordingly, we do not express an opinion on the description or the controls.
Restricted use
This report is intended solely for the information and use of Wrenlow.
Harcastle & Boyle LLP
December 20, 2024`,
      `Wrenlow Payments Company's Management Assertion
We have prepared the description of the Card Processing System throughout the period May 1, 2024 to October 31, 2024.`,
    ],
    says: {
      kind: 'soc2',
      type: 2,
      vendor: 'Wrenlow Payments Company',
      system: 'Card Processing System',
      auditor: 'Harcastle & Boyle LLP',
      start: '2024-05-01',
      end: '2024-10-31',
      reportDate: '2024-12-20',
      opinion: 'disclaimer',
      categories: ['Security'],
    },
  },
];
