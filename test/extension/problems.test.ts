import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, fileUri, indexed, readText, writeText } from './workspace.ts';

const problemsOf = (path: string): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(fileUri(path)).filter(({ source }) => source === 'SOC Review');

const problemIn = (path: string): Promise<vscode.Diagnostic> =>
  eventually(`a problem in ${path}`, () => problemsOf(path)[0]);

const none = (path: string): Promise<true> =>
  eventually(`no problem in ${path}`, () => (problemsOf(path).length === 0 ? true : undefined));

describe('The Problems panel', () => {
  it('shows what is wrong in the register at its line, and the rest of the library still works', async () => {
    const before = await readText('vendors.yaml');
    const { dossiers, documents } = await indexed();
    const broken = before.replace(/tier: critical/, 'tier: crtical');
    assert.notEqual(broken, before);
    await writeText('vendors.yaml', broken);
    try {
      const problem = await problemIn('vendors.yaml');
      const line = broken.split('\n').findIndex((text) => text.includes('crtical'));
      assert.equal(problem.range.start.line, line);
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
      assert.match(problem.message, /critical/);
      const after = await indexed();
      assert.equal(after.dossiers.length, dossiers.length);
      assert.equal(after.documents.length, documents.length);
    } finally {
      await writeText('vendors.yaml', before);
    }
    await none('vendors.yaml');
  });

  it('shows what is wrong in a review at its line', async () => {
    const { reviews } = await indexed();
    const review = reviews.find(({ state }) => state === 'completed');
    assert.ok(review);
    const before = await readText(review.path);
    const broken = before.replace(/^reviewed:.*$/m, 'reviewed: 31/12/2025');
    await writeText(review.path, broken);
    try {
      const problem = await problemIn(review.path);
      const line = broken.split('\n').findIndex((text) => text.startsWith('reviewed:'));
      assert.equal(problem.range.start.line, line);
    } finally {
      await writeText(review.path, before);
    }
    await none(review.path);
  });
});
