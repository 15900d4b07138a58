import tseslint from 'typescript-eslint';

/** Forbids imports across a wall between two zones of the house. */
const wall = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const zone = (name, message) => ({ group: [`**/${name}/**`], message });
const nodeModules = {
  regex: '^node:|^(fs|path|os|crypto|worker_threads|child_process|stream|util|url|events|buffer|process)$',
  message: 'This zone is platform-neutral: take what you need as a port.',
};
const vscodeModule = { group: ['vscode'], message: 'Only src/extension may import vscode.' };
const pdfLibraries = {
  group: ['pdf-parse', 'pdf-parse/*', 'pdfjs-dist', 'pdfjs-dist/*'],
  message: 'PDF bytes are the business of src/pdf.',
};
const onlyCore = [
  zone('extension', 'Data flows one way: this zone does not know the editor.'),
  zone('webview', 'The browser side is reached through messages only.'),
  zone('cli', 'Nothing depends on the command line.'),
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.host/', '.sample/', 'test/fixtures/generated/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: 'tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  wall(
    ['src/core/**'],
    [
      vscodeModule,
      nodeModules,
      pdfLibraries,
      zone('pdf', 'core takes pages of text, not PDFs.'),
      ...onlyCore,
    ],
  ),
  wall(['src/pdf/**'], [vscodeModule, ...onlyCore]),
  wall(
    ['src/cli/**'],
    [
      vscodeModule,
      pdfLibraries,
      zone('extension', 'The command line runs without an editor.'),
      zone('webview', 'The command line has no browser side.'),
    ],
  ),
  wall(['src/extension/**'], [pdfLibraries, zone('cli', 'Nothing depends on the command line.')]),
  wall(
    ['src/webview/**'],
    [
      vscodeModule,
      nodeModules,
      zone('pdf', 'The browser side shows PDFs with pdf.js.'),
      zone('extension', 'Talk to the extension through the protocol.'),
      zone('cli', 'Nothing depends on the command line.'),
    ],
  ),
  {
    // A test names its cases with promises that the runner awaits, and checks what the types already promise.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'test', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
);
