import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Has a VS Code server speak another language without an extension from the marketplace: an entry in the registry of
 * language packs that the server keeps, for a pack that translates none of VS Code's own messages. So VS Code stays
 * English, and extensions get their own translations of that language.
 *
 * @param userData The folder in which the server keeps its user data.
 * @param language "de"
 */
export async function addEmptyLanguagePack(userData: string, language: string): Promise<void> {
  const translations = join(userData, `empty-language-pack-${language}.json`);
  await mkdir(userData, { recursive: true });
  await writeFile(translations, JSON.stringify({ contents: {} }));
  const pack = {
    hash: `empty-${language}`,
    label: language,
    // The server takes for granted that a pack comes from an extension.
    extensions: [{ extensionIdentifier: { id: `test.empty-language-pack-${language}` }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  await writeFile(join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
