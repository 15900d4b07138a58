import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readKind } from '../../../../src/core/report/fields/kind.ts';
import { DocumentView } from '../../../../src/core/report/view/document-view.ts';
import { pagesFromText } from '../pages-from-text.ts';

const COVER = 'Tinker Hub GmbH\n\nSOC 2 Type 1 Report\n\nas of January 15, 2026';
const BRIEF_LETTER = `SECTION ONE: INDEPENDENT SERVICE AUDITOR'S REPORT

We have examined the description of the IoT platform as of January 15, 2026, based on the trust services criteria.

In our opinion, the controls were suitably designed as of January 15, 2026.`;
const ASSERTION = `SECTION TWO: MANAGEMENT'S ASSERTION

We have prepared the accompanying description of the IoT platform as of January 15, 2026.`;
const DESCRIPTION = `SECTION THREE: DESCRIPTION OF THE SYSTEM

The platform manages devices.`;

const kindOf = (...pages: readonly string[]): string =>
  readKind(new DocumentView(pagesFromText(...pages))).kind;

describe('the kind of a document', () => {
  it('is a report when a brief letter of the auditor stands among the sections that it is about', () => {
    assert.equal(kindOf(COVER, BRIEF_LETTER, ASSERTION, DESCRIPTION), 'soc2');
  });

  it('is no report when the same letter stands alone, as in a paper that quotes one', () => {
    assert.equal(kindOf('What a SOC 2 report says', BRIEF_LETTER), 'not-soc');
  });

  it('is no report when the sections are there and the letter speaks of no day', () => {
    const undated = [COVER, BRIEF_LETTER, ASSERTION, DESCRIPTION].map((page) =>
      page.replaceAll('January 15, 2026', 'a date'),
    );
    assert.equal(kindOf(...undated), 'not-soc');
  });
});
