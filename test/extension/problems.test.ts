import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeOf,
  diagnosticsOf,
  eventually,
  fileUri,
  indexed,
  readText,
  REGISTER,
  writeText,
} from './workspace.ts';

const problemIn = (path: string, code: string): Promise<vscode.Diagnostic> =>
  eventually(`a problem ${code} in ${path}`, () =>
    diagnosticsOf(path).find((diagnostic) => codeOf(diagnostic) === code),
  );

const none = (path: string, code: string): Promise<true> =>
  eventually(`no problem ${code} in ${path}`, () =>
    diagnosticsOf(path).every((diagnostic) => codeOf(diagnostic) !== code) ? true : undefined,
  );

/** The line of a text that has these words. */
const lineWith = (text: string, words: string): number =>
  text.split('\n').findIndex((line) => line.includes(words));

async function withText(
  path: string,
  change: (text: string) => string,
  check: (text: string) => Promise<void>,
) {
  const before = await readText(path);
  const changed = change(before);
  assert.notEqual(changed, before);
  await writeText(path, changed);
  try {
    await check(changed);
  } finally {
    await writeText(path, before);
  }
}

async function completedReview() {
  const { reviews } = await indexed();
  const review = reviews.find(({ path, state }) => state === 'completed' && diagnosticsOf(path).length === 0);
  assert.ok(review);
  return review;
}

describe('The Problems panel', () => {
  it('shows what is wrong in the register at its line, and the rest of the library still works', async () => {
    const { dossiers, documents } = await indexed();
    await withText(
      REGISTER,
      (text) => text.replace(/tier: critical/, 'tier: crtical'),
      async (text) => {
        const problem = await problemIn(REGISTER, 'register');
        assert.equal(problem.range.start.line, lineWith(text, 'crtical'));
        assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
        assert.match(problem.message, /critical/);
        const after = await indexed();
        assert.equal(after.dossiers.length, dossiers.length);
        assert.equal(after.documents.length, documents.length);
      },
    );
    await none(REGISTER, 'register');
  });

  it('shows what is wrong in a review at its line', async () => {
    const { path } = await completedReview();
    await withText(
      path,
      (text) => text.replace(/^reviewed:.*$/m, 'reviewed: 31/12/2025'),
      async (text) => {
        const problem = await problemIn(path, 'review');
        assert.equal(problem.range.start.line, lineWith(text, 'reviewed: 31/12/2025'));
      },
    );
    await none(path, 'review');
  });

  it('shows a review that is dated in the future as an error', async () => {
    const { path } = await completedReview();
    await withText(
      path,
      (text) => text.replace(/^reviewed:.*$/m, 'reviewed: 2999-01-31'),
      async (text) => {
        const problem = await problemIn(path, 'review');
        assert.equal(problem.range.start.line, lineWith(text, 'reviewed: 2999-01-31'));
        assert.match(problem.message, /future/);
        const review = (await indexed()).reviews.find((one) => one.path === path);
        assert.equal(review?.state, 'invalid');
      },
    );
    await none(path, 'review');
  });

  it('shows the marks of an unfinished merge at their lines', async () => {
    const { path } = await completedReview();
    await withText(
      path,
      (text) => `${text}\n<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> other\n`,
      async (text) => {
        const problem = await problemIn(path, 'review');
        assert.equal(problem.range.start.line, lineWith(text, '<<<<<<<'));
      },
    );
    await none(path, 'review');
  });

  it('shows overdue vendors and documents as warnings, at their names', async () => {
    await indexed();
    await problemIn(REGISTER, 'review-overdue');
    const lines = (await readText(REGISTER)).split('\n');
    const overdue = diagnosticsOf(REGISTER).filter((one) => codeOf(one) === 'review-overdue');
    assert.ok(overdue.some(({ message }) => message.startsWith('Vendor management policy: ')));
    for (const { range, message, severity } of overdue) {
      assert.equal(severity, vscode.DiagnosticSeverity.Warning);
      const name = lines[range.start.line]?.slice(range.start.character, range.end.character) ?? '';
      assert.ok(message.startsWith(`${name}: `), `${message} at ${name}`);
    }
  });

  it('shows what else needs a person as information, with the files that it rests on', async () => {
    await indexed();
    for (const code of ['report-stale', 'report-late', 'report-missing', 'time-uncovered', 'new-report']) {
      const { severity } = await problemIn(REGISTER, code);
      assert.equal(severity, vscode.DiagnosticSeverity.Information, code);
    }
    const uncovered = await problemIn(REGISTER, 'time-uncovered');
    assert.equal(uncovered.relatedInformation?.length, 2);
    for (const { location } of uncovered.relatedInformation ?? []) {
      await vscode.workspace.fs.stat(location.uri);
      assert.match(location.uri.path, /\.pdf$/);
    }
    assert.ok(await problemIn(REGISTER, 'review-due-soon'));
    assert.ok(await problemIn(REGISTER, 'facility-not-examined'));
  });

  it('shows a PDF that changed after sign-off at the hash in its review', async () => {
    const { reviews } = await indexed();
    const changed = await eventually('a review of a changed PDF', () =>
      reviews.find(({ path }) => diagnosticsOf(path).some((one) => codeOf(one) === 'changed-after-sign-off')),
    );
    const { range } = await problemIn(changed.path, 'changed-after-sign-off');
    assert.equal(range.start.line, lineWith(await readText(changed.path), 'sha256:'));
  });

  it('is as loud as the settings say', async () => {
    const settings = vscode.workspace.getConfiguration('socReview', fileUri(REGISTER));
    await indexed();
    await problemIn(REGISTER, 'report-stale');
    await settings.update(
      'problems',
      { overdue: 'error', attention: 'off' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      await none(REGISTER, 'report-stale');
      const { severity } = await problemIn(REGISTER, 'review-overdue');
      assert.equal(severity, vscode.DiagnosticSeverity.Error);
    } finally {
      await settings.update('problems', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await problemIn(REGISTER, 'report-stale');
  });
});
