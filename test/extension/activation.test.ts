import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The extension', () => {
  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension('soc-review-tracker.soc-review-tracker');
    assert.ok(extension, 'the extension host knows the extension');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
