import type { Problem } from '../register/register.ts';
import { parseYamlSource, rangeOf } from '../register/yaml-source.ts';
import { findFrontMatter, frontMatterInPlace } from './front-matter.ts';
import type { ReviewRecord } from './review.ts';

/** The key under which a field of the record is written. */
const keyOf = (field: keyof ReviewRecord): string =>
  field === 'periodStart' || field === 'periodEnd' ? 'period' : field;

/** A problem with a field of a review, at the field; at the front matter's first line when it isn't written. */
export function fieldProblem(
  text: string,
  field: keyof ReviewRecord,
  severity: Problem['severity'],
  message: string,
): Problem {
  const frontMatter = findFrontMatter(text);
  if (frontMatter === undefined) {
    return { severity, message, line: 1, column: 1, endLine: 1, endColumn: 1 };
  }
  const source = parseYamlSource(frontMatterInPlace(text, frontMatter));
  return source.problem(severity, message, rangeOf(source, [keyOf(field)]));
}
