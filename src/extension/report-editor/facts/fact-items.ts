import { t } from '@vscode/l10n';
import type { LibraryDocument } from '../../../core/library/snapshot.ts';
import type { Evidence, Fact, FactDecision } from '../../../core/report/fact.ts';
import type { DocumentReading, FactField } from '../../../core/report/reading.ts';
import type { FactAction, FactItem, FactState } from '../../../webview/facts.ts';
import type { Passage } from '../../../webview/protocol.ts';
import { dateInWords, retold } from '../../language.ts';

/** Without a quote, which only a person's own value may lack, the page is shown. */
export const passageOf = ({ page, quote }: Evidence): Passage => ({
  page,
  quote: quote === '' ? null : quote,
});

/** An item about which nobody decides anything. */
export const plainItem = (
  item: Pick<FactItem, 'id' | 'value'> & Partial<Omit<FactItem, 'id' | 'value'>>,
): FactItem => ({
  name: '',
  notes: [],
  passages: [],
  state: 'plain',
  status: '',
  actions: [],
  isPart: false,
  ...item,
});

const UNDECIDED: readonly FactAction[] = ['confirm', 'correct', 'mark-absent'];
const DECIDED: readonly FactAction[] = ['correct', 'take-back'];
const ABSENT: readonly FactAction[] = ['correct'];

/** The state of a value that is there, with its name in words. */
export function stateOf({
  certainty,
  decided,
}: Pick<Fact<unknown>, 'certainty'> & { readonly decided?: FactDecision | undefined }): {
  readonly state: FactState;
  readonly status: string;
  readonly actions: readonly FactAction[];
} {
  if (decided !== undefined)
    return { state: decided.source, status: decisionInWords(decided), actions: DECIDED };
  return certainty === 'likely'
    ? {
        state: 'doubtful',
        status: t('Likely: it rests on one weak mention, and nobody has confirmed it.'),
        actions: UNDECIDED,
      }
    : { state: 'read', status: t('Not confirmed yet.'), actions: UNDECIDED };
}

function decisionInWords({ source, by, on }: FactDecision): string {
  const day = on === null ? null : dateInWords(on);
  switch (source) {
    case 'confirmed':
      if (by === null) return t('Confirmed.');
      return day === null ? t('Confirmed by {0}.', by) : t('Confirmed by {0} on {1}.', by, day);
    case 'corrected':
      if (by === null) return t('Corrected.');
      return day === null ? t('Corrected by {0}.', by) : t('Corrected by {0} on {1}.', by, day);
    case 'added':
      if (by === null) return t('Added by a person.');
      return day === null ? t('Added by {0}.', by) : t('Added by {0} on {1}.', by, day);
  }
}

/** What is said of a value that isn't there: that it isn't printed, or what more is known. */
export const absenceInWords = (reading: DocumentReading, field: FactField): string =>
  retold(reading.absences[field] ?? 'not printed');

/** A missing value that may stand on a picture is looked for there: on the first of the pages that are named. */
const onPicture = (reading: DocumentReading, field: FactField): readonly Passage[] => {
  const [, page] = /^on an image page\D*(\d+)/.exec(reading.absences[field] ?? '') ?? [];
  return page === undefined ? [] : [{ page: Number(page), quote: null }];
};

/** A value that isn't there. What the program had read, and a person marked absent, can be taken back. */
function absentItem({ reading, asRead }: LibraryDocument, field: FactField, name: string): FactItem {
  const isMarked = asRead !== undefined && asRead[field] !== null;
  return plainItem({
    id: field,
    name,
    value: absenceInWords(reading, field),
    passages: onPicture(reading, field),
    state: 'absent',
    actions: isMarked ? DECIDED : ABSENT,
  });
}

/** A single value: what was read and where, or why there is none. */
export function factItem<T>(
  document: LibraryDocument,
  field: FactField,
  name: string,
  fact: Fact<T> | null,
  words: (value: T) => string,
  notes: readonly string[] = [],
): FactItem {
  if (fact === null) return absentItem(document, field, name);
  return {
    id: field,
    name,
    value: words(fact.value),
    notes,
    passages: [passageOf(fact)],
    ...stateOf(fact),
    isPart: false,
  };
}

/** Values that stand in one sentence share its passage. */
const distinct = (passages: readonly Passage[]): readonly Passage[] =>
  passages.filter(
    ({ page, quote }, index) =>
      passages.findIndex((other) => other.page === page && other.quote === quote) === index,
  );

/** Several values of which a person decides together: "Security, Availability". */
export function listItem(
  id: string,
  name: string,
  facts: readonly Fact<string>[],
  value = facts.map((fact) => fact.value).join(', '),
): FactItem {
  const [first] = facts;
  if (first === undefined)
    return plainItem({ id, name, value: t('not printed'), state: 'absent', actions: ABSENT });
  const weakest = facts.find(({ certainty }) => certainty === 'likely') ?? first;
  return { ...plainItem({ id, name, value, passages: distinct(facts.map(passageOf)) }), ...stateOf(weakest) };
}
