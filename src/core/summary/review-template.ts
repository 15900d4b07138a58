import Mustache from 'mustache';
import { ENGLISH } from '../language/language.ts';
import { nearest } from '../register/nearest.ts';

/** What a template may show of a report and its vendor, as one line of text each. */
export const TEXT_VARIABLES = [
  'title',
  'vendor',
  'tier',
  'owner',
  'kind',
  'system',
  'period',
  'auditor',
  'reportDate',
  'opinionKind',
  'reviewer',
  'today',
  'introduction',
] as const;

/** The parts of a review, each with its heading, by which the program finds it again. */
export const SECTION_VARIABLES = [
  'atAGlance',
  'changes',
  'opinion',
  'exceptions',
  'userControls',
  'subserviceOrganizations',
  'scopeChecks',
  'bridgeLetters',
  'followUps',
  'conclusion',
] as const;

export type SectionVariable = (typeof SECTION_VARIABLES)[number];
export type TemplateVariable = (typeof TEXT_VARIABLES)[number] | SectionVariable;

/** Markdown for each variable; empty where there is nothing to say. */
export type TemplateValues = Readonly<Record<TemplateVariable, string>>;

/** The body of a review, unless a company has one of its own. */
export const DEFAULT_TEMPLATE = `# {{title}}

{{introduction}}

{{atAGlance}}

{{changes}}

{{opinion}}

{{exceptions}}

{{userControls}}

{{subserviceOrganizations}}

{{scopeChecks}}

{{bridgeLetters}}

{{followUps}}

{{conclusion}}
`;

/** A template that can't be used; the message says on which line and why. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** As the template library gives a tag: its kind, its name, where it starts, where it ends, and what is inside. */
type Tag = readonly [kind: string, name: string, from: number, to: number, inside?: unknown];

const KNOWN: readonly string[] = [...TEXT_VARIABLES, ...SECTION_VARIABLES];

const lineOf = (template: string, offset: number): number => template.slice(0, offset).split('\n').length;

function parseTags(template: string): Tag[] {
  try {
    return Mustache.parse(template) as Tag[];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Number(/ at (\d+)$/.exec(message)?.[1] ?? 0);
    throw new TemplateError(
      ENGLISH.say('Line {0}: {1}', lineOf(template, offset), `${message.replace(/ at \d+$/, '')}.`),
      {
        cause: error,
      },
    );
  }
}

function* namedTags(tags: readonly Tag[]): Generator<Tag> {
  for (const tag of tags) {
    const [kind, , , , inside] = tag;
    if (kind === 'text' || kind === '!' || kind === '=') continue;
    yield tag;
    if (Array.isArray(inside)) yield* namedTags(inside as Tag[]);
  }
}

function checkTags(template: string, tags: readonly Tag[]): void {
  const seen = new Set<string>();
  for (const [kind, name, from] of namedTags(tags)) {
    const line = lineOf(template, from);
    if (kind === '>')
      throw new TemplateError(
        ENGLISH.say('Line {0}: a template can’t take in another file, {1}.', line, name),
      );
    if (!KNOWN.includes(name)) {
      const near = nearest(name, KNOWN);
      throw new TemplateError(
        near === undefined
          ? ENGLISH.say('Line {0}: there is no variable {1}. There are: {2}.', line, name, KNOWN.join(', '))
          : ENGLISH.say('Line {0}: there is no variable {1}. Did you mean {2}?', line, name, near),
      );
    }
    if (kind === '#' || kind === '^') continue;
    if (seen.has(name) && (SECTION_VARIABLES as readonly string[]).includes(name)) {
      throw new TemplateError(
        ENGLISH.say('Line {0}: {1} is a section of the review and can stand there only once.', line, name),
      );
    }
    seen.add(name);
  }
}

/**
 * Fills in a template. Nothing in it is run: a tag is a name from the lists above, or a part that is shown only
 * where a variable has something to say.
 *
 * @throws TemplateError for a tag that isn't closed, an unknown variable, or a section that stands there twice
 */
export function renderTemplate(template: string, values: TemplateValues): string {
  const source = template.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  checkTags(source, parseTags(source));
  // The values are Markdown already: what comes from a report was escaped when it was made.
  const body = Mustache.render(source, values, {}, { escape: (markdown: string) => markdown });
  return `${body.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
