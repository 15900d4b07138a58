import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Link, Node, Nodes, Table, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { LibraryDocument, VendorDossier } from '../../../src/core/library/snapshot.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { readReviewTables } from '../../../src/core/review/review-tables.ts';
import { setReviewFields } from '../../../src/core/review/edit-review.ts';
import { oneLine } from '../../../src/core/summary/markdown.ts';
import { draftReview } from '../../../src/core/summary/review-summary.ts';
import { day, dossier, fact, registered, report, review } from '../standing/samples.ts';
import { clean, GOLDEN, libraryOf, vendor } from './golden-reports.ts';
import { hostileText } from './hostile-texts.ts';
import { goldenFile, goldenText, OTHER_GOLDEN } from './write-golden.ts';

const TODAY = day('2026-11-21');

const draft = (document: LibraryDocument, of: VendorDossier = dossier({ reports: [document] })) =>
  draftReview({
    dossier: of,
    document,
    library: libraryOf(of),
    reviewFolder: 'reviews',
    reviewer: null,
    today: TODAY,
  });

/** Without the library's second look for addresses in finished text, which no viewer takes and no escape can stop. */
const asViewersReadIt = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

function nodes(markdown: string): Nodes[] {
  const body = markdown.replace(/^---\n[^]*?\n---\n/, '');
  const found: Nodes[] = [];
  const walk = (node: Nodes): void => {
    found.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [asViewersReadIt] }));
  return found;
}

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

const isLink = (node: Node): node is Link => node.type === 'link';
const isTable = (node: Node): node is Table => node.type === 'table';
const isText = (node: Node): node is Text => node.type === 'text';

describe('draftReview', () => {
  for (const [name, document] of Object.entries(GOLDEN)) {
    it(`writes the review of the ${name} report as it is kept`, async () => {
      assert.equal(goldenText(document), await readFile(goldenFile(name), 'utf8'));
    });
  }

  for (const [name, text] of Object.entries(OTHER_GOLDEN)) {
    it(`writes the ${name} text as it is kept`, async () => {
      assert.equal(text(), await readFile(goldenFile(name), 'utf8'));
    });
  }

  it('is a draft that parses back to the same record', () => {
    const { path, text } = draftReview({
      dossier: vendor,
      document: clean,
      library: libraryOf(vendor),
      reviewFolder: './reviews/',
      reviewer: 'Dana Petit',
      today: TODAY,
    });
    assert.equal(path, 'reviews/northlake/2025-12-31-soc-2-type-2.md');
    const parsed = parseReview(path, text, TODAY);
    assert.deepEqual(parsed.problems, []);
    assert.equal(parsed.state, 'draft');
    const { generated, ...record } = parsed.record ?? {};
    assert.equal(Object.keys(generated ?? {}).length, 7);
    assert.deepEqual(record, {
      vendor: 'Northlake',
      report: clean.path,
      sha256: clean.sha256,
      kind: 'SOC 2 Type 2',
      periodStart: '2025-01-01',
      periodEnd: '2025-12-31',
      reviewer: 'Dana Petit',
      reviewed: null,
      approver: null,
      conclusion: null,
      nextReview: null,
      confirmed: {},
    });
    const signed = setReviewFields(text, { reviewed: '2026-11-21', conclusion: 'acceptable' });
    assert.equal(parseReview(path, signed, TODAY).state, 'completed');
  });

  it('parses back to what it was written from, whatever the report says', () => {
    const rows = fc.array(fc.record({ control: hostileText, text: hostileText }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, rows, fc.array(hostileText, { maxLength: 3 }), (found, expected, names) => {
        const document = report({
          reading: {
            testExceptions: found.map((row, index) => ({
              ...row,
              page: 60 + index,
              sample: null,
              managementResponse: null,
            })),
            userControls: expected.map(({ control, text }, index) => ({
              id: control,
              text,
              page: 30 + index,
            })),
            subserviceOrganizations: names.map((name) => ({ ...fact(name, 18), service: name })),
          },
        });
        const { path, text } = draft(document);
        const { state, record, problems } = parseReview(path, text, TODAY);
        assert.deepEqual([state, problems, record?.sha256], ['draft', [], document.sha256]);
        const tables = readReviewTables(text);
        assert.deepEqual(
          tables.exceptions.map((row) => [row.control, row.found]),
          found.map((row) => [oneLine(row.control), oneLine(row.text)]),
        );
        assert.deepEqual(
          tables.userControls.map((row) => [row.id, row.text]),
          expected.map((row, index) => [oneLine(row.control) || String(index + 1), oneLine(row.text)]),
        );
        assert.deepEqual(
          tables.subserviceOrganizations.map(({ organization }) => organization),
          names.map(oneLine),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('says what is absent, and why', () => {
    const undated = report({
      start: null,
      end: null,
      issued: null,
      type: null,
      sha256: 'ab12cd34'.repeat(8),
      reading: { absences: { auditor: 'on an image page 2–3' } },
    });
    const { path, text } = draft(undated);
    assert.equal(path, 'reviews/northlake/ab12cd34-soc-2.md');
    const rows = nodes(text)
      .filter(isTable)[0]
      ?.children.map((row) => row.children.map(textOf).slice(0, 2).join(': '));
    assert.ok(rows !== undefined);
    assert.ok(rows.includes('Service auditor: on an image page 2–3'));
    assert.ok(rows.includes('Period to: not printed'));
    assert.ok(rows.includes('Opinion: not printed'));
    assert.equal(parseReview(path, text).state, 'draft');
  });

  it('names the review after the report date where no period is printed', () => {
    assert.equal(
      draft(report({ start: null, end: null })).path,
      'reviews/northlake/2026-02-20-soc-2-type-2.md',
    );
  });

  it('gives two reports of one period and kind two paths, always the same', () => {
    const a = report({ path: 'a.pdf', sha256: 'a'.repeat(64) });
    const b = report({ path: 'b.pdf', sha256: 'b'.repeat(64) });
    const both = dossier({ reports: [b, a] });
    assert.equal(draft(a, both).path, 'reviews/northlake/2025-12-31-soc-2-type-2.md');
    assert.equal(draft(b, both).path, 'reviews/northlake/2025-12-31-soc-2-type-2-bbbbbbbb.md');
  });

  it('gives the second review of a report that was signed before a path of its own', () => {
    const path = 'reviews/northlake/2025-12-31-soc-2-type-2.md';
    const signed = { ...review('2026-03-10', clean), path };
    assert.equal(
      draft(clean, dossier({ reports: [clean], reviews: [signed] })).path,
      'reviews/northlake/2025-12-31-soc-2-type-2-2.md',
    );
    const unsigned = { ...review(null, clean), path };
    assert.equal(draft(clean, dossier({ reports: [clean], reviews: [unsigned] })).path, path);
  });

  it('links every value to its page, relative to the review', () => {
    const odd = report({ path: 'vendors/No (1) ä #?%/SOC2 x.pdf' });
    const links = nodes(draft(odd).text).filter(isLink);
    assert.ok(links.length >= 5);
    for (const { url } of links) {
      assert.match(
        url,
        /^\.\.\/\.\.\/vendors\/No%20%281%29%20%C3%A4%20%23%3F%25\/SOC2%20x\.pdf(#page=\d+)?$/,
      );
      const resolved = new URL(url, 'file:///library/reviews/northlake/review.md');
      assert.equal(decodeURIComponent(resolved.pathname), `/library/${odd.path}`);
    }
  });
});

describe('hostile text in a report', () => {
  const hostileReport = hostileText.map((text) => ({
    text,
    document: report({
      path: 'vendors/x.pdf',
      system: text,
      opinion: 'qualified',
      reading: {
        opinionMatter: fact(text, 5),
        auditor: fact(text, 5),
        warnings: [text],
        testExceptions: [
          {
            control: text,
            text,
            page: 7,
            sample: null,
            managementResponse: { text, page: 8, section: 'tests' },
          },
        ],
        userControls: [{ id: text, text, page: 9 }],
        subserviceOrganizations: [{ ...fact(text, 10), service: text }],
      },
    }),
  }));

  it('stays text: no link, picture, tag, code, heading or row that a report made', () => {
    const plain = nodes(draft(report({ path: 'vendors/x.pdf' })).text);
    const headings = plain.filter(({ type }) => type === 'heading').length;
    fc.assert(
      fc.property(hostileReport, ({ text, document }) => {
        const review = draft(
          document,
          dossier({ reports: [document], registered: registered({ facilities: [text] }) }),
        );
        const all = nodes(review.text);
        const types = new Set(all.map(({ type }) => type));
        for (const type of [
          'html',
          'image',
          'inlineCode',
          'code',
          'strong',
          'delete',
          'footnoteReference',
          'break',
        ]) {
          assert.ok(!types.has(type as Nodes['type']), `${type} from ${JSON.stringify(text)}`);
        }
        for (const { url } of all.filter(isLink))
          assert.match(url, /^\.\.\/\.\.\/vendors\/x\.pdf(#page=\d+)?$/);
        assert.equal(all.filter(({ type }) => type === 'heading').length, headings);
        const tables = all.filter(isTable);
        for (const { children } of tables) {
          for (const row of children) assert.equal(row.children.length, children[0]?.children.length);
        }
        const cells = all.filter(({ type }) => type === 'tableCell').map(textOf);
        const shown = oneLine(text);
        if (shown !== '') assert.ok(cells.includes(shown), `${JSON.stringify(shown)} is shown as it is`);
        assert.ok(!all.filter(isText).some(({ value }) => /[\u202a-\u202e\u2066-\u2069]/.test(value)));
      }),
      { numRuns: 150 },
    );
  });

  it('can’t reach the record', () => {
    const anyName = hostileText.filter((text) => oneLine(text) !== '');
    fc.assert(
      fc.property(anyName, hostileText, (name, reviewer) => {
        const document = report({ path: `vendors/${name}.pdf` });
        const of = dossier({ name, reports: [document] });
        const { path, text } = draftReview({
          dossier: of,
          document,
          library: libraryOf(of),
          reviewFolder: 'reviews',
          reviewer,
          today: TODAY,
        });
        const { record, state, problems } = parseReview(path, text, TODAY);
        assert.deepEqual(problems, []);
        assert.equal(state, 'draft');
        assert.equal(record?.vendor, oneLine(name));
        assert.equal(record.reviewed, null);
        assert.equal(record.periodEnd, '2025-12-31');
      }),
      { numRuns: 150 },
    );
  });
});
