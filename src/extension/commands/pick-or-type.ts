import * as vscode from 'vscode';

export interface Suggestion extends vscode.QuickPickItem {
  readonly value: string;
}

export interface OpenQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly suggestions: readonly Suggestion[];
  /** How what was typed is offered as an answer. */
  readonly typed: (text: string) => string;
}

/** Asks for one of several answers, or for another one that is typed; undefined when nobody answers. */
export async function pickOrType({
  title,
  placeholder,
  suggestions,
  typed,
}: OpenQuestion): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Suggestion>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  pick.items = suggestions;
  pick.onDidChangeValue((value) => {
    const text = value.trim();
    const isNew = text !== '' && suggestions.every((one) => one.value !== text);
    pick.items = isNew
      ? [...suggestions, { label: typed(text), value: text, alwaysShow: true }]
      : suggestions;
  });
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        // Whoever types fast accepts before the typed answer stands in the list.
        const typedText = pick.value.trim();
        resolve(pick.activeItems[0]?.value ?? (typedText === '' ? undefined : typedText));
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
