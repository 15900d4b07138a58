import { t } from '@vscode/l10n';
import type { DocumentReading, ManagementResponse, TestException } from '../../../core/report/reading.ts';
import type { FactGroup, FactItem } from '../../../webview/facts.ts';
import { retold } from '../../language.ts';
import { listItem, passageOf, plainItem } from './fact-items.ts';
import { fieldName, sectionName } from './words.ts';

/** Ids of items that stand for one entry of a list, and what they say of it. */
export const entryId = (list: 'exception' | 'user-control', index: number): string => `${list}:${index}`;

/** The entry that an id stands for; undefined when it stands for none. */
export function parseEntryId(
  id: string,
): { readonly list: 'exception' | 'user-control'; readonly index: number } | undefined {
  const [, list, index] = /^(exception|user-control):(\d+)$/.exec(id) ?? [];
  return list === undefined
    ? undefined
    : { list: list as 'exception' | 'user-control', index: Number(index) };
}

const group = (
  group: Pick<FactGroup, 'id' | 'title' | 'items'> & Partial<Omit<FactGroup, 'id' | 'title' | 'items'>>,
): FactGroup => ({ empty: null, isEvidence: true, startsOpen: true, ...group });

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

export const subserviceOrganizations = ({ subserviceOrganizations: found }: DocumentReading): FactGroup =>
  group({
    id: 'subservice-organizations',
    title: fieldName('subserviceOrganizations'),
    empty: t('No subservice organization was found in the text.'),
    items:
      found.length === 0
        ? []
        : [
            wholeList('subserviceOrganizations', found),
            ...found.map((one, index) =>
              plainItem({
                id: `subservice-organization:${index}`,
                value: one.value,
                notes: one.service === null ? [] : [one.service],
                passages: [passageOf(one)],
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

export const userControls = ({ userControls: found }: DocumentReading): FactGroup =>
  group({
    id: 'user-controls',
    title: t('Complementary user entity controls'),
    empty: t('No list of user entity controls was found in the text.'),
    items: found.map(({ id, text, page }, index) =>
      plainItem({
        id: entryId('user-control', index),
        name: id ?? '',
        value: text,
        passages: [{ page, quote: text }],
        actions: ['add-to-review'],
      }),
    ),
  });

/** The deviations, each with management's response below it. */
export const exceptions = (reading: DocumentReading): FactGroup =>
  group({
    id: 'exceptions',
    title: t('Exceptions'),
    empty:
      reading.type?.value === 1 || reading.kind === 'soc3'
        ? null
        : t('No exception was found in the text of the tests.'),
    items: reading.testExceptions.flatMap((exception, index) => [
      plainItem({
        id: entryId('exception', index),
        name: exception.control ?? '',
        value: exception.text,
        notes: sampleNote(exception),
        passages: [{ page: exception.page, quote: exception.text }],
        actions: ['add-to-review'],
      }),
      responseItem(exception.managementResponse, index),
    ]),
  });

const sampleNote = ({ sample }: TestException): readonly string[] =>
  sample === null ? [] : [t('{0} of {1} tested', sample.deviations, sample.tested)];

function responseItem(response: ManagementResponse | null, index: number): FactItem {
  const id = `response:${index}`;
  const name = t('Management’s response');
  if (response === null)
    return plainItem({ id, name, value: t('none printed'), state: 'absent', isPart: true });
  return plainItem({
    id,
    name,
    value: response.text,
    notes: response.section === 'tests' ? [] : [t('In the unaudited part: not examined by the auditor')],
    passages: [{ page: response.page, quote: response.text }],
    isPart: true,
  });
}

export const untestedControls = ({ untestedControls: found }: DocumentReading): FactGroup =>
  group({
    id: 'untested',
    title: t('Controls that could not be tested'),
    items: found.map(({ control, text, page }, index) =>
      plainItem({
        id: `untested:${index}`,
        name: control ?? '',
        value: text,
        passages: [{ page, quote: text }],
      }),
    ),
  });

export const facilities = ({ facilities: found }: DocumentReading): FactGroup =>
  group({
    id: 'facilities',
    title: t('Facilities'),
    items:
      found.length === 0
        ? []
        : [
            wholeList('facilities', found),
            ...found.map((one, index) =>
              plainItem({
                id: `facility:${index}`,
                value: one.value,
                notes: one.inScope ? [] : [t('Named as not examined')],
                passages: [passageOf(one)],
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
