import * as z from 'zod';
import { dateFromParts } from '../calendar/calendar-date.ts';
import { parseDuration, type Duration } from '../calendar/duration.ts';
import { ENGLISH } from '../language/language.ts';
import { TRUST_SERVICES_CATEGORIES } from '../report/reading.ts';
import { correction, correctionKeys, writeAbsentAsWord } from './correction-schema.ts';
import { date, text } from './decision-parts.ts';
import { TIERS, type Policy } from './register.ts';

/*
 * The form of `vendors.yaml`: one schema for reading, for the messages and for the JSON schema that gives
 * completion. Descriptions are shown to the person who writes the file.
 */

const duration = (description: string) =>
  z
    .string()
    .meta({
      description,
      pattern: '^\\d{1,4} *([Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s?$',
      examples: ['12 months', '90 days'],
    })
    .transform((text, context): Duration => {
      const parsed = parseDuration(text);
      if (parsed !== undefined) return parsed;
      context.addIssue({
        code: 'custom',
        message: ENGLISH.say('{0} must be a length of time such as "12 months" or "90 days"'),
      });
      return z.NEVER;
    });

const dayOfYear = z
  .string()
  .meta({
    description: 'The last day of our fiscal or audit year, month and day.',
    pattern: '^\\d{2}-\\d{2}$',
    examples: ['12-31', '06-30'],
  })
  .transform((text, context): Policy['fiscalYearEnd'] => {
    const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
    // In a leap year, so that a year may end with February.
    if (month !== undefined && dateFromParts(2024, Number(month), Number(day)) !== undefined) {
      return { month: Number(month), day: Number(day) };
    }
    context.addIssue({ code: 'custom', message: ENGLISH.say('{0} must be month and day such as 12-31') });
    return z.NEVER;
  });

const reviewEvery = z
  .strictObject(
    Object.fromEntries(
      [...TIERS, 'default' as const].map((tier) => [
        tier,
        duration(
          tier === 'default'
            ? 'How often a vendor without a tier is reviewed.'
            : `How often a vendor of tier ${tier} is reviewed.`,
        ).optional(),
      ]),
    ) as Record<(typeof TIERS)[number] | 'default', z.ZodOptional<ReturnType<typeof duration>>>,
  )
  .describe('How often vendors of each tier are reviewed.');

const policy = z
  .strictObject({
    reviewEvery: reviewEvery.optional(),
    dueSoonDays: z
      .array(z.coerce.number().int().min(1).max(3650))
      .min(1)
      .describe('Days before the due date from which a review is due soon, widest first.')
      .optional(),
    reportValidFor: duration('How long after the end of its period a report counts as current.').optional(),
    renewalLag: duration('How long the next report may take to be issued.').optional(),
    bridgeLimit: duration('How much time a bridge letter may cover.').optional(),
    fiscalYearEnd: dayOfYear.optional(),
    fourEyes: z.boolean().describe('A review needs an approver other than its reviewer.').optional(),
    reportsElsewhere: z
      .boolean()
      .describe(
        'Reports are kept outside of this folder: a completed review, bound to its report by hash, speaks for it where the PDF is not at hand.',
      )
      .optional(),
  })
  .describe('Our rules of time. What is left out is as the programme has it.');

const service = z.strictObject({
  name: text('What the vendor does for us.'),
  expects: z
    .array(text('A report: SOC 1 Type 2, SOC 2 Type 2, SOC 3 …'))
    .describe('The reports that we expect for this service.')
    .optional(),
  needs: z
    .array(z.enum(TRUST_SERVICES_CATEGORIES))
    .describe('The trust services categories that a report on this service should cover.')
    .optional(),
});

const vendor = z.strictObject({
  name: text('The name that we use.'),
  aliases: z.array(text('Another name.')).describe('Other names that its reports print.').optional(),
  notAliases: z
    .array(text('A name.'))
    .describe('Names that are like this one and are somebody else’s: nobody is asked about them again.')
    .optional(),
  role: z.enum(['service provider', 'partner']).describe('What the vendor is to us.').optional(),
  serves: z
    .enum(['clients', 'internal users', 'both'])
    .describe('Whom the services that it is involved with serve.')
    .optional(),
  tier: z.enum(TIERS).describe('How much depends on the vendor; decides how often we review it.').optional(),
  owner: text('Who answers for the vendor: a name or a mail address.').optional(),
  contact: text('Where the vendor is asked for its reports: a mail address.').optional(),
  since: date('The day since which the vendor is ours.').optional(),
  status: z
    .enum(['active', 'terminated', 'exempt'])
    .describe('A vendor that is terminated or exempt is not reviewed and stays in the record.')
    .optional(),
  statusReason: text('Why it is terminated or exempt.').optional(),
  services: z.array(service).describe('What the vendor does for us, with the reports we expect.').optional(),
  facilities: z
    .array(text('A facility: Frankfurt'))
    .describe('The facilities that we use; a report should examine them.')
    .optional(),
  files: z
    .array(text('A pattern of paths: vendors/interxion/**'))
    .describe('Files that are this vendor’s, whatever they print.')
    .optional(),
});

const ownDocument = z.strictObject({
  name: text('The name of the statement or policy.'),
  path: text('Where it lies, relative to the workspace.').optional(),
  owner: text('Who answers for it: a name or a mail address.').optional(),
  reviewEvery: duration('How often it is reviewed; 12 months unless said otherwise.').optional(),
  lastReviewed: date('The day of its last review.').optional(),
});

export const registerSchema = z
  .strictObject({
    policy: policy.optional(),
    vendors: z.array(vendor).describe('Our vendors: partners and service providers.').optional(),
    documents: z
      .array(ownDocument)
      .describe('Our own statements and policies with an annual review.')
      .optional(),
    corrections: z
      .array(correction)
      .describe('What we decided about single files, whatever the program reads in them.')
      .optional(),
  })
  .meta({ title: 'Vendors', description: 'Who our vendors are, and how often we review them.' });

export type RegisterText = z.infer<typeof registerSchema>;
export type VendorText = z.infer<typeof vendor>;
export type PolicyText = z.infer<typeof policy>;
export type OwnDocumentText = z.infer<typeof ownDocument>;

/** The keys that may stand at a place of the file, for naming the one that a misspelt key means. */
export function registerKeys(path: readonly (string | number)[]): readonly string[] {
  const [top, second, third] = path;
  if (top === undefined) return Object.keys(registerSchema.shape);
  if (top === 'policy') return Object.keys(second === 'reviewEvery' ? reviewEvery.shape : policy.shape);
  if (top === 'documents') return Object.keys(ownDocument.shape);
  if (top === 'corrections') return correctionKeys(path.slice(2));
  if (top === 'vendors') return Object.keys(third === 'services' ? service.shape : vendor.shape);
  return [];
}

/** The JSON schema that editors complete and check `vendors.yaml` with, in the draft that all of them know. */
export const registerJsonSchema = (): unknown =>
  z.toJSONSchema(registerSchema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      writeAbsentAsWord(jsonSchema);
    },
  });
