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
  'seal',
  'generated',
] as const satisfies readonly (keyof ReviewFields)[];

/** What may be written in fields that a person fills in. */
const HINTS: Partial<Readonly<Record<keyof ReviewFields, string>>> = {
  reviewed: 'the day of the review, 2026-01-31',
  conclusion: CONCLUSIONS.join(' | '),
  nextReview: 'only when it should be earlier than usual',
  generated: 'by this, Refresh Facts sees what you have edited',
};

/** Only the program writes these: nobody misses them where they are empty. */
const OURS: ReadonlySet<keyof ReviewFields> = new Set(['seal', 'generated']);

function line(key: keyof ReviewFields, value: EditableValue | null): string {
  const hint = HINTS[key];
  return `${key}:${value === null ? '' : ` ${inlineYaml(value)}`}${hint === undefined ? '' : ` # ${hint}`}`;
}

/** The front matter of a review record, in the usual order, with a hint at what a person has to fill in. */
export const renderFrontMatter = (fields: ReviewFields): string =>
  [
    '---',
    ...FIELDS.filter((key) => fields[key] !== null || !OURS.has(key)).map((key) => line(key, fields[key])),
    '---',
    '',
  ].join('\n');
