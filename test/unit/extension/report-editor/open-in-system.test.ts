import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openInSystem, type System } from '../../../../src/extension/report-editor/open-in-system.ts';

const REPORT = 'file:///vendors/lakeside/SOC2 2026.pdf';

const systemWith = (has: boolean, takes: boolean): { system: System<string>; opened: string[] } => {
  const opened: string[] = [];
  return {
    opened,
    system: {
      hasFile: () => has,
      open: (file) => {
        opened.push(file);
        return Promise.resolve(takes);
      },
    },
  };
};

describe('A report in the system’s own program', () => {
  it('is the very file that is open, handed over once', async () => {
    const { system, opened } = systemWith(true, true);
    assert.equal(await openInSystem(REPORT, system), true);
    assert.deepEqual(opened, [REPORT]);
  });

  it('is not tried with a file that the system does not have', async () => {
    const { system, opened } = systemWith(false, true);
    assert.equal(await openInSystem(REPORT, system), false);
    assert.deepEqual(opened, []);
  });

  it('counts as not opened where no program takes it', async () => {
    assert.equal(await openInSystem(REPORT, systemWith(true, false).system), false);
  });
});
