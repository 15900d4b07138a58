import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sampleCopy } from '../host/sample.ts';
import { eventually } from './eventually.ts';
import { useWorkbench } from './use-workbench.ts';

const TABLE = `Lieferant;Kritikalität;Verantwortlich;Letzte Prüfung;Geprüft von;Ergebnis;Kostenstelle
Kestrel Fraud Analytics;kritisch;lee.moran@carillon.example;;;;4711
Alderwood Logistik GmbH;mittel;jürgen@carillon.example;31.03.2025;Jürgen Weiß;genehmigt;4712
;hoch;;;;;
`;

describe('Import Vendors from CSV', () => {
  const workbench = useWorkbench({
    fill: async (folder) => {
      await sampleCopy(folder);
      await writeFile(join(folder, 'lieferanten.csv'), Buffer.from(TABLE, 'latin1'));
    },
  });

  it('shows what would change, and what is left out, before anything is written', async () => {
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    const before = await workbench().fileText('vendors.yaml');
    await workbench().quickInput.runCommand('SOC Review: Import Vendors from CSV…');
    await workbench().quickInput.answerWithFile(join(workbench().folder, 'lieferanten.csv'));
    await workbench()
      .quickInput.entries.filter({ hasText: 'new vendors: 1 · changed: 1 · reviews: 1' })
      .waitFor();
    await workbench().screenshot('import-preview');
    const shown = (await workbench().page.locator('.view-line').allInnerTexts()).join('\n');
    assert.match(shown.replaceAll('\u00A0', ' '), /Alderwood Logistik/);
    assert.match(shown.replaceAll('\u00A0', ' '), /names no vendor/);
    assert.equal(await workbench().fileText('vendors.yaml'), before);
  });

  it('writes it when the person agrees: vendors in the register, past reviews as records', async () => {
    await workbench().quickInput.choose('new vendors: 1');
    await eventually(async () => {
      const register = await workbench().fileText('vendors.yaml');
      assert.match(register, /name: Alderwood Logistik GmbH\n {4}tier: moderate\n {4}owner: jürgen@/);
      assert.match(register, /name: Kestrel Fraud Analytics Ltd\n(?: {4}.*\n)*? {4}tier: critical\n/);
    });
    await eventually(async () => {
      const reviews = await readdir(join(workbench().folder, 'reviews/alderwood-logistik'));
      assert.deepEqual(reviews, ['2025-03-31-imported.md']);
    });
    const review = await workbench().fileText('reviews/alderwood-logistik/2025-03-31-imported.md');
    assert.match(
      review,
      /reviewer: Jürgen Weiß\nreviewed: 2025-03-31\nconclusion: acceptable\nimported: from/,
    );
    const vendors = workbench().view('Vendors');
    await eventually(async () => {
      await vendors.row('Alderwood Logistik GmbH');
    });
    workbench().assertNoExtensionErrors();
  });
});
