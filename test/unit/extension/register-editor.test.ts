import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { standingInOneLine } from '../../../src/extension/register-editor/lens-words.ts';
import { RegisterEntries } from '../../../src/extension/register-editor/register-entries.ts';
import { reviewedToday } from '../../../src/extension/register-editor/reviewed-today.ts';
import { ownDocumentCard, vendorCard } from '../../../src/extension/register-editor/standing-card.ts';
import { nextStep, stepsFor, stepsForVendor } from '../../../src/extension/register-editor/steps.ts';
import { bridgeLetter, dossier, registered, report, review } from '../standing/samples.ts';
import { folderStatus, standing, vendor } from './library-builder.ts';

const TEXT = `vendors:
  - name: Northlake
  - name: Lakeside
documents:
  - name: Security statement
    lastReviewed: 2025-03-01
`;
const REGISTER = parseRegister(TEXT);

describe('the entries of the register in the editor', () => {
  const status = folderStatus(
    'compliance',
    REGISTER.vendors.map((entry) =>
      vendor(entry.name, 'overdue', 'review 41 days overdue', { registered: entry }),
    ),
    { register: REGISTER },
  );
  const linesOf = (text: string): [number, string][] =>
    new RegisterEntries()
      .of(text, status)
      .map((entry) => [
        entry.place.line,
        entry.is === 'vendor' ? entry.vendor.dossier.name : entry.document.name,
      ]);

  it('are the vendors and our own documents, at the lines of the text as it is now', () => {
    assert.deepEqual(linesOf(`# A comment.\n\n${TEXT}`), [
      [4, 'Northlake'],
      [5, 'Lakeside'],
      [7, 'Security statement'],
    ]);
  });

  it('leave out what was only typed, and survive a broken entry', () => {
    const typing = TEXT.replace(
      '  - name: Lakeside',
      '  - name: New\n    aliases: [\n  - name: LAKESIDE, Inc.',
    );
    assert.deepEqual(linesOf(typing).slice(0, 2), [
      [2, 'Northlake'],
      [5, 'Lakeside'],
    ]);
  });
});

describe('the line above an entry', () => {
  it('says the verdict and the worst reasons, and how many more there are', () => {
    const { verdict, reasons } = standing('overdue', 'review 41 days overdue', 'a', 'b', 'c');
    assert.equal(
      standingInOneLine(verdict, reasons),
      '$(error)\u00a0Overdue: review 41 days overdue · a · 2 more',
    );
  });

  it('leaves out what does not make the verdict', () => {
    const due = standing('due-soon', 'review due in 6 days');
    const fine = standing('current', 'reviewed 10 Mar 2026', 'report current until 31 Dec 2026');
    const both = [...due.reasons, ...fine.reasons];
    assert.equal(standingInOneLine('due-soon', both), '$(clock)\u00a0Due soon: review due in 6 days');
    assert.equal(standingInOneLine('current', fine.reasons), '$(pass)\u00a0Current: reviewed 10 Mar 2026');
  });

  it('shows a name as it is written, and no icon that a name asks for', () => {
    const { verdict, reasons } = standing('attention', 'no report for $(trash)');
    assert.equal(
      standingInOneLine(verdict, reasons),
      '$(warning)\u00a0Needs attention: no report for $ (trash)',
    );
  });
});

describe('the next step', () => {
  const reports = [report()];
  const draft = review(null, report());

  it('is the review where one is due: the draft that is there, else a new one', () => {
    const overdue = vendor('Northlake', 'overdue', 'review 1 day overdue', { reports });
    const due = {
      ...overdue,
      standing: {
        ...standing('overdue', 'x'),
        review: { ...standing('overdue', 'x').review, state: 'overdue' as const },
      },
    };
    assert.equal(nextStep(due), 'startReview');
    assert.equal(nextStep({ ...due, dossier: { ...due.dossier, reviews: [draft] } }), 'openReview');
    assert.equal(nextStep({ ...due, dossier: { ...due.dossier, reports: [] } }), 'requestReport');
  });

  it('is the report, the one on file or the one that is wanted, where something is wrong with it, and nothing where all is well', () => {
    assert.equal(nextStep(vendor('Northlake', 'attention', 'stale', { reports })), 'openReport');
    const stale = vendor('Northlake', 'attention', 'stale', { reports });
    const report = { state: 'stale', until: null } as const;
    assert.equal(
      nextStep({ ...stale, standing: { ...standing('attention', 'x'), report } }),
      'requestReport',
    );
    assert.equal(nextStep(vendor('Northlake', 'current', 'fine', { reports })), undefined);
    assert.equal(nextStep(vendor('Northlake', 'not-required', 'gone', { reports })), undefined);
    assert.equal(
      nextStep({ ...vendor('Northlake', 'attention', 'x', { reports }), standing: null }),
      undefined,
    );
  });

  it('never offers what can’t be done', () => {
    const nothing = dossier();
    assert.deepEqual(stepsFor('review-overdue', nothing), ['showVendor']);
    assert.deepEqual(stepsFor('report-stale', dossier({ reports })), [
      'requestReport',
      'openReport',
      'showVendor',
    ]);
    assert.deepEqual(stepsFor('time-uncovered', dossier({ reports })), ['openReport', 'showVendor']);
    assert.deepEqual(stepsFor('new-report', dossier({ reports, reviews: [draft] })), [
      'openReview',
      'openReport',
      'showVendor',
    ]);
    assert.deepEqual(stepsForVendor(vendor('Northlake', 'attention', 'stale', { reports })), [
      'openReport',
      'showVendor',
    ]);
  });
});

describe('the card of a vendor', () => {
  const today = calendarDate('2026-06-01');
  const of2024 = report({ start: '2024-01-01', end: '2024-12-31', issued: '2025-02-20' });
  const northlake = dossier({
    registered: registered(),
    reports: [of2024],
    bridgeLetters: [bridgeLetter('2025-01-01', '2025-02-28', '2024-12-31')],
    reviews: [review('2025-03-10', of2024)],
  });

  it('has the verdict, every reason with its rule, the dates, and both audit years', () => {
    const { policy } = REGISTER;
    const card = vendorCard(
      { dossier: northlake, standing: standingOn(northlake, policy, today) },
      policy,
      today,
    );
    assert.equal(card?.heading, 'Northlake: Overdue');
    assert.equal(card?.reasons[0]?.text, 'review 83 days overdue');
    assert.match(card?.reasons[0]?.detail ?? '', /12 months after the last review/);
    assert.deepEqual(card?.dates, [
      'Last review: 10 Mar 2025',
      'Review due: 10 Mar 2026',
      '1 Jan 2025 to 31 Dec 2025, report: 0 days tested, 59 bridged, 306 uncovered',
      '1 Jan 2026 to 1 Jun 2026, report: 0 days tested, 0 bridged, 152 uncovered',
    ]);
  });

  it('says nothing before everything is read', () => {
    assert.equal(vendorCard({ dossier: northlake, standing: null }, REGISTER.policy, today), undefined);
  });

  it('is there for our own documents too', () => {
    const status = folderStatus('compliance', [], { register: REGISTER });
    const [entry] = new RegisterEntries().of(TEXT, status).filter(({ is }) => is === 'own-document');
    assert.ok(entry?.is === 'own-document');
    assert.deepEqual(ownDocumentCard(entry.document.name, entry.standing).dates, [
      'Last review: 1 Mar 2025',
      'Review due: 1 Mar 2026',
    ]);
  });
});

describe('recording a review of our own document', () => {
  it('changes its date and nothing else', () => {
    assert.equal(
      reviewedToday(TEXT, 'Security statement', calendarDate('2026-03-01')),
      TEXT.replace('2025-03-01', '2026-03-01'),
    );
  });

  it('leaves a register with errors alone', () => {
    const broken = TEXT.replace('2025-03-01', 'soon');
    assert.equal(reviewedToday(broken, 'Security statement', calendarDate('2026-03-01')), undefined);
    assert.equal(reviewedToday(TEXT, 'Another', calendarDate('2026-03-01')), undefined);
  });
});
