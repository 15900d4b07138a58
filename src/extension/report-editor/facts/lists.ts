import { t } from '@vscode/l10n';
import type { DocumentReading, EntryList, TestException } from '../../../core/report/reading.ts';
import type { FactGroup, FactItem } from '../../../webview/facts.ts';
import { retold } from '../../language.ts';
import { absentItems, entryItem, listedEntries, type ListedEntry } from './entry-items.ts';
import { listItem, plainItem } from './fact-items.ts';
import { fieldName, sectionName } from './words.ts';

const group = (
  group: Pick<FactGroup, 'id' | 'title' | 'items'> & Partial<Omit<FactGroup, 'id' | 'title' | 'items'>>,
): FactGroup => ({ empty: null, isEvidence: true, startsOpen: true, ...group });

/** A list, and behind it what a person has taken out of it. */
const entriesGroup = (
  reading: DocumentReading,
  list: EntryList,
  { items, ...rest }: Parameters<typeof group>[0],
): FactGroup => group({ ...rest, items: [...items, ...absentItems(reading, list)] });

/** Where the parts of the report begin. */
export const sections = ({ sections: found }: DocumentReading): FactGroup =>
  group({
    id: 'sections',
    title: t('Sections'),
    items: found.map(({ kind, title, firstPage }, index) =>
      plainItem({
        id: `section:${index}`,
        value: title.trim() === '' ? sectionName(kind) : title,
        passages: [{ page: firstPage, quote: title.trim() === '' ? null : title }],
      }),
    ),
    isEvidence: false,
    startsOpen: false,
  });

export const subserviceOrganizations = (reading: DocumentReading): FactGroup =>
  entriesGroup(reading, 'subserviceOrganizations', {
    id: 'subservice-organizations',
    title: fieldName('subserviceOrganizations'),
    empty: t('No subservice organization was found in the text.'),
    items:
      reading.subserviceOrganizations.length === 0
        ? []
        : [
            wholeList('subserviceOrganizations', reading.subserviceOrganizations),
            ...listedEntries(reading, 'subserviceOrganizations').map((one) =>
              entryItem(one, {
                notes: one.entry.service === null ? [] : [one.entry.service],
                isPart: true,
              }),
            ),
          ],
  });

/** A list is confirmed or corrected as a whole: one that lacks a name is as wrong as one with a wrong name. */
const wholeList = (
  field: 'subserviceOrganizations' | 'facilities',
  facts: Parameters<typeof listItem>[2],
): FactItem => ({
  ...listItem(field, '', facts, t('The whole list')),
  // Each entry has its own row, and its own passage.
  passages: [],
});

export const userControls = (reading: DocumentReading): FactGroup =>
  entriesGroup(reading, 'userControls', {
    id: 'user-controls',
    title: t('Complementary user entity controls'),
    empty: t('No list of user entity controls was found in the text.'),
    items: listedEntries(reading, 'userControls').map((one) =>
      entryItem(one, { actions: ['add-to-review'] }),
    ),
  });

/** The deviations, each with management's response below it. */
export const exceptions = (reading: DocumentReading): FactGroup =>
  entriesGroup(reading, 'testExceptions', {
    id: 'exceptions',
    title: t('Exceptions'),
    empty:
      reading.type?.value === 1 || reading.kind === 'soc3'
        ? null
        : t('No exception was found in the text of the tests.'),
    items: listedEntries(reading, 'testExceptions').flatMap((one) => [
      entryItem(one, { notes: sampleNote(one.entry), actions: ['add-to-review'] }),
      ...responseItems(one),
    ]),
  });

const sampleNote = ({ sample }: TestException): readonly string[] =>
  sample === null ? [] : [t('{0} of {1} tested', sample.deviations, sample.tested)];

/** Nobody has looked for the response to an exception that a person added. */
function responseItems({ id: of, entry }: ListedEntry<'testExceptions'>): readonly FactItem[] {
  const { managementResponse: response, decided } = entry;
  const id = `response:${of}`;
  const name = t('Management’s response');
  if (response === null)
    return decided?.source === 'added'
      ? []
      : [plainItem({ id, name, value: t('none printed'), state: 'absent', isPart: true })];
  return [
    plainItem({
      id,
      name,
      value: response.text,
      notes: response.section === 'tests' ? [] : [t('In the unaudited part: not examined by the auditor')],
      passages: [{ page: response.page, quote: response.text }],
      isPart: true,
    }),
  ];
}

export const untestedControls = (reading: DocumentReading): FactGroup =>
  entriesGroup(reading, 'untestedControls', {
    id: 'untested',
    title: t('Controls that could not be tested'),
    items: listedEntries(reading, 'untestedControls').map((one) => entryItem(one)),
  });

export const facilities = (reading: DocumentReading): FactGroup =>
  entriesGroup(reading, 'facilities', {
    id: 'facilities',
    title: t('Facilities'),
    items:
      reading.facilities.length === 0
        ? []
        : [
            wholeList('facilities', reading.facilities),
            ...listedEntries(reading, 'facilities').map((one) =>
              entryItem(one, {
                notes: one.entry.inScope ? [] : [t('Named as not examined')],
                isPart: true,
              }),
            ),
          ],
  });

export const warnings = ({ warnings: found, imagePages }: DocumentReading): FactGroup =>
  group({
    id: 'warnings',
    title: t('To be looked at'),
    items: [
      ...found.map((warning, index) =>
        plainItem({ id: `warning:${index}`, value: retold(warning), state: 'doubtful' }),
      ),
      ...(imagePages.length === 0
        ? []
        : [
            plainItem({
              id: 'image-pages',
              value: t('Pages that are pictures without text, which nobody has read here.'),
              passages: imagePages.map((page) => ({ page, quote: null })),
            }),
          ]),
    ],
    isEvidence: false,
  });
