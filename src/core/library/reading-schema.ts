import * as z from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import {
  DOCUMENT_KINDS,
  ENTRY_LISTS,
  FACT_FIELDS,
  SECTION_KINDS,
  TRUST_SERVICES_CATEGORIES,
  type DocumentReading,
} from '../report/reading.ts';

/*
 * The shape of a reading at run time: what is checked when one comes out of the cache, and what the published
 * schema of `index --format json` says. The compiler holds it to `DocumentReading`.
 */

const page = z.int().min(1).describe('The PDF page, counted from 1.');

/** zod checks here exactly what the brand of CalendarDate promises: an ISO date that exists. */
export const date = z.iso.date() as unknown as z.ZodType<CalendarDate, CalendarDate>;

const decision = {
  by: z.string().nullable().describe('Who decided it.'),
  on: date.nullable().describe('The day on which it was decided.'),
};

const entryWords = {
  number: z
    .string()
    .nullable()
    .describe("The number printed with it: the control's of an exception, a user control's own."),
  text: z.string(),
};

const decided = z
  .object({
    source: z
      .enum(['confirmed', 'corrected', 'added'])
      .describe('"added" for an entry of a list that the program had missed.'),
    ...decision,
    read: z
      .object(entryWords)
      .describe('Of an entry of a list: what the program had read, or what the person had added.')
      .exactOptional(),
    isUnread: z
      .literal(true)
      .describe('Present for an entry that was decided on and that the program does not read any more.')
      .exactOptional(),
    cited: z.string().describe('The passage, where the entry says it in other words.').exactOptional(),
  })
  .meta({ id: 'FactDecision', description: 'Present where a person has confirmed or corrected the value.' });

const evidence = {
  page,
  printedPage: z.string().nullable().describe('The number printed on that page, where there is one.'),
  quote: z.string().describe("The passage that the value was read from, findable in the page's text."),
  certainty: z.enum(['certain', 'likely']).describe('"likely" when the value rests on one weak mention.'),
  decided: decided.exactOptional(),
};
const fact = <T extends z.ZodType>(value: T) => z.object({ value, ...evidence });

// The ids name the definitions in the published schema.
const text = fact(z.string()).meta({ id: 'TextFact' });
const dateFact = fact(date).meta({ id: 'DateFact' });

const testException = z
  .object({
    control: z.string().nullable().describe("The control's number as printed."),
    text: z.string().describe('What the service auditor found.'),
    page,
    sample: z
      .object({ deviations: z.int().min(0), tested: z.int().min(0) })
      .nullable()
      .describe('"2 of the 25 tested" where it is printed.'),
    managementResponse: z
      .object({
        text: z.string(),
        page,
        section: z
          .enum(['tests', 'other-information'])
          .describe('Responses in "other-information" were not examined by the service auditor.'),
      })
      .nullable(),
    decided: decided.exactOptional(),
  })
  .meta({ id: 'TestException' });

const bridge = z
  .object({
    from: dateFact.nullable(),
    through: dateFact.nullable(),
    reportPeriodEnd: dateFact.nullable().describe('The end of the period of the report that is bridged.'),
    changes: text.nullable().describe('What management declares about changes.'),
    signer: text.nullable(),
  })
  .meta({ id: 'BridgeLetter', description: "A letter's own date is its reportDate." });

/** The fields of a reading, in the order in which the command line prints them. */
export const READING_FIELDS = {
  pages: z.int().min(0).describe('How many pages the PDF has; 0 when it could not be opened.'),
  kind: z.enum(DOCUMENT_KINDS),
  kindDecided: z
    .object(decision)
    .meta({
      id: 'KindDecision',
      description: 'Present where a person has said what the file is, or set it aside.',
    })
    .exactOptional(),
  reason: z.string().nullable().describe("Why it is not a SOC report or can't be read, and what to do."),
  type: fact(z.union([z.literal(1), z.literal(2)])).nullable(),
  standard: text.nullable().describe('The attestation standard.'),
  vendor: text.nullable().describe('The service organization, as printed in full.'),
  vendorAliases: z.array(text).describe('Other names that the report prints for the service organization.'),
  system: text.nullable(),
  auditor: text.nullable().describe('The service auditor.'),
  reportDate: dateFact.nullable().describe("The date under the service auditor's signature."),
  periodStart: dateFact.nullable(),
  periodEnd: dateFact.nullable(),
  asOfDate: dateFact.nullable().describe('Of a Type 1.'),
  categories: z.array(fact(z.enum(TRUST_SERVICES_CATEGORIES))).describe('Those in scope.'),
  opinion: fact(z.enum(['unmodified', 'qualified', 'adverse', 'disclaimer'])).nullable(),
  opinionMatter: text.nullable().describe('The matter of a modified opinion.'),
  subserviceOrganizations: z.array(
    text.extend({ service: z.string().nullable().describe('What it does, as printed.') }),
  ),
  subserviceMethod: fact(z.enum(['carve-out', 'inclusive'])).nullable(),
  userControls: z
    .array(z.object({ id: z.string().nullable(), text: z.string(), page, decided: decided.exactOptional() }))
    .describe('Complementary user entity controls.'),
  testExceptions: z.array(testException),
  untestedControls: z
    .array(
      z.object({
        control: z.string().nullable(),
        text: z.string(),
        page,
        decided: decided.exactOptional(),
      }),
    )
    .describe('Controls that did not operate during the period, so that they could not be tested.'),
  testedControls: z
    .array(z.string())
    .describe('The numbers of the controls whose tests came to a result, as printed, each once.'),
  facilities: z.array(text.extend({ inScope: z.boolean() })),
  absentEntries: z
    .array(z.object({ list: z.enum(ENTRY_LISTS), ...entryWords, page, decided: z.object(decision) }))
    .describe('What a person has taken out of these lists: the report does not say so.')
    .exactOptional(),
  bridge: bridge.nullable(),
  sections: z.array(
    z.object({ kind: z.enum(SECTION_KINDS), title: z.string(), firstPage: page, lastPage: page }),
  ),
  imagePages: z.array(page).describe('PDF pages that are pictures without text.'),
  printedPages: z
    .array(z.string().nullable())
    .describe('The number printed on each page that was read, from page 1 on; null where none is printed.'),
  absences: z
    .partialRecord(z.enum(FACT_FIELDS), z.string())
    .describe('Fields without a value, where more is known than that they are not printed.'),
  warnings: z.array(z.string()),
} satisfies Record<keyof DocumentReading, z.ZodType>;

export const readingSchema: z.ZodType<DocumentReading> = z.object(READING_FIELDS);
