import type { Problem } from './register.ts';
import { inWords, parseYamlSource, type YamlSource } from './yaml-source.ts';

interface Part {
  readonly from: number;
  readonly to: number;
}

const TOP_LEVEL_KEY = /^[^\s#-]/;
const LIST_ITEM = /^(\s*)-(?:\s|$)/;

/**
 * Cuts a register into what can be judged alone: each entry of a list directly below a top-level key, and each
 * top-level key with what else stands below it. Works on indentation only, so that it works on broken YAML.
 */
function parts(text: string): Part[] {
  const starts: number[] = [0];
  let itemIndent: string | undefined;
  let offset = 0;
  for (const line of text.split('\n')) {
    const item = LIST_ITEM.exec(line);
    if (TOP_LEVEL_KEY.test(line)) {
      itemIndent = undefined;
      starts.push(offset);
    } else if (item !== null) {
      itemIndent ??= item[1];
      if (item[1] === itemIndent) starts.push(offset);
    }
    offset += line.length + 1;
  }
  return starts
    .map((from, index) => ({ from, to: starts[index + 1] ?? text.length }))
    .filter(({ from, to }) => to > from);
}

const blanked = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** The first thing wrong with each part; further ones mostly follow from it. */
function firstProblem(whole: YamlSource, text: string, part: Part): Problem | undefined {
  const slice = text.slice(part.from, part.to);
  const [error] = parseYamlSource(slice).document.errors;
  if (error === undefined) return undefined;
  // What is opened and not closed is missed at the part's end, which is the next one's first line.
  const lastLetter = Math.max(slice.trimEnd().length - 1, 0);
  const from = part.from + Math.min(error.pos[0], lastLetter);
  return whole.problem('error', inWords(error), [from, Math.max(from + 1, part.from + error.pos[1])]);
}

/**
 * Parses a register so that a broken entry costs only itself. A YAML parser that goes on after an error often
 * swallows the entries that follow; so the entries are tried one by one, and those that are broken are left out.
 */
export function parseYamlByParts(text: string): YamlSource {
  const whole = parseYamlSource(text);
  // A key given twice doesn't disturb its neighbours: the document is whole.
  if (whole.document.errors.every((error) => error.code === 'DUPLICATE_KEY')) return whole;
  const problems: Problem[] = [];
  let remaining = text;
  for (const part of parts(text)) {
    const problem = firstProblem(whole, text, part);
    if (problem === undefined) continue;
    problems.push(problem);
    remaining =
      remaining.slice(0, part.from) + blanked(text.slice(part.from, part.to)) + remaining.slice(part.to);
  }
  // Parts that are sound alone may still not fit together; then the first complaint about the whole stands.
  if (problems.length === 0) return { ...whole, problems: whole.problems.slice(0, 1) };
  const recovered = parseYamlSource(remaining);
  return { ...recovered, text, problems: [...problems, ...recovered.problems.slice(0, 1)] };
}
