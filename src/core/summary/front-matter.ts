import { inlineYaml, type EditableValue } from '../register/yaml-edit.ts';
import { CONCLUSIONS } from '../review/review.ts';
import type { ReviewFields } from '../review/edit-review.ts';

/** The order in which a record's fields are written. */
const FIELDS = [
  'vendor',
  'report',
  'sha256',
  'kind',
  'period',
  'reviewer',
  'reviewed',
  'approver',
  'conclusion',
  'nextReview',
  'confirmed',
] as const satisfies readonly (keyof ReviewFields)[];

/** What may be written in fields that a person fills in. */
const HINTS: Partial<Readonly<Record<keyof ReviewFields, string>>> = {
  reviewed: 'the day of the review, 2026-01-31',
  conclusion: CONCLUSIONS.join(' | '),
  nextReview: 'only when it should be earlier than usual',
};

function line(key: keyof ReviewFields, value: EditableValue | null): string {
  const hint = HINTS[key];
  return `${key}:${value === null ? '' : ` ${inlineYaml(value)}`}${hint === undefined ? '' : ` # ${hint}`}`;
}

/** The front matter of a review record, in the usual order, with a hint at what a person has to fill in. */
export const renderFrontMatter = (fields: ReviewFields): string =>
  ['---', ...FIELDS.map((key) => line(key, fields[key])), '---', ''].join('\n');
