import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allMessages, messagesIn } from './messages.ts';
import { bundleOf, englishManifestWords, LANGUAGES, manifestWordsOf, type Words } from './translations.ts';

const placeholdersOf = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();
const commandsOf = (text: string): string[] => text.match(/\(command:[^)]*\)|`[^`]*`/g) ?? [];

function assertSameParts(words: Iterable<readonly [english: string, translation: string]>): void {
  for (const [english, translation] of words) {
    assert.notEqual(translation.trim(), '', english);
    assert.deepEqual(placeholdersOf(translation), placeholdersOf(english), english);
    assert.deepEqual(commandsOf(translation), commandsOf(english), english);
  }
}

const missing = (wanted: readonly string[], words: Words): string[] =>
  wanted.filter((key) => words[key] === undefined);

describe('messages', () => {
  it('are all written out where they are said, so that they can be translated', () => {
    assert.deepEqual(allMessages().unknown, []);
  });

  it('are collected from plain calls, choices and numbers of things', () => {
    const source = [
      "t('One'); language.say('Two {0}', 2); language.count(n, '{0} day', '{0} days');",
      "say(late ? 'Three' : 'Four'); t(message); count(n, 'page');",
    ].join('\n');
    const { messages, unknown } = messagesIn(source, 'a.ts');
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['One', 'Two {0}', '{0} day', '{0} days', 'Three', 'Four'],
    );
    assert.deepEqual(unknown, ['a.ts:2: t(message)']);
  });
});

for (const language of LANGUAGES) {
  describe(`the translation into ${language}`, () => {
    const bundle = bundleOf(language);
    const { messages } = allMessages();

    it('has every message', () => {
      const untranslated = messages.filter(({ text }) => bundle[text] === undefined);
      assert.deepEqual(
        untranslated.map(({ text, place }) => `${place}: ${text}`),
        [],
      );
    });

    it('has no message that nobody says', () => {
      const said = new Set(messages.map(({ text }) => text));
      assert.deepEqual(
        Object.keys(bundle).filter((message) => !said.has(message)),
        [],
      );
    });

    it('has all words of the manifest, and no others', () => {
      const english = englishManifestWords();
      const words = manifestWordsOf(language);
      assert.deepEqual(missing(Object.keys(english), words), []);
      assert.deepEqual(missing(Object.keys(words), english), []);
    });

    it('keeps placeholders, links and names of settings', () => {
      assertSameParts(Object.entries(bundle));
      const english = englishManifestWords();
      assertSameParts(
        Object.entries(manifestWordsOf(language)).map(([key, translation]) => [
          english[key] ?? '',
          translation,
        ]),
      );
    });
  });
}
