import * as z from 'zod';
import { INDEX_SCHEMA_VERSION, type IndexJson } from './index-json.ts';
import { date, READING_FIELDS } from './reading-schema.ts';

const path = z.string().describe('Relative to the root, with forward slashes.');

const documentSchema = z
  .object({
    path,
    sha256: z.string().describe("Lower-case hexadecimal; empty when the file's bytes could not be read."),
    bytes: z.int().min(0),
    ...READING_FIELDS,
  })
  .meta({ id: 'Document' });

const standingSchema = z
  .object({
    verdict: z.enum(['overdue', 'attention', 'due-soon', 'current', 'not-required']),
    review: z.object({
      state: z.enum([
        'overdue',
        'due-soon',
        'new-report',
        'in-progress',
        'current',
        'never-reviewed',
        'not-required',
      ]),
      due: date.nullable().describe('Null when nothing is due.'),
      days: z
        .int()
        .min(0)
        .nullable()
        .describe('Days overdue when overdue, else days until due; null without a due date.'),
      lastReviewed: date.nullable(),
      dueWithin: z
        .int()
        .min(1)
        .nullable()
        .describe(
          'The narrowest of the policy’s marks, such as 60, 30 or 7 days, that is reached; else null.',
        ),
    }),
    report: z.object({
      state: z.enum(['current', 'renewal-expected', 'late', 'stale', 'type-1-only', 'none', 'not-required']),
      until: date.nullable().describe('Until when the state holds.'),
    }),
    coverage: z.object({
      state: z.enum(['continuous', 'hole', 'bridged', 'bridge-too-long', 'none', 'not-required']),
      holes: z.array(
        z.object({
          from: date,
          to: date.describe('The last day of the hole.'),
          days: z.int().min(1),
        }),
      ),
    }),
    reasons: z.array(z.string()).min(1).describe('Why, in words; worst first.'),
  })
  .meta({ id: 'Standing' });

const vendorSchema = z
  .object({
    id: z.string().describe('Stable, from the name.'),
    name: z.string(),
    registered: z.boolean().describe('False for a vendor that only files name.'),
    reports: z.array(path).describe('Newest first.'),
    bridgeLetters: z.array(path),
    unreadable: z.array(path).describe("Files of this vendor that can't be read."),
    reviews: z.array(path).describe('Newest first.'),
    standing: standingSchema,
  })
  .meta({ id: 'Vendor' });

/** What `index --format json` prints. */
export const indexSchema: z.ZodType<IndexJson> = z
  .object({
    schemaVersion: z.literal(INDEX_SCHEMA_VERSION),
    asOf: date.describe('The day on which the vendors stand as they are shown.'),
    root: z.string().describe('The folder, as it was given.'),
    documents: z
      .array(documentSchema)
      .describe('Every file with a .pdf ending below the root, in path order.'),
    vendors: z.array(vendorSchema).describe('In the order of their names.'),
  })
  .meta({ title: 'Index of SOC reports', description: 'What `soc-review index --format json` prints.' });

/** The JSON schema of the index (draft 2020-12). */
export const indexJsonSchema = (): unknown => z.toJSONSchema(indexSchema);
