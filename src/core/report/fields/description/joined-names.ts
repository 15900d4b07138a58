import { readName, type NameRead } from '../../names/read-name.ts';

const LEGAL_PART = /^(?:inc|llc|l\.l\.c|ltd|limited|corp|co|lp|l\.p|llp|plc|s\.a|n\.v|b\.v|gmbh|ag|pty)\b/i;

/**
 * The names in what reads like one: "Google Cloud Platform and Sendwell, Inc." are two organizations, "Barnes and
 * Noble" is one.
 */
export function apart(text: string, { name, start: from }: NameRead): NameRead[] {
  const pieces = name.split(/,\s+(?:and\s+)?/).reduce<string[]>((parts, part) => {
    if (parts.length > 0 && LEGAL_PART.test(part)) parts[parts.length - 1] = `${parts.at(-1) ?? ''}, ${part}`;
    else parts.push(part);
    return parts;
  }, []);
  const names = pieces.flatMap((piece) => {
    const [first, second, ...more] = piece.split(/\s+and\s+(?=\p{Lu})/u);
    const areTwo =
      first !== undefined &&
      second !== undefined &&
      more.length === 0 &&
      wordCount(first) + wordCount(second) > 2;
    return areTwo ? [first, second] : [piece];
  });
  let at = from;
  return names.map((each) => {
    const found = text.indexOf(each, at);
    const start = found < 0 ? at : found;
    at = start + each.length;
    return { name: each, start, end: at, possessive: false };
  });
}

const wordCount = (name: string): number => name.replace(/,.*$/, '').split(/\s+/).length;

/** The names that end just before `end`: one, or two when they are joined. */
export function namesEndingAt(text: string, end: number): NameRead[] {
  const from = Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 80);
  for (const match of text.slice(from, end).matchAll(/(?<![\p{L}\d])\p{Lu}/gu)) {
    const name = readName(text, from + match.index);
    if (name === undefined || Math.abs(name.end - end) > 2) continue;
    return apart(text, name);
  }
  return [];
}
