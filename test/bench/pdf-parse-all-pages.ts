// The peer: every page of every file through pdf-parse's own interface, in one thread, as its documentation shows.
import { readFile } from 'node:fs/promises';
import { PDFParse } from 'pdf-parse';

for (const file of process.argv.slice(2)) {
  const parser = new PDFParse({ data: new Uint8Array(await readFile(file)) });
  await parser.getText();
  await parser.destroy();
}
