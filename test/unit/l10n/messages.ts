import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../host/places.ts';

/** A message that a person may read, and where it stands in the source. */
export interface Message {
  readonly text: string;
  readonly place: string;
}

/**
 * The functions through which everything goes that a person reads in the editor, and which of their arguments are
 * messages: `t` of `@vscode/l10n`, `say` and `count` of core's `Language`, and the viewer's `translate`.
 */
const SPEAKERS: ReadonlyMap<string, readonly number[]> = new Map([
  ['t', [0]],
  ['translate', [0]],
  ['say', [0]],
  ['count', [1, 2]],
]);

/** `count` of a plain number and words, as the command line's tables have it, is English only. */
const MEMBERS_ONLY = new Set(['count']);

function speakerOf(callee: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  return ts.isIdentifier(callee) && !MEMBERS_ONLY.has(callee.text) ? callee.text : undefined;
}

/** The texts that an argument may be; undefined when the source alone doesn't tell. */
function textsOf(argument: ts.Expression): readonly string[] | undefined {
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (ts.isParenthesizedExpression(argument)) return textsOf(argument.expression);
  if (ts.isConditionalExpression(argument)) {
    const [one, other] = [textsOf(argument.whenTrue), textsOf(argument.whenFalse)];
    return one === undefined || other === undefined ? undefined : [...one, ...other];
  }
  return undefined;
}

export interface Collected {
  readonly messages: readonly Message[];
  /** Calls whose message isn't written out, so that nobody could translate it. */
  readonly unknown: readonly string[];
}

/** Collects the messages of one source. */
export function messagesIn(source: string, name: string): Collected {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const messages: Message[] = [];
  const unknown: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const speaker = speakerOf(node.expression);
      for (const index of SPEAKERS.get(speaker ?? '') ?? []) {
        const argument = node.arguments[index];
        if (argument === undefined) continue;
        const place = `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
        const texts = textsOf(argument);
        if (texts === undefined) unknown.push(`${place}: ${node.getText().slice(0, 80)}`);
        else messages.push(...texts.map((text) => ({ text, place })));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { messages, unknown };
}

/** What the parts of the program say that run in the editor. The command line speaks English. */
const SPEAKING = ['src/core/**/*.ts', 'src/pdf/**/*.ts', 'src/extension/**/*.ts', 'src/webview/**/*.ts'];

/** The one place that passes on messages it doesn't know. */
const PASSING_ON = new Set(['src/extension/language.ts', 'src/core/language/language.ts']);

/** Collects the messages of the whole program. */
export function allMessages(): Collected {
  const files = SPEAKING.flatMap((pattern) => globSync(pattern, { cwd: projectRoot }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !PASSING_ON.has(path));
  const collected = files.map((path) => messagesIn(readFileSync(join(projectRoot, path), 'utf8'), path));
  return {
    messages: collected.flatMap(({ messages }) => messages),
    unknown: collected.flatMap(({ unknown }) => unknown),
  };
}
