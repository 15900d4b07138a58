import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pointAt } from '../../../../src/core/register/edit-entries.ts';
import type { EntryDecision } from '../../../../src/core/register/entry-decision.ts';
import { correctedReading } from '../../../../src/core/register/corrected-reading.ts';
import type { FactItem } from '../../../../src/webview/facts.ts';
import { reportFacts } from '../../../../src/extension/report-editor/facts/report-facts.ts';
import { fact, report } from '../../standing/samples.ts';
import { day } from '../../standing/samples.ts';
import { clean, qualified } from '../../summary/golden-reports.ts';

const items = (document: Parameters<typeof reportFacts>[0]): ReadonlyMap<string, FactItem> =>
  new Map(reportFacts(document).groups.flatMap((group) => group.items.map((item) => [item.id, item])));

const group = (document: Parameters<typeof reportFacts>[0], id: string): readonly FactItem[] =>
  reportFacts(document).groups.find((one) => one.id === id)?.items ?? [];

const DANA = { by: 'Dana Petit', on: day('2026-01-20'), as: null, facts: {} };

describe('the facts of a report, as they are shown', () => {
  it('give each value with its passage, and how long the report took', () => {
    const facts = items(clean);
    assert.deepEqual(facts.get('auditor')?.passages, [{ page: 5, quote: 'Baker & Finch LLP' }]);
    assert.equal(facts.get('type')?.value, 'SOC 2 Type 2');
    assert.deepEqual(facts.get('reportDate')?.notes, ['51 days after the end of the period']);
    assert.equal(facts.get('categories')?.value, 'Security, Availability');
    assert.deepEqual(facts.get('auditor')?.actions, ['confirm', 'correct', 'mark-absent']);
  });

  it('say of an absent value why, and lead to the picture that it may stand on', () => {
    const document = {
      ...qualified,
      reading: { ...qualified.reading, absences: { auditor: 'on an image page: 5' } },
    };
    const auditor = items(document).get('auditor');
    assert.equal(auditor?.value, 'on an image page: 5');
    assert.equal(auditor.state, 'absent');
    assert.deepEqual(auditor.passages, [{ page: 5, quote: null }]);
    assert.equal(items(document).get('standard')?.value, 'not printed');
  });

  it('put the response below its exception, and say that nobody examined it', () => {
    const [row, response] = group(qualified, 'exceptions');
    assert.deepEqual(row?.notes, ['2 of 25 tested']);
    assert.deepEqual(row.actions, ['confirm', 'correct', 'mark-absent', 'add-to-review']);
    assert.equal(response?.isPart, true);
    assert.match(response.notes.join(), /not examined/);
  });

  it('have each entry of a list decided by itself, on a row that stays the same', () => {
    const [exception] = qualified.reading.testExceptions;
    assert.ok(exception !== undefined);
    const about = pointAt('testExceptions', exception);
    const read = { number: about.number, text: about.text };
    const after = (...entries: readonly EntryDecision[]) =>
      group(
        { ...qualified, reading: correctedReading(qualified.reading, { ...DANA, entries }) },
        'exceptions',
      );
    const decision = { ...about, ...DANA, read, says: read, quote: null };
    const [before] = group(qualified, 'exceptions');
    const [confirmed] = after({ ...decision, is: 'confirmed' });
    assert.deepEqual([confirmed?.id, confirmed?.state], [before?.id, 'confirmed']);
    assert.match(confirmed?.status ?? '', /^Confirmed by Dana Petit on /);
    assert.deepEqual(confirmed?.actions, ['correct', 'take-back', 'add-to-review']);

    const says = { number: 'CC6.3', text: 'For 3 of the 25 terminations tested, access was removed late.' };
    const [corrected] = after({ ...decision, is: 'corrected', says });
    assert.deepEqual([corrected?.id, corrected?.name], [before?.id, 'CC6.3']);
    assert.deepEqual(corrected?.notes, ['3 of 25 tested', `Read as: CC6.2 ${exception.text}`]);
    assert.deepEqual(corrected.passages, [{ page: 77, quote: exception.text }]);

    const [absent, ...others] = after({ ...decision, is: 'absent' });
    assert.deepEqual(others, []);
    assert.deepEqual([absent?.id, absent?.state, absent?.actions], [before?.id, 'absent', ['take-back']]);
    assert.deepEqual(absent?.notes, ['not printed, says Dana Petit on 20 Jan 2026']);

    const [, , added] = after({ ...decision, is: 'added', page: 80, read: says, says, quote: 'late (3)' });
    assert.deepEqual([added?.state, added?.actions], ['added', ['correct', 'take-back', 'add-to-review']]);
    assert.deepEqual(added?.passages, [{ page: 80, quote: 'late (3)' }]);

    const gone = after({ ...decision, is: 'confirmed', read: says, says });
    assert.match(gone.flatMap(({ notes }) => notes).join(), /Not read any more: compare it with the report/);
  });

  it('never count what nobody has confirmed', () => {
    const { summary } = reportFacts(clean);
    assert.match(summary, /^0 of [1-9]\d* confirmed$/);
    const decided = correctedReading(clean.reading, {
      by: 'Dana Petit',
      on: day('2026-01-20'),
      as: null,
      facts: {
        auditor: { is: 'corrected', value: 'Castellan LLP', page: 7, quote: 'By: Castellan LLP' },
        opinion: { is: 'confirmed', value: null, page: null, quote: null },
        system: { is: 'absent' },
      },
      entries: [],
    });
    const document = { ...clean, reading: decided, asRead: clean.reading };
    const facts = items(document);
    assert.match(reportFacts(document).summary, /^3 of /);
    assert.equal(facts.get('auditor')?.state, 'corrected');
    assert.match(facts.get('auditor')?.status ?? '', /^Corrected by Dana Petit on /);
    assert.deepEqual(facts.get('auditor')?.passages, [{ page: 7, quote: 'By: Castellan LLP' }]);
    assert.equal(facts.get('opinion')?.state, 'confirmed');
    assert.deepEqual(facts.get('system')?.actions, ['correct', 'take-back']);
  });

  it('name what is no report, and have nothing to confirm there', () => {
    const facts = reportFacts(report({ kind: 'not-soc', reading: { reason: 'A white paper about SOC 2.' } }));
    assert.equal(facts.summary, 'A white paper about SOC 2.');
    assert.ok(facts.groups.every((group) => group.items.every(({ actions }) => actions.length === 0)));
  });

  it('have ids that are each one fact’s own', () => {
    const all = reportFacts({
      ...clean,
      reading: { ...clean.reading, opinionMatter: fact('Except for …') },
    }).groups.flatMap((group) => group.items.map(({ id }) => id));
    assert.equal(new Set(all).size, all.length);
  });
});
