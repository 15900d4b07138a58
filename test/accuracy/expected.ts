import type { DocumentTruth, Sited } from '../fixtures/truth/truth.ts';

/** A value that should be read. */
export interface ExpectedValue {
  readonly value: string;
  /** Other values that are right as well: aliases of a name, the second standard of a combined report. */
  readonly alsoRight: readonly string[];
  /** The PDF pages on which it stands; empty when nobody wrote them down. */
  readonly pages: readonly number[];
}

export interface ExpectedItem {
  readonly text: string;
  /** Every page on which it stands; any of them is right. */
  readonly pages: readonly number[];
}

export const FIELDS = [
  'type',
  'standard',
  'vendor',
  'system',
  'auditor',
  'reportDate',
  'periodStart',
  'periodEnd',
  'asOfDate',
  'categories',
  'opinion',
  'subserviceMethod',
] as const;
export type Field = (typeof FIELDS)[number];

export const LISTS = [
  'subserviceOrganizations',
  'userControls',
  'testExceptions',
  'untestedControls',
  'facilities',
] as const;
export type List = (typeof LISTS)[number];

/** What a document should be read as. */
export interface ExpectedDocument {
  readonly path: string;
  readonly kind: string;
  /** Null: the document doesn't print it, nothing may be read. Left out: not known, not compared. */
  readonly fields: Partial<Readonly<Record<Field, ExpectedValue | null>>>;
  readonly lists: Partial<Readonly<Record<List, readonly ExpectedItem[]>>>;
}

const expected = (sited: Sited<unknown> | null, alsoRight: readonly string[] = []): ExpectedValue | null =>
  sited === null ? null : { value: String(sited.value), alsoRight, pages: sited.pages };

const named = ({ value, pages }: Sited<string>): ExpectedItem => ({ text: value, pages });
const listed = ({ text, page }: { text: string; page: number | null }): ExpectedItem => ({
  text,
  pages: page === null ? [] : [page],
});

/** The truth that the fixtures' generator writes. */
export function expectedOfGenerated(truth: DocumentTruth): ExpectedDocument {
  if (truth.language !== 'en') return { path: truth.path, kind: truth.kind, fields: {}, lists: {} };
  const [firstCategory] = truth.categories;
  return {
    path: truth.path,
    kind: truth.kind,
    fields: {
      type: expected(truth.type),
      standard: expected(truth.standard, truth.standard?.alternatives),
      vendor: expected(truth.vendor),
      system: expected(truth.system),
      auditor: expected(truth.auditor),
      reportDate: expected(truth.reportDate),
      periodStart: expected(truth.periodStart),
      periodEnd: expected(truth.periodEnd),
      asOfDate: expected(truth.asOfDate),
      categories:
        firstCategory === undefined
          ? null
          : {
              value: truth.categories.map(({ value }) => value).join(', '),
              alsoRight: [],
              pages: truth.categories.flatMap(({ pages }) => pages),
            },
      opinion: expected(truth.opinion),
      subserviceMethod: expected(truth.subserviceMethod),
    },
    lists: {
      subserviceOrganizations: truth.subserviceOrganizations.map(named),
      userControls: truth.userControls.map(listed),
      testExceptions: truth.testExceptions.map(listed),
      untestedControls: truth.untestedControls.map(listed),
      facilities: truth.facilities.map(named),
    },
  };
}

/** The truth beside the public reports: values, and which of them the text layer holds. */
export interface CorpusTruth {
  readonly path: string;
  readonly kind: string;
  readonly vendor?: string;
  readonly vendorAliases?: readonly string[];
  readonly system?: string;
  readonly auditor?: string;
  readonly auditorAliases?: readonly string[];
  readonly reportDate?: string;
  readonly periodStart?: string;
  readonly periodEnd?: string;
  readonly categories?: readonly string[];
  readonly opinion?: string;
  readonly subserviceMethod?: string | null;
  readonly inText?: Readonly<Record<string, boolean>>;
}

/** Of what the truth of a public report says, what a reader of its text layer should find. */
export function expectedOfCorpus(truth: CorpusTruth): ExpectedDocument {
  const fields: Partial<Record<Field, ExpectedValue | null>> = {};
  const inText = truth.inText ?? {};
  const note = (
    field: Field,
    value: string | null | undefined,
    key: string,
    alsoRight: readonly string[] = [],
  ): void => {
    if (value === undefined) return;
    fields[field] = value === null || inText[key] === false ? null : { value, alsoRight, pages: [] };
  };
  note('vendor', truth.vendor, 'vendor');
  note('system', truth.system, 'system');
  note('auditor', truth.auditor, 'auditor', truth.auditorAliases);
  note('reportDate', truth.reportDate, 'report_date');
  note('periodStart', truth.periodStart, 'period');
  note('periodEnd', truth.periodEnd, 'period');
  note('categories', truth.categories?.join(', '), 'categories');
  note('opinion', truth.opinion, 'opinion');
  note('subserviceMethod', truth.subserviceMethod, 'method');
  return { path: truth.path, kind: truth.kind, fields, lists: {} };
}
