import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFacilities } from '../../../../src/core/report/fields/description/facilities.ts';
import { splitPlaces } from '../../../../src/core/report/fields/description/places.ts';
import { readSubserviceOrganizations } from '../../../../src/core/report/fields/description/subservice-organizations.ts';
import { readUserControls } from '../../../../src/core/report/fields/description/user-controls.ts';
import { DocumentView } from '../../../../src/core/report/view/document-view.ts';
import { pagesFromText } from '../pages-from-text.ts';

const view = (description: string, letter = ''): DocumentView =>
  new DocumentView(
    pagesFromText(
      'Cover',
      `SECTION I: INDEPENDENT SERVICE AUDITOR'S REPORT\n\nWe have examined the description.\n\n${letter}`,
      `SECTION III: DESCRIPTION OF THE SYSTEM\n\nThe platform manages devices.\n\n${description}`,
    ),
  );
const controls = (description: string): [string | null, string][] =>
  readUserControls(view(description)).map(({ id, text }) => [id, text]);
const organizations = (description: string, letter = ''): [string, string | null][] =>
  readSubserviceOrganizations(view(description, letter), ['Tinker Hub GmbH']).map(({ value, service }) => [
    value,
    service,
  ]);
const facilities = (description: string, letter = ''): [string, boolean][] =>
  readFacilities(view(description, letter)).map(({ value, inScope }) => [value, inScope]);

describe('complementary user entity controls', () => {
  const list =
    'Complementary User Entity Controls\n\nThe following controls should be in place at user entities:\n\n';
  const one = 'User entities are responsible for protecting their credentials.';
  const two = 'User entities are responsible for reporting incidents.';

  it('are read from a numbered list', () => {
    assert.deepEqual(controls(`${list}1. ${one}\n\n2. ${two}`), [
      ['1', one],
      ['2', two],
    ]);
  });
  it('are read with their codes', () => {
    assert.deepEqual(controls(`${list}CUEC-1 ${one}\n\nCUEC-2 ${two}`), [
      ['CUEC-1', one],
      ['CUEC-2', two],
    ]);
  });
  it('are read from bullets of the private use area, over several lines', () => {
    const text = `${list}\uF06E User entities are responsible for\nprotecting their credentials.\n\uF06E ${two}`;
    assert.deepEqual(controls(text), [
      [null, one],
      [null, two],
    ]);
  });
  it('are read from a table with the criterion in front', () => {
    const table = `Criteria     Complementary User Entity Control\n\nCC6.1        ${one}\n\nCC7.3        ${two}`;
    assert.deepEqual(controls(list + table), [
      [null, one],
      [null, two],
    ]);
  });
  it('are read from paragraphs that each lay down a duty', () => {
    assert.deepEqual(controls(`${list}${one}\n\n${two}`), [
      [null, one],
      [null, two],
    ]);
  });
  it('end at the next heading', () => {
    assert.deepEqual(
      controls(
        `${list}1. ${one}\n\nMonitoring of Controls\n\nManagement monitors controls in the following ways and reports on them:\n\n1. Dashboards are reviewed daily by the team.`,
      ),
      [['1', one]],
    );
  });
  it('are none when none are required', () => {
    assert.deepEqual(
      controls(
        'Complementary User Entity Controls\n\nNo complementary user entity controls are required to achieve the commitments.',
      ),
      [],
    );
  });
  it('are none when they are kept elsewhere', () => {
    assert.deepEqual(
      controls(
        'User Entity Responsibilities\n\nResponsibilities of user entities are set out in the customer agreement and not repeated here.',
      ),
      [],
    );
  });
  it('are not those expected of subservice organizations', () => {
    assert.deepEqual(
      controls(
        'Complementary Subservice Organization Controls\n\n1. The hosting provider is responsible for fire suppression.',
      ),
      [],
    );
  });
});

describe('subservice organizations', () => {
  it('are read from the letter, with what they do', () => {
    const letter =
      'Tinker Hub uses Amazon Web Services, Inc. (AWS) for cloud hosting and MongoDB for managed databases, both subservice organizations.';
    assert.deepEqual(organizations('', letter), [
      ['Amazon Web Services, Inc.', 'cloud hosting'],
      ['MongoDB', 'managed databases'],
    ]);
  });
  it('are read from a table', () => {
    const text =
      'Subservice Organizations\n\nSubservice Organization          Services Provided\n\nIron Harbor Data Centers, Inc.   Colocation\n\nMicrosoft Corporation (Azure)    Infrastructure';
    assert.deepEqual(organizations(text), [
      ['Iron Harbor Data Centers, Inc.', 'Colocation'],
      ['Microsoft Corporation', 'Infrastructure'],
    ]);
  });
  it('are read from bullets', () => {
    const text =
      'Subservice Organizations\n\nTinker Hub relies on these subservice organizations:\n\n\u2022 Rackspace – managed hosting\n\n\u2022 Twilio – messaging';
    assert.deepEqual(organizations(text), [
      ['Rackspace', 'managed hosting'],
      ['Twilio', 'messaging'],
    ]);
  });
  it('are one, however often and in whatever form it is named', () => {
    const letter =
      'Tinker Hub uses AWS as its subservice organization. The services of Amazon Web Services, Inc., a subservice organization, are carved out.';
    assert.deepEqual(
      organizations('', letter).map(([name]) => name),
      ['Amazon Web Services, Inc.'],
    );
  });
  it('are not the tools that the description mentions', () => {
    assert.deepEqual(
      organizations('Change Management\n\nThe team uses Jira for tickets and GitHub for source code.'),
      [],
    );
  });
  it('are none when the carve-out names nobody', () => {
    assert.deepEqual(
      organizations(
        'Subservice Organizations\n\nTinker Hub uses a third-party subservice organization for hosting.',
      ),
      [],
    );
  });
});

describe('facilities', () => {
  it('are parted where a state follows its city', () => {
    assert.deepEqual(splitPlaces('Ashburn, Virginia and Reno, Nevada'), [
      'Ashburn, Virginia',
      'Reno, Nevada',
    ]);
    assert.deepEqual(splitPlaces('Brussels, Frankfurt and Sydney'), ['Brussels', 'Frankfurt', 'Sydney']);
    assert.deepEqual(splitPlaces('Paris, France; Hong Kong'), ['Paris, France', 'Hong Kong']);
  });
  it('are in scope or left out, as the letter says', () => {
    const letter =
      'The scope of our examination covered the data center facilities in Ashburn, Virginia and Reno, Nevada. The Chicago, Illinois facility was not included in the scope of this report.';
    assert.deepEqual(facilities('', letter).sort(), [
      ['Ashburn, Virginia', true],
      ['Chicago, Illinois', false],
      ['Reno, Nevada', true],
    ]);
  });
  it('are read from a table that says which are in scope', () => {
    const text =
      'Data Center Locations\n\nLocation          In scope\n\nBrussels          Yes\n\nSydney            No';
    assert.deepEqual(facilities(text), [
      ['Brussels', true],
      ['Sydney', false],
    ]);
  });
});
