import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReport } from '../../../src/core/report/read-report.ts';
import type { DocumentReading } from '../../../src/core/report/reading.ts';
import { pagesFromText } from './pages-from-text.ts';

async function read(...pages: readonly string[]): Promise<DocumentReading> {
  const texts = pagesFromText(...pages);
  return readReport(
    { pageCount: texts.length, page: (number) => Promise.resolve(texts[number - 1]!) },
    'full',
  );
}

const letter = (
  period: string,
  categories = 'security and availability',
): string => `Independent Service Auditor's Report
To the Management of Brindle Cloud, Inc.:
We have examined Brindle Cloud, Inc.'s description of its Hosting System ${period}, and controls relevant to ${categories}.
Our responsibility is to express an opinion on the description.
Inherent limitations
Because of their nature, controls may not always operate effectively.
Opinion
In our opinion, in all material respects, the controls operated effectively ${period}.
Restricted use
This report is intended solely for the information and use of management.
Thornfield Audit LLP
March 1, 2025`;
const PERIOD = 'throughout the period January 1, 2024 to December 31, 2024';
const ASSERTION = "Management's Assertion\nWe have prepared the description of the Hosting System.";
const COVER = 'Brindle Cloud, Inc.\nSOC 2 Type 2 Report\nJanuary 1, 2024 to December 31, 2024';

describe('a report that contradicts itself', () => {
  it('about its period: all statements are named, the opinion counts', async () => {
    const reading = await read(
      'Brindle Cloud, Inc.\nSOC 2 Type 2 Report\nJanuary 1, 2024 to June 30, 2024',
      letter(PERIOD),
      ASSERTION,
    );
    assert.equal(reading.periodEnd?.value, '2024-12-31');
    assert.deepEqual(reading.warnings, [
      "The period is stated differently: 1 Jan 2024 to 31 Dec 2024 in the service auditor's report (page 2); 1 Jan 2024 to 30 Jun 2024 on the cover (page 1).",
    ]);
  });

  it('about its categories', async () => {
    const reading = await read(
      `${COVER}\nRelevant to Security, Availability, and Privacy`,
      letter(PERIOD),
      ASSERTION,
    );
    assert.deepEqual(
      reading.categories.map(({ value }) => value),
      ['Security', 'Availability'],
    );
    assert.match(
      reading.warnings.join(),
      /categories are stated differently: Security, Availability in .* Security, Availability, Privacy on the cover/,
    );
  });

  it('about its type: the opinion counts', async () => {
    const reading = await read(COVER.replace('Type 2', 'Type 1'), letter(PERIOD), ASSERTION);
    assert.equal(reading.type?.value, 2);
    assert.match(
      reading.warnings.join(),
      /calls itself Type 1 \(page 1\), but its opinion is that of a Type 2 \(page 2\)/,
    );
  });

  it('about whom it is about', async () => {
    const reading = await read(
      `Oakmarsh Holdings, Inc.\n${COVER.replace('Brindle Cloud, Inc.\n', '')}`,
      letter(PERIOD),
      ASSERTION,
    );
    assert.equal(reading.vendor?.value, 'Brindle Cloud, Inc.');
    assert.match(
      reading.warnings.join(),
      /cover names Oakmarsh Holdings, Inc\. \(page 1\), the report is about Brindle Cloud, Inc\./,
    );
  });

  it('with a period that ends before it begins', async () => {
    const reading = await read(
      COVER.replace('December 31, 2024', 'December 31, 2023'),
      letter(PERIOD),
      ASSERTION,
    );
    assert.equal(reading.periodStart?.value, '2024-01-01');
    assert.match(
      reading.warnings.join(),
      /"January 1, 2024 to December 31, 2023" on the cover \(page 1\) ends before it begins/,
    );
  });

  it('and one that does not has no warnings', async () => {
    assert.deepEqual((await read(COVER, letter(PERIOD), ASSERTION)).warnings, []);
  });
});

describe('a value that is not given', () => {
  it('because its dates can be read in two ways', async () => {
    const reading = await read(
      'Brindle Cloud, Inc.\nSOC 2 Type 2 Report',
      letter('throughout the period 02/03/2024 to 01/04/2025'),
      ASSERTION,
    );
    assert.equal(reading.periodStart, null);
    assert.equal(reading.periodEnd, null);
    assert.match(
      reading.warnings.join(),
      /"02\/03\/2024 to 01\/04\/2025" on page 2 can be read month first or day first/,
    );
  });

  it("because the auditor's letter is a picture: the pages are named", async () => {
    const reading = await read(
      COVER,
      '',
      '',
      `${ASSERTION}\nWe, as management of Brindle Cloud, Inc., confirm that the control criteria were met ${PERIOD}.`,
      'Section III\nDescription of the System\nBrindle hosts.',
    );
    assert.equal(reading.kind, 'soc2');
    assert.deepEqual(reading.imagePages, [2, 3]);
    assert.equal(reading.absences.auditor, 'on an image page: 2–3');
    assert.equal(reading.absences.opinion, 'on an image page: 2–3');
    assert.equal(reading.absences.reportDate, 'on an image page: 2–3');
  });

  it('because the firm is only a logo', async () => {
    const reading = await read(COVER, letter(PERIOD).replace('Thornfield Audit LLP\n', ''), ASSERTION);
    assert.equal(reading.auditor, null);
    assert.match(reading.absences.auditor ?? '', /logo or a signature in a picture/);
  });
});

describe('a document that is no readable report', () => {
  it('says so when it is nothing but pictures', async () => {
    const long = await read('', '', '', '');
    assert.equal(long.kind, 'unreadable');
    assert.match(long.reason ?? '', /every page is a picture/i);
    const short = await read('');
    assert.equal(short.kind, 'not-soc');
    assert.match(short.reason ?? '', /no text layer/i);
  });

  it('says which language it is in', async () => {
    const reading = await read(
      'Rapport ISAE 3402 Type II',
      'À notre avis, la description du système présente fidèlement, dans tous ses aspects significatifs, les contrôles de la société pour la période du 1er janvier 2024 au 31 décembre 2024, et nous avons examiné les éléments qui sont nécessaires pour que les objectifs soient atteints dans le cadre de la mission, par les contrôles et les procédures.',
    );
    assert.equal(reading.kind, 'soc1');
    assert.equal(reading.vendor, null);
    assert.match(reading.warnings.join(), /language we don't read \(French\)\. Understood: ISAE 3402/);
  });

  const reasons: readonly [what: string, text: string, reason: RegExp][] = [
    [
      'certificate',
      'CERTIFICATE OF REGISTRATION\nISO/IEC 27001:2022\nThis is to certify that Brindle Cloud, Inc. operates a management system',
      /ISO certificate/,
    ],
    ['penetration test', 'Penetration Test Report\nBrindle Cloud, Inc.\nWe have SOC 2', /penetration test/],
    [
      'questionnaire',
      'Vendor Security Questionnaire\nDo you have a SOC 2 Type II report? Yes.',
      /questionnaire/,
    ],
    ['checklist', 'SOC 2 Type II Compliance Checklist\nStep 1', /checklist/],
    [
      'press release',
      'Brindle announces\nBrindle Cloud completes its SOC 2 Type 2 examination',
      /Speaks about SOC 2 but holds no service auditor's report/,
    ],
    ['invoice', 'Invoice\nTotal due', /Holds no service auditor's report/],
  ];
  for (const [what, text, reason] of reasons)
    it(`says that it is a ${what}`, async () => {
      const reading = await read(text);
      assert.equal(reading.kind, 'not-soc');
      assert.match(reading.reason ?? '', reason);
    });

  it('is a draft with a warning when it is one', async () => {
    const reading = await read(`DRAFT\n${COVER}`, letter(PERIOD), ASSERTION);
    assert.equal(reading.kind, 'soc2');
    assert.match(reading.warnings.join(), /draft/);
  });
});
