import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { correctedReading } from '../../../src/core/register/corrected-reading.ts';
import { inboxNodes } from '../../../src/extension/tree/inbox-nodes.ts';
import { tooltipOf } from '../../../src/extension/tree/tooltip.ts';
import { vendorNodes } from '../../../src/extension/tree/vendor-nodes.ts';
import { dateFact, document, fact, folderStatus, review, vendor } from './library-builder.ts';

const report = document('vendors/nordic/2025.pdf', 'soc2', {
  type: fact(2),
  vendor: fact('Nordic Hosting AB', 3),
  periodStart: dateFact('2024-10-01'),
  periodEnd: dateFact('2025-09-30'),
  opinion: { ...fact('qualified', 5), certainty: 'likely' },
  absences: { auditor: 'on an image page 4' },
  warnings: ['The cover and the opinion print different periods.'],
});
const invalid = {
  ...review('reviews/nordic/2025.md', 'invalid', { report: report.path }),
  problems: [
    { severity: 'error', message: 'No such day.', line: 7, column: 11, endLine: 7, endColumn: 21 } as const,
  ],
};
const folder = folderStatus('reports', [
  vendor('Nordic Hosting', 'overdue', 'review is overdue', { reports: [report], reviews: [invalid] }),
]);
const group = vendorNodes([folder])[0]!;
const vendorNode = group.children()[0]!;
const reportNode = vendorNode.children().find(({ subject }) => subject.is === 'document')!;

const value = (node: typeof group, label: string): string | undefined =>
  tooltipOf(node)?.facts.find((fact) => fact.label === label)?.value;

describe('tooltips', () => {
  it('tell of a report what was read and on which page, and of what is absent why', () => {
    assert.equal(tooltipOf(reportNode)?.heading, 'Nordic Hosting: SOC 2 Type 2');
    assert.equal(value(reportNode, 'Service organization'), 'Nordic Hosting AB (page 3)');
    assert.equal(value(reportNode, 'Opinion'), 'qualified (page 5, uncertain)');
    assert.equal(value(reportNode, 'Service auditor'), 'on an image page 4');
    assert.equal(value(reportNode, 'Report date'), 'not printed');
    assert.deepEqual(tooltipOf(reportNode)?.points, ['The cover and the opinion print different periods.']);
  });

  it('tell on how much of a report people have decided', () => {
    assert.equal(value(reportNode, 'Decided by people'), undefined);
    const asRead = report.reading;
    const who = { by: 'Dana Petit', on: null };
    const decided = {
      ...report,
      asRead,
      reading: correctedReading(asRead, {
        ...who,
        as: null,
        facts: { opinion: { is: 'absent' } },
        entries: [
          {
            ...who,
            list: 'facilities',
            is: 'added',
            page: 3,
            quote: null,
            read: { number: null, text: 'Oslo' },
            says: { number: null, text: 'Oslo' },
          },
        ],
      }),
    };
    const current = vendor('Nordic Hosting', 'current', 'reviewed', { reports: [decided] });
    const node = vendorNodes([folderStatus('reports', [current])])[0]!
      .children()[0]!
      .children()
      .find(({ subject }) => subject.is === 'document')!;
    assert.equal(value(node, 'Decided by people'), '1 added, 1 not in the report');
  });

  it('tell of a vendor all reasons in whole sentences, and that it is not in the register', () => {
    assert.deepEqual(tooltipOf(vendorNode)?.points, ['The review is overdue.']);
    assert.equal(value(vendorNode, 'Register'), 'not in the register; named by its reports');
  });

  it('tell of an invalid review what is wrong and where', () => {
    assert.deepEqual(tooltipOf(reportNode.children()[0]!)?.points, ['Line 7: No such day.']);
  });

  it('tell of a file that is no report why, and nothing that only reports have', () => {
    const certificate = document('iso.pdf', 'not-soc', { reason: 'An ISO 27001 certificate.' });
    const [files] = inboxNodes([folderStatus('reports', [], { documents: [certificate] })]);
    const node = files!.children()[0]!;
    assert.deepEqual(tooltipOf(node)?.points, ['An ISO 27001 certificate.']);
    assert.deepEqual(
      tooltipOf(node)?.facts.map(({ label }) => label),
      ['Pages', 'File'],
    );
  });

  it('are left out where the row says everything', () => {
    assert.equal(tooltipOf(group), undefined);
  });
});
