import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { associations, reportFolders } from '../../../../src/extension/report-editor/associations.ts';
import { bridgeLetter, report } from '../../standing/samples.ts';

const OURS = 'socReview.report';

describe('the editor that opens reports by default', () => {
  it('is ours where reports and letters lie, and nowhere else', () => {
    const documents = [
      report({ path: 'vendors/a/2025.pdf' }),
      report({ path: 'top.pdf' }),
      { ...bridgeLetter('2026-01-01', '2026-02-28', null), path: 'letters/b.pdf' },
      report({ path: 'manuals/white-paper.pdf', kind: 'not-soc' }),
    ];
    assert.deepEqual(reportFolders(documents), ['', 'letters', 'vendors']);
    assert.deepEqual(associations({}, 'repository', ['', 'vendors']), {
      '**/repository/*.pdf': OURS,
      '**/repository/vendors/**/*.pdf': OURS,
    });
  });

  it('leaves alone what people wrote, and goes when it is no longer wanted', () => {
    const theirs = { '*.md': 'vscode.markdown.preview.editor', '*.pdf': OURS };
    const both = associations(theirs, 'repository', ['vendors']);
    assert.deepEqual(both, { ...theirs, '**/repository/vendors/**/*.pdf': OURS });
    assert.deepEqual(associations(both, 'repository', []), theirs);
    assert.deepEqual(associations(both, 'another', []), both);
  });
});
