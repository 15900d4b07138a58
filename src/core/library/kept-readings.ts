import type { DocumentReading } from '../report/reading.ts';

/** A reading's lists that can be as long as the report, and that no row of the tree needs before it is opened. */
export type ReadingLists = Pick<
  DocumentReading,
  | 'subserviceOrganizations'
  | 'userControls'
  | 'untestedControls'
  | 'testedControls'
  | 'sections'
  | 'printedPages'
>;
export type ReadingFacts = Omit<DocumentReading, keyof ReadingLists>;

/** A reading in two parts, so that whoever lists a thousand of them need not take apart what nobody asks for. */
export function apart({
  subserviceOrganizations,
  userControls,
  untestedControls,
  testedControls,
  sections,
  printedPages,
  ...facts
}: DocumentReading): { readonly facts: ReadingFacts; readonly lists: ReadingLists } {
  return {
    facts,
    lists: {
      subserviceOrganizations,
      userControls,
      untestedControls,
      testedControls,
      sections,
      printedPages,
    },
  };
}

/**
 * The reading of which `apart` made two. Its lists are written out one by one: a loop that defines them takes twice as
 * long, for each reading at a start.
 *
 * @param takeLists called once, when one of the lists is first looked at
 */
export function together(facts: ReadingFacts, takeLists: () => ReadingLists): DocumentReading {
  let taken: ReadingLists | undefined;
  const lists = (): ReadingLists => (taken ??= takeLists());
  return {
    ...facts,
    get subserviceOrganizations() {
      return lists().subserviceOrganizations;
    },
    get userControls() {
      return lists().userControls;
    },
    get untestedControls() {
      return lists().untestedControls;
    },
    get testedControls() {
      return lists().testedControls;
    },
    get sections() {
      return lists().sections;
    },
    get printedPages() {
      return lists().printedPages;
    },
  };
}
