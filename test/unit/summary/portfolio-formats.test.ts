import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { oneLine } from '../../../src/core/summary/markdown.ts';
import { auditPack } from '../../../src/core/summary/audit-pack.ts';
import { portfolioCsv } from '../../../src/core/summary/portfolio-csv.ts';
import { portfolioPage } from '../../../src/core/summary/portfolio-page.ts';
import { PORTFOLIO_COLUMNS } from '../../../src/core/summary/portfolio-words.ts';
import { portfolioWorkbook } from '../../../src/core/summary/portfolio-workbook.ts';
import { HOSTILE_EXAMPLES, hostileText } from './hostile-texts.ts';
import { strangersLibrary } from './portfolio-library.ts';

type HtmlNode = DefaultTreeAdapterMap['node'];

function nodesOf(html: string): HtmlNode[] {
  const all: HtmlNode[] = [];
  const walk = (node: HtmlNode): void => {
    all.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  return all;
}

/** Reads CSV by RFC 4180. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (cells.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cells.exec(text) ?? [];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const TAGS = new Set(
  (
    'html head meta title style body main header footer h1 h2 p ul li b span section figure table thead tbody tr ' +
    'th td svg rect line text g polygon'
  ).split(' '),
);

describe('the portfolio page', () => {
  it('holds nothing but text of strangers, whatever they write', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const nodes = nodesOf(portfolioPage(strangersLibrary(text).summary));
        for (const node of nodes) {
          if (!('tagName' in node)) continue;
          assert.ok(TAGS.has(node.tagName), `<${node.tagName}> from ${JSON.stringify(text)}`);
          for (const { name } of node.attrs) {
            assert.ok(!/^on|^href$|^src$|^style$/.test(name), `${name} from ${JSON.stringify(text)}`);
          }
        }
        const shown = oneLine(text);
        const texts = nodes.flatMap((node) => ('value' in node ? [node.value] : []));
        if (shown !== '')
          assert.ok(
            texts.some((one) => one.includes(shown)),
            JSON.stringify(shown),
          );
      }),
      { numRuns: 60, examples: HOSTILE_EXAMPLES },
    );
  });

  it('needs nothing but itself and runs nothing', () => {
    const html = portfolioPage(strangersLibrary('Northlake').summary);
    assert.match(html, /content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;"/);
    assert.ok(!/<script|<link|url\(|@import|https?:/i.test(html));
  });

  it('draws what was tested, bridged, uncovered and reviewed', () => {
    const html = portfolioPage(strangersLibrary('Northlake').summary);
    for (const words of [
      'tested: 1 Mar 2025 to 31 Dec 2025',
      'bridged: 1 Jan 2026 to 28 Feb 2026',
      'hole: 1 Feb 2025 to 28 Feb 2025',
      'reviewed 10 Mar 2026',
      'Mar 2026: 0 in time, 1 late, 0 open',
    ]) {
      assert.ok(html.includes(words), words);
    }
  });
});

describe('the portfolio in tables', () => {
  it('gives a spreadsheet no formula, in as many cells as there are columns', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const rows = csvRows(portfolioCsv(strangersLibrary(text).summary));
        assert.equal(rows.length, 4);
        for (const row of rows) {
          assert.equal(row.length, PORTFOLIO_COLUMNS.length);
          for (const value of row) assert.ok(!/^[=+\-@\t\r]/.test(value), JSON.stringify(value));
        }
      }),
      { numRuns: 100, examples: HOSTILE_EXAMPLES },
    );
  });

  it('writes a workbook in which everything is text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const files = unzipSync(await portfolioWorkbook(strangersLibrary(text).summary));
        const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
        assert.equal(sheets.length, 6);
        for (const [, bytes] of sheets) {
          const xml = strFromU8(bytes);
          assert.ok(!/<f[ >]/.test(xml), 'no formula');
          assert.ok(!/<hyperlink/.test(xml), 'no link');
        }
        // What XML has no place for would make Excel call the file broken.
        for (const [name, bytes] of Object.entries(files))
          assert.ok(
            !/(?![\n\r\t])\p{Cc}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u.test(strFromU8(bytes)),
            name,
          );
      }),
      { numRuns: 25, examples: HOSTILE_EXAMPLES },
    );
  });

  it('says in the workbook what it says elsewhere', async () => {
    const files = unzipSync(await portfolioWorkbook(strangersLibrary('=Northlake <b>').summary));
    const all = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('');
    assert.ok(all.includes('=Northlake &lt;b&gt;'));
    assert.ok(all.includes('ask for the corrective action plan'));
  });
});

describe('the audit pack', () => {
  const { snapshot, notes, summary } = strangersLibrary('Northlake');
  const contentsOf = (pack: Awaited<ReturnType<typeof auditPack>>, path: string): string => {
    const contents = pack.made.find((file) => file.path === path)?.contents;
    assert.equal(typeof contents, 'string', path);
    return String(contents);
  };

  it('holds the portfolio, the reviews of the period and the hashes of the reports, and no report', async () => {
    const pack = await auditPack({ summary, snapshot, notes, withReports: false });
    assert.deepEqual(
      pack.made.map(({ path }) => path),
      [
        'README.md',
        'portfolio.html',
        'portfolio.md',
        'portfolio.csv',
        'portfolio.xlsx',
        'user-controls.csv',
        'subservice-organizations.csv',
        'manifest.csv',
      ],
    );
    assert.deepEqual(pack.copied, ['reviews/northlake/2026-03-10-vendors-Northlake.pdf.md']);
    const rows = csvRows(contentsOf(pack, 'manifest.csv'));
    assert.deepEqual(
      rows.map(([path, hash]) => [path, hash]),
      [
        ['Path', 'SHA-256'],
        ...['pinewood.pdf', 'vendors/Northlake.pdf'].map((path) => [
          path,
          snapshot.documents.find((document) => document.path === path)?.sha256,
        ]),
      ],
    );
    assert.match(contentsOf(pack, 'README.md'), /confidential and not in this pack/);
  });

  it('holds the reports only when they are asked for', async () => {
    const pack = await auditPack({ summary, snapshot, notes, withReports: true });
    assert.ok(pack.copied.includes('vendors/Northlake.pdf'));
    assert.match(contentsOf(pack, 'manifest.csv'), /,yes\r\n/);
  });
});
