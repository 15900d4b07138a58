import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportViewerPage } from '../../../src/webview/report-viewer/page.ts';

const page = reportViewerPage({
  cspSource: 'https://assets.example',
  nonce: 'n0nce',
  assets: 'https://assets.example/a"<&b',
  language: 'de',
});

describe('the viewer’s page', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';

  it('has a policy that starts from nothing and allows nothing unsafe', () => {
    assert.match(policy, /^default-src 'none'; script-src 'nonce-n0nce'/);
    assert.doesNotMatch(policy, /unsafe|\*|https?:(?!\/\/assets\.example)/);
  });

  it('has no script or style of its own', () => {
    assert.doesNotMatch(page, /<style|style=|\son\w+=/);
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.match(page, /<script type="module" nonce="n0nce" src="[^"]+"><\/script>/);
  });

  it('escapes what it is given', () => {
    assert.ok(page.includes('https://assets.example/a&quot;&lt;&amp;b/report-viewer.js'));
    assert.ok(!page.includes('a"<'));
  });
});
