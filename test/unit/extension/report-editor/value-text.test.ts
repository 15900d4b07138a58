import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../../../src/core/calendar/calendar-date.ts';
import { textOfValue, valueFromText } from '../../../../src/extension/report-editor/decisions/value-text.ts';

describe('selected or typed words as the value of a field', () => {
  it('understands days as reports print them', () => {
    assert.equal(valueFromText('reportDate', 'December 31, 2025'), '2025-12-31');
    assert.equal(valueFromText('periodEnd', ' 31 December 2025 '), '2025-12-31');
    assert.equal(valueFromText('bridgeThrough', '2026-02-28'), '2026-02-28');
  });

  it('takes no day for granted that may be another one', () => {
    assert.equal(valueFromText('reportDate', '01/02/2025'), undefined);
    assert.equal(valueFromText('reportDate', '2025-02-30'), undefined);
    assert.equal(valueFromText('periodStart', 'January 1, 2025 to December 31, 2025'), undefined);
    assert.equal(valueFromText('reportDate', 'in due course'), undefined);
  });

  it('understands type, opinion, method and categories in the words of reports', () => {
    assert.equal(valueFromText('type', 'SOC 2 Type II Report'), 2);
    assert.equal(valueFromText('type', '1'), 1);
    assert.equal(valueFromText('type', 'a report'), undefined);
    assert.equal(valueFromText('opinion', 'Unqualified opinion'), 'unmodified');
    assert.equal(valueFromText('opinion', 'Basis for Qualified Opinion'), 'qualified');
    assert.equal(valueFromText('opinion', 'Disclaimer of opinion'), 'disclaimer');
    assert.equal(valueFromText('opinion', 'Opinion'), undefined);
    assert.equal(valueFromText('subserviceMethod', 'the carve-out method'), 'carve-out');
    assert.deepEqual(valueFromText('categories', 'relevant to security and processing  integrity'), [
      'Security',
      'Processing Integrity',
    ]);
  });

  it('keeps names in one line, and parts lists at semicolons', () => {
    assert.equal(valueFromText('auditor', ' Baker &\nFinch LLP '), 'Baker & Finch LLP');
    assert.equal(valueFromText('auditor', ' \n '), undefined);
    assert.deepEqual(valueFromText('subserviceOrganizations', 'Alder Cloud, Inc.; Pinewood B.V.;'), [
      'Alder Cloud, Inc.',
      'Pinewood B.V.',
    ]);
  });

  it('writes every day as it reads it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const day = addDays(calendarDate('1990-01-01'), days);
        assert.equal(valueFromText('reportDate', textOfValue(day)), day);
      }),
    );
  });
});
