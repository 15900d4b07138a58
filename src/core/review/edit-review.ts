import { isMap, type YAMLMap } from 'yaml';
import { ENGLISH } from '../language/language.ts';
import { withoutConflicts } from '../register/merge-conflict.ts';
import {
  lineEndOf,
  inlineYaml,
  setPair,
  splice,
  UneditableError,
  type EditableValue,
  type Splice,
} from '../register/yaml-edit.ts';
import { parseYamlSource, type YamlSource } from '../register/yaml-source.ts';
import { findFrontMatter, frontMatterInPlace, type FrontMatter } from './front-matter.ts';

/** What can be set in a review's front matter; null empties a value. Dates are ISO dates. */
export interface ReviewFields {
  readonly vendor: string | null;
  readonly report: string | null;
  readonly sha256: string | null;
  readonly kind: string | null;
  /** "2025-01-01/2025-12-31", or the one day of a Type 1. */
  readonly period: string | null;
  readonly reviewer: string | null;
  readonly reviewed: string | null;
  readonly approver: string | null;
  readonly conclusion: string | null;
  readonly nextReview: string | null;
  readonly confirmed: Readonly<Record<string, string>> | null;
  readonly seal: string | null;
  readonly generated: Readonly<Record<string, string>> | null;
}

function requireFrontMatter(text: string): FrontMatter {
  const { problems } = withoutConflicts(text, ENGLISH.say('Until then nothing is changed.'));
  const [conflict] = problems;
  if (conflict !== undefined) throw new UneditableError(conflict.message);
  const frontMatter = findFrontMatter(text);
  if (frontMatter === undefined) {
    throw new UneditableError(ENGLISH.say('This file has no front matter, so it is no review record.'));
  }
  return frontMatter;
}

/** Lines for the keys of a front matter that has none yet. */
function firstLines(text: string, at: number, fields: readonly [string, EditableValue | null][]): Splice {
  const lineEnd = lineEndOf(text);
  const lines = fields.map(
    ([key, value]) => `${key}:${value === null ? '' : ` ${inlineYaml(value)}`}${lineEnd}`,
  );
  return { from: at, to: at, text: lines.join('') };
}

interface EditableFrontMatter {
  readonly source: YamlSource;
  /** Null where there are no keys yet. */
  readonly map: YAMLMap | null;
  /** Behind its last line. */
  readonly to: number;
}

/**
 * A review's front matter, ready to be edited: places in it are places in the text.
 * @throws UneditableError for a file without front matter, with broken front matter, or in an unfinished merge
 */
export function editableFrontMatter(text: string): EditableFrontMatter {
  const frontMatter = requireFrontMatter(text);
  const source = parseYamlSource(frontMatterInPlace(text, frontMatter));
  const [problem] = source.problems;
  if (problem !== undefined)
    throw new UneditableError(ENGLISH.say('Line {0}: {1}', problem.line, problem.message));
  const { contents } = source.document;
  if (contents !== null && !isMap(contents))
    throw new UneditableError(ENGLISH.say('The front matter must be a set of keys, each with its value.'));
  return { source, map: contents, to: frontMatter.to };
}

/**
 * Sets fields of a review's front matter. Changes only the values named; comments, order, the body and the line
 * ends stay byte for byte.
 *
 * @throws UneditableError for a file without front matter, with broken front matter, or in an unfinished merge
 */
export function setReviewFields(text: string, fields: Partial<ReviewFields>): string {
  const changes: [string, EditableValue | null][] = Object.entries(fields);
  const { map, to } = editableFrontMatter(text);
  if (map === null) return splice(text, [firstLines(text, to, changes)]);
  // One after the other: two new keys go to the same place, and each has to find the one before it.
  let result = text;
  for (const [key, value] of changes) {
    const current = editableFrontMatter(result);
    const change = current.map === null ? undefined : setPair(current.source, current.map, key, value);
    if (change !== undefined) result = splice(result, [change]);
  }
  return result;
}
