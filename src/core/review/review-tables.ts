import type { RootContent } from 'mdast';
import {
  bodySections,
  cellText,
  columnsOf,
  isTable,
  SECTIONS,
  tableRows,
  textOf,
  type BodyRow,
} from './review-body.ts';

/** A row of the table of exceptions, as a person filled it in. Lines count from 1. */
export interface ExceptionRow {
  readonly control: string;
  readonly found: string;
  readonly assessment: string;
  readonly followUp: string;
  readonly line: number;
}

/** A row of the table of complementary user entity controls, as a person filled it in. */
export interface UserControlRow {
  readonly id: string;
  readonly text: string;
  readonly ourControl: string;
  readonly owner: string;
  readonly status: string;
  readonly line: number;
}

/** A row of the table of subservice organizations, as a person filled it in. */
export interface SubserviceRow {
  readonly organization: string;
  readonly followUp: string;
  readonly line: number;
}

/** A line of the list of follow-ups. */
export interface FollowUp {
  readonly text: string;
  readonly isDone: boolean;
  readonly line: number;
}

/** What people wrote into the body of a review. */
export interface ReviewTables {
  readonly exceptions: readonly ExceptionRow[];
  readonly userControls: readonly UserControlRow[];
  readonly subserviceOrganizations: readonly SubserviceRow[];
  readonly followUps: readonly FollowUp[];
}

export const NO_TABLES: ReviewTables = {
  exceptions: [],
  userControls: [],
  subserviceOrganizations: [],
  followUps: [],
};

/** The rows of a section's first table that has all the columns asked for; a person may add others before it. */
function rowsOf(contents: readonly RootContent[], columns: readonly string[]): BodyRow[] {
  const table = contents
    .filter(isTable)
    .find((one) => columns.every((column) => columnsOf(one).includes(column)));
  return table === undefined ? [] : tableRows(table);
}

const followUpsIn = (contents: readonly RootContent[]): FollowUp[] =>
  contents.flatMap((node) =>
    node.type !== 'list'
      ? []
      : node.children.flatMap((item): FollowUp[] =>
          typeof item.checked !== 'boolean'
            ? []
            : [
                {
                  text: item.children.map(textOf).join(' ').trim(),
                  isDone: item.checked,
                  line: item.position?.start.line ?? 1,
                },
              ],
        ),
  );

/** Reads back what people wrote into a review's tables and lists. Sections that are missing are empty. */
export function readReviewTables(text: string): ReviewTables {
  const sections = bodySections(text);
  const contentsOf = (title: string): readonly RootContent[] =>
    sections.find((section) => section.title === title)?.contents ?? [];
  return {
    exceptions: rowsOf(contentsOf(SECTIONS.exceptions), ['What was found', 'Our assessment']).map((row) => ({
      control: cellText(row, 'Control'),
      found: cellText(row, 'What was found'),
      assessment: cellText(row, 'Our assessment'),
      followUp: cellText(row, 'Follow-up'),
      line: row.line,
    })),
    userControls: rowsOf(contentsOf(SECTIONS.userControls), ['Control', 'Our control']).map((row) => ({
      id: cellText(row, 'No.'),
      text: cellText(row, 'Control'),
      ourControl: cellText(row, 'Our control'),
      owner: cellText(row, 'Owner'),
      status: cellText(row, 'Status'),
      line: row.line,
    })),
    subserviceOrganizations: rowsOf(contentsOf(SECTIONS.subserviceOrganizations), ['Organization']).map(
      (row) => ({
        organization: cellText(row, 'Organization'),
        followUp: cellText(row, 'How we follow it up'),
        line: row.line,
      }),
    ),
    followUps: followUpsIn(contentsOf(SECTIONS.followUps)),
  };
}
