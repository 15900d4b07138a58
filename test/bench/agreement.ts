/** The fields of a document that the first tree shows. */
const FIELDS = ['kind', 'vendor', 'type', 'periodStart', 'periodEnd', 'asOfDate'] as const;

type IndexedDocument = { readonly path: string; readonly pages: number } & Readonly<
  Record<(typeof FIELDS)[number], unknown>
>;

/** What `index --format json` prints, as far as the bench looks at it. */
export interface Index {
  readonly documents: readonly IndexedDocument[];
}

export const parseIndex = (json: string): Index => JSON.parse(json) as Index;

/** Of the values in the tree: how many the first look and the full reading agree on, and where they don't. */
export function compareIndexes(first: Index, full: Index): { total: number; differences: readonly string[] } {
  const looked = new Map(first.documents.map((document) => [document.path, document]));
  const differences = full.documents.flatMap((document) =>
    FIELDS.filter((field) => valueOf(looked.get(document.path)?.[field]) !== valueOf(document[field])).map(
      (field) => `${document.path}: ${field}`,
    ),
  );
  return { total: full.documents.length * FIELDS.length, differences };
}

/** A field is a plain value, or a value with its evidence, which may be cited from another page. */
function valueOf(field: unknown): unknown {
  return typeof field === 'object' && field !== null && 'value' in field ? field.value : field;
}
