import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../host/places.ts';

/** The languages that there are besides English. */
export const LANGUAGES = ['de'] as const;

export type Words = Readonly<Record<string, string>>;

const read = (path: string): Words => JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as Words;

export const bundleOf = (language: string): Words => read(`l10n/bundle.l10n.${language}.json`);
export const manifestWordsOf = (language: string): Words => read(`package.nls.${language}.json`);
export const englishManifestWords = (): Words => read('package.nls.json');
