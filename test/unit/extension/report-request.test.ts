import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { VendorDossier } from '../../../src/core/library/snapshot.ts';
import { DEFAULT_POLICY } from '../../../src/core/register/register.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { mailQuery, reportRequest } from '../../../src/extension/commands/report-request.ts';
import { reasonsAsText } from '../../../src/extension/tree/reasons-text.ts';
import { vendorPicture } from '../../../src/extension/tree/vendor-picture.ts';
import { dossier, registered, report, review } from '../standing/samples.ts';

const TODAY = calendarDate('2026-03-01');
const requestFor = (vendor: VendorDossier) =>
  reportRequest(vendor, vendorPicture(vendor, DEFAULT_POLICY, TODAY));

describe('asking a vendor for its next report', () => {
  const old = report({ start: '2023-10-01', end: '2024-09-30', issued: '2024-12-01', system: 'Colocation' });

  it('names the report and the period that is due', () => {
    const { subject, body } = requestFor(dossier({ reports: [old] }));
    assert.equal(subject, 'SOC report of Northlake');
    assert.match(
      body,
      /- the SOC 2 Type 2 on Colocation report for the period from 1 Oct 2024 on \(the last one that we have ends on 30 Sep 2024\)/,
    );
  });

  it('names what the register expects and nobody has sent', () => {
    const entry = registered({ services: [{ name: 'Wages', expects: ['SOC 1 Type 2'] }] });
    assert.match(requestFor(dossier({ registered: entry })).body, /- the SOC 1 Type 2 report on Wages/);
  });

  it('asks only for what is due where other reports are current', () => {
    const current = report({ kind: 'soc1' });
    const { body } = requestFor(dossier({ reports: [current, old] }));
    assert.match(body, /SOC 2/);
    assert.doesNotMatch(body, /SOC 1/);
  });

  it('goes to the contact of the register, if that is a mail address', () => {
    const to = (contact: string | null): string =>
      requestFor(dossier({ registered: registered({ contact }) })).to;
    assert.equal(to('compliance@northlake.example'), 'compliance@northlake.example');
    assert.equal(to('ask Robin'), '');
    assert.equal(to('a@b.example?bcc=x@y.example'), '');
    assert.equal(to(null), '');
  });

  it('keeps text from ending its part of the address', () => {
    const query = mailQuery({ to: '', subject: 'A & B', body: 'x&to=y#z%0A' });
    assert.equal(query.split('&').length, 2);
    assert.doesNotMatch(query, /[#%]/);
  });
});

describe('the reasons as text', () => {
  it('have the verdict, every reason with its sentence, and the files', () => {
    const last = report({
      path: 'vendors/northlake/2024.pdf',
      start: '2024-01-01',
      end: '2024-12-31',
      issued: '2025-02-01',
    });
    const vendor = dossier({ reports: [last], reviews: [review('2025-02-19', last)] });
    const text = reasonsAsText('Northlake', standingOn(vendor, DEFAULT_POLICY, TODAY), TODAY);
    assert.match(text, /^Northlake: Overdue on 1 Mar 2026\n- Review 10 days overdue\. The review was due on/);
    assert.match(text, /\n {2}vendors\/northlake\/2024\.pdf\n/);
  });
});
