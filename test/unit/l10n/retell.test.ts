import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { fill } from '../../../src/core/language/fill.ts';
import { ENGLISH } from '../../../src/core/language/language.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { DEFAULT_POLICY } from '../../../src/core/register/register.ts';
import { dateInWords, readersLanguage, retold, speak } from '../../../src/extension/language.ts';
import { day, dossier, report, review } from '../standing/samples.ts';
import { bundleOf } from './translations.ts';

const bundle = bundleOf('de');
const VALUES = ['Alder Payroll', 'Birch & Co. (x)', '17', 'v/2025.pdf', '9', '$&'];

describe('the extension in German', () => {
  before(() => {
    speak('de', bundle);
  });
  after(() => {
    speak('en', {});
  });

  it('finds every message again from its English sentence, whatever its values are', () => {
    for (const [message, german] of Object.entries(bundle)) {
      if (!/\p{L}/u.test(message.replaceAll(/\{\d\}/g, ''))) continue;
      assert.equal(retold(fill(message, ...VALUES)), fill(german, ...VALUES));
    }
  });

  it('leaves alone what isn’t its own', () => {
    for (const text of ['Northlake Colocation, Inc.', '', 'No exceptions noted.']) {
      assert.equal(retold(text), text);
    }
  });

  it('tells dates and the statements within a sentence', () => {
    const stated = [
      '1 Jan 2025 to 31 Dec 2025 on the cover (page 1)',
      "1 Oct 2024 to 30 Sep 2025 in the service auditor's report (page 3)",
    ];
    assert.equal(
      retold(ENGLISH.say('The period is stated differently: {0}.', stated.join('; '))),
      'Der Zeitraum ist unterschiedlich angegeben: 01.01.2025 bis 31.12.2025 auf dem Deckblatt (Seite 1); 01.10.2024 bis 30.09.2025 im Bericht des Prüfers (Seite 3).',
    );
    assert.equal(
      retold('Reviewed on 5 Feb 2026, before the report was issued on 20 Feb 2026.'),
      'Am 05.02.2026 überprüft, bevor der Bericht am 20.02.2026 ausgestellt wurde.',
    );
  });

  it('tells a sentence that is made of another one', () => {
    assert.equal(
      retold(
        'The register has an error on line 4; correct it first. tier must be one of critical, high, not "hgih". Did you mean "high"?',
      ),
      'Das Register hat in Zeile 4 einen Fehler; zuerst diesen beheben. tier muss eines von critical, high sein, nicht „hgih“. Ist „high“ gemeint?',
    );
  });

  it('doesn’t take a vendor’s name for a word of its own', () => {
    assert.equal(
      retold('The cover names Overdue (page 1), the report is about Current (page 2).'),
      'Das Deckblatt nennt Overdue (Seite 1), der Bericht behandelt Current (Seite 2).',
    );
  });

  it('says dates, lists and numbers of things as Germans do', () => {
    assert.equal(dateInWords(calendarDate('2026-09-03')), '03.09.2026');
    assert.equal(readersLanguage.list(['a', 'b', 'c']), 'a, b und c');
    assert.equal(readersLanguage.count(1, '{0} day', '{0} days'), '1 Tag');
    assert.equal(readersLanguage.count(41, '{0} day', '{0} days'), '41 Tage');
  });

  it('says why a vendor stands where it stands, while records keep their English', () => {
    const old = report({ start: '2023-10-01', end: '2024-09-30', issued: '2024-11-20' });
    const vendor = dossier({ reports: [old], reviews: [review('2024-12-02', old)] });
    const reasonsIn = (language = ENGLISH): string[] =>
      standingOn(vendor, DEFAULT_POLICY, day('2026-01-12'), language).reasons.map(({ text }) => text);
    assert.deepEqual(reasonsIn(), ['review 41 days overdue', 'report stale since 30 Dec 2025']);
    assert.deepEqual(reasonsIn(readersLanguage), [
      'Überprüfung 41 Tage überfällig',
      'Bericht veraltet seit 30.12.2025',
    ]);
  });
});
