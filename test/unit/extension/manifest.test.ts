import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import manifest from '../../../package.json' with { type: 'json' };
import words from '../../../package.nls.json' with { type: 'json' };
import {
  COMMANDS,
  CONTEXT_KEYS,
  PASSAGE_EDITOR,
  REPORT_EDITOR,
  VIEWS,
} from '../../../src/extension/contributions.ts';

const { contributes } = manifest;
const root = new URL('../../../', import.meta.url);
const ids = <T>(values: readonly T[]): T[] => [...values].sort();
const whenClauses: string[] = [
  ...contributes.viewsWelcome.map(({ when }) => when),
  ...contributes.commands.flatMap((command) => ('enablement' in command ? [command.enablement] : [])),
  ...Object.values(contributes.menus).flatMap((items) => items.map(({ when }) => when)),
];

describe('the manifest', () => {
  it('declares exactly the commands that have handlers', () => {
    assert.deepEqual(ids(contributes.commands.map(({ command }) => command)), ids(Object.values(COMMANDS)));
  });

  it('decides for every command whether it stands in the palette', () => {
    assert.deepEqual(
      ids(contributes.menus.commandPalette.map(({ command }) => command)),
      ids(Object.values(COMMANDS)),
    );
  });

  it('places every command that is not in the palette somewhere else', () => {
    const placed = new Set(
      [...contributes.menus['view/title'], ...contributes.menus['view/item/context']].map(
        ({ command }) => command,
      ),
    );
    for (const { command, when } of contributes.menus.commandPalette) {
      if (when === 'false') assert.ok(placed.has(command), `${command} can't be reached`);
    }
  });

  it('names the command of every menu item and key', () => {
    const declared = new Set<string>(Object.values(COMMANDS));
    for (const item of [...Object.values(contributes.menus).flat(), ...contributes.keybindings]) {
      assert.ok(declared.has(item.command));
    }
  });

  it('gives commands that stand as icons an icon', () => {
    const icons = new Set(contributes.commands.flatMap((item) => ('icon' in item ? [item.command] : [])));
    const shown = [...contributes.menus['view/title'], ...contributes.menus['view/item/context']];
    for (const { command, group } of shown) {
      if (/^(inline|navigation)/.test(group)) assert.ok(icons.has(command), `${command} has no icon`);
    }
  });

  it('declares the views and the editor that the program registers', () => {
    assert.deepEqual(ids(contributes.views.socReview.map(({ id }) => id)), ids(Object.values(VIEWS)));
    assert.deepEqual(
      contributes.customEditors.map(({ viewType, priority }) => [viewType, priority]),
      [
        [REPORT_EDITOR, 'option'],
        [PASSAGE_EDITOR, 'default'],
      ],
    );
  });

  it('asks only for context keys that the program sets', () => {
    const keys = new Set<string>([...Object.values(CONTEXT_KEYS), ...Object.values(VIEWS), REPORT_EDITOR]);
    for (const key of whenClauses.join(' ').match(/(?<!config\.)socReview\.\w+/g) ?? []) {
      assert.ok(keys.has(key), `${key} is never set`);
    }
  });

  it('has words for every placeholder, and no words too many', () => {
    const used = JSON.stringify(manifest).match(/(?<=")%[^"]+%(?=")/g) ?? [];
    assert.deepEqual(ids([...new Set(used.map((key) => key.slice(1, -1)))]), ids(Object.keys(words)));
  });

  it('points only to files that are there', () => {
    const files =
      readFileSync(new URL('package.json', root), 'utf8').match(/(?<=")(\.\/)?(?:media|schemas)\/[^"]+/g) ??
      [];
    assert.ok(files.length > 0);
    for (const file of files) assert.ok(existsSync(new URL(file, root)), `${file} is missing`);
  });

  it('starts by itself only where a register is, or is written: it says where its vendors stand', () => {
    const { default: register } = contributes.configuration.properties['socReview.register'];
    assert.deepEqual(manifest.activationEvents, [`workspaceContains:${register}`, 'onLanguage:yaml']);
  });

  it('takes keys only in its own list, for the selected row, and in its own editor', () => {
    for (const binding of contributes.keybindings) {
      if (binding.when === `activeCustomEditorId == ${REPORT_EDITOR}`) continue;
      assert.equal('args' in binding && binding.args, 'selected');
      assert.equal(binding.when, `focusedView == ${VIEWS.vendors} && listFocus && !inputFocus`);
    }
  });
});
