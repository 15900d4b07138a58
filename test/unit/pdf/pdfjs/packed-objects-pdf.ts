import { bytesOf, stream } from '../../../fixtures/zoo/make-pdf.ts';

/** An entry of a cross-reference stream: its kind, an offset or the number of the stream, a place in it. */
const entry = (kind: number, where: number, index: number): string => {
  const bytes = Buffer.alloc(7);
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32BE(where, 1);
  bytes.writeUInt16BE(index, 5);
  return bytes.toString('latin1');
};

/**
 * A PDF whose objects lie packed in an object stream, as Word's do. Object 1 is the catalogue.
 *
 * @param packed the objects from number 1 on
 * @param content of the object after them, a stream, which can't be packed
 */
export function packedObjectsPdf(packed: readonly string[], content: string): Uint8Array<ArrayBuffer> {
  const [contentNumber, packedNumber, tableNumber] = [1, 2, 3].map((next) => packed.length + next) as [
    number,
    number,
    number,
  ];
  let at = 0;
  const places = packed.map((body, index) => {
    const place = `${index + 1} ${at}`;
    at += body.length + 1;
    return place;
  });
  const index = `${places.join(' ')} `;
  const objects = stream(
    `${index}${packed.join(' ')} `,
    `/Type /ObjStm /N ${packed.length} /First ${index.length}`,
  );
  let file = '%PDF-1.7\n';
  const add = (number: number, body: string): number => {
    const offset = file.length;
    file += `${number} 0 obj\n${body}\nendobj\n`;
    return offset;
  };
  const contentOffset = add(contentNumber, stream(content));
  const packedOffset = add(packedNumber, objects);
  const entries = [
    entry(0, 0, 0xffff),
    ...packed.map((_, place) => entry(2, packedNumber, place)),
    entry(1, contentOffset, 0),
    entry(1, packedOffset, 0),
    entry(1, file.length, 0),
  ].join('');
  const table = add(
    tableNumber,
    stream(entries, `/Type /XRef /Size ${tableNumber + 1} /W [1 4 2] /Root 1 0 R`),
  );
  return bytesOf(`${file}startxref\n${table}\n%%EOF\n`);
}
