import { plain, type FuzzTarget } from '../target.ts';

/** Everything that takes input from strangers. Each thread loads what its own target needs: loading costs seconds. */
export const targets: readonly FuzzTarget[] = [
  {
    name: 'PDF, bytes',
    weight: 25,
    prepare: async () =>
      (await import('./pdfs.ts')).mutatedPdfs((await import('../mutate-bytes.ts')).mutateBytes),
  },
  {
    name: 'PDF, structure',
    weight: 25,
    prepare: async () =>
      (await import('./pdfs.ts')).mutatedPdfs((await import('../mutate-pdf.ts')).mutatePdf),
  },
  {
    name: 'vendors.yaml',
    weight: 20,
    prepare: async () => plain((await import('./texts.ts')).checkRegister),
  },
  {
    name: 'review records',
    weight: 20,
    prepare: async () => plain((await import('./texts.ts')).checkReview),
  },
  { name: 'CSV', weight: 15, prepare: async () => plain((await import('./tables.ts')).checkTable) },
  { name: 'webview messages', weight: 10, prepare: async () => (await import('./messages.ts')).messages },
];
