import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditAnswer } from './audit-answer.ts';

describe('What npm says of known vulnerabilities', () => {
  it('is each package with what is known of it', () => {
    const via = [{ source: 1, name: 'left', title: 'Left is wrong', url: 'https://example.com/1' }, 'other'];
    const printed = JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: {
        left: { name: 'left', severity: 'high', via },
        right: { severity: 'low', via: ['left'] },
      },
    });
    assert.deepEqual(auditAnswer(printed), {
      vulnerable: [
        { name: 'left', severity: 'high', titles: ['Left is wrong'] },
        { name: 'right', severity: 'low', titles: [] },
      ],
    });
    assert.deepEqual(auditAnswer('{ "vulnerabilities": {} }'), { vulnerable: [] });
  });

  it('is never taken for clean when the registry did not say', () => {
    const refused = JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405, error: {} });
    assert.deepEqual(auditAnswer(refused), { noAnswer: '405 Method Not Allowed' });
    for (const printed of ['', 'npm error network', '{}', '[]', 'null']) {
      assert.ok('noAnswer' in auditAnswer(printed), printed);
    }
  });
});
