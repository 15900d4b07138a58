// The peer: the text of files through pdf-parse's own interface, in one thread, as its documentation shows.
// Usage: node pdf-parse-pages.ts all|first FILE...   ("first": of each file's first page only)
import { readFile } from 'node:fs/promises';
import { PDFParse } from 'pdf-parse';

const [pages, ...files] = process.argv.slice(2);
for (const file of files) {
  const parser = new PDFParse({ data: new Uint8Array(await readFile(file)) });
  await parser.getText(pages === 'first' ? { first: 1 } : {});
  await parser.destroy();
}
