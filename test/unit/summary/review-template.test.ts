import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { readReviewTables } from '../../../src/core/review/review-tables.ts';
import { draftReview } from '../../../src/core/summary/review-summary.ts';
import {
  DEFAULT_TEMPLATE,
  SECTION_VARIABLES,
  TemplateError,
  TEXT_VARIABLES,
} from '../../../src/core/summary/review-template.ts';
import { day, report } from '../standing/samples.ts';
import { clean, LIBRARY, vendor } from './golden-reports.ts';

const drafted = (template: string, document = clean): string => {
  const { path, text } = draftReview({
    dossier: vendor,
    document,
    library: LIBRARY,
    reviewFolder: 'reviews',
    reviewer: 'Dana Petit',
    today: day('2026-11-21'),
    template,
  });
  assert.equal(parseReview(path, text).state, 'draft', 'a template can’t break the record');
  assert.deepEqual(parseReview(path, text).problems, []);
  return text;
};

const body = (template: string, document = clean): string =>
  drafted(template, document).replace(/^---\n[^]*?\n---\n\n/, '');

const failure = (template: string): string => {
  try {
    drafted(template);
  } catch (error) {
    assert.ok(error instanceof TemplateError);
    return error.message;
  }
  return 'no error';
};

describe('a company’s own template', () => {
  it('knows every variable', () => {
    for (const name of TEXT_VARIABLES) assert.notEqual(body(`{{${name}}}`), '\n', name);
    for (const name of SECTION_VARIABLES.filter((one) => one !== 'changes')) {
      assert.match(body(`{{${name}}}`), /^## /, name);
    }
  });

  it('shows texts and sections in its own order, and they read back', () => {
    const text = drafted(
      'Classification: internal\n\n# Review of {{vendor}} ({{tier}}), {{period}}\n\n{{userControls}}\n\n' +
        '{{#changes}}\n{{changes}}\n{{/changes}}\n{{^changes}}\nFirst review.\n{{/changes}}\n\n## Ours\n\n- Owner: {{owner}}\n',
    );
    assert.match(text, /\n# Review of Northlake \(critical\), 1 Jan 2025 to 31 Dec 2025\n/);
    assert.match(text, /\nFirst review\.\n/);
    assert.match(text, /- Owner: dana\\@example\.com\n$/);
    assert.equal(readReviewTables(text).userControls.length, 3);
  });

  it('is the default one when there is none', () => {
    assert.equal(body(DEFAULT_TEMPLATE), body(DEFAULT_TEMPLATE.replaceAll('\n', '\r\n')));
  });

  it('names the line and the variable that it doesn’t know', () => {
    assert.equal(
      failure('# {{title}}\n\n{{exeptions}}\n'),
      'Line 3: there is no variable exeptions. Did you mean exceptions?',
    );
    assert.match(
      failure('{{constructor}}'),
      /^Line 1: there is no variable constructor\. There are: title, /,
    );
    assert.match(
      failure('\n{{#changes}}{{vendor.name}}{{/changes}}'),
      /^Line 2: there is no variable vendor\.name/,
    );
  });

  it('says what else can’t be', () => {
    assert.match(failure('a\n{{#changes}}'), /^Line 2: Unclosed section "changes"\.$/);
    assert.match(failure('a\n{{title'), /^Line 2: Unclosed tag\.$/);
    assert.match(failure('{{> other}}'), /^Line 1: a template can’t take in another file, other\.$/);
    assert.match(failure('{{opinion}}\n{{opinion}}'), /^Line 2: opinion is a section .* only once\.$/);
  });

  it('runs nothing, and takes no orders from a report', () => {
    const hostile = report({
      path: clean.path,
      system: '{{owner}} {{{conclusion}}} <b> | `x` # y',
      reading: { vendor: clean.reading.vendor },
    });
    const text = body('| {{system}} |\n| - |\n', hostile);
    assert.ok(text.includes('{{owner}} {{{conclusion}}} \\<b> \\| \\`x\\` # y'), text);
    assert.ok(!text.includes('dana'));
  });

  it('may hold front matter of its own without touching the record', () => {
    const text = drafted('---\nreviewed: 2026-01-01\nconclusion: acceptable\n---\n{{title}}\n');
    assert.equal(parseReview('x.md', text).record?.reviewed, null);
  });
});
