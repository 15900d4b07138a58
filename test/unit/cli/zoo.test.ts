import assert from 'node:assert/strict';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { IndexJson } from '../../../src/core/library/index-json.ts';
import { writeZooFolder, type Listed, type ZooFolder } from '../../fixtures/zoo/zoo-folder.ts';
import { BuiltCli, type Ended } from './built-cli.ts';

const MANY = 20_000;
/** What no line on a terminal may hold: whatever steers it, or turns or hides text. */
const HARMFUL = /[\p{Cc}\u200b\u200f\u202a-\u202e\u2066-\u2069]/u;

if (process.platform !== 'win32') {
  describe('a folder full of hostile files', () => {
    let cli: BuiltCli;
    let folder: string;
    let zoo: ZooFolder;
    let ended: Ended;

    before(async () => {
      cli = await BuiltCli.build();
      // For the run by nobody, who must get there.
      await chmod(cli.folder, 0o755);
      folder = join(cli.folder, 'zoo');
      zoo = await writeZooFolder(folder);
      ended = await cli.run(['index', folder, '--format', 'json']);
    });
    after(async () => {
      await chmod(join(folder, 'locked/room'), 0o700);
      await cli.remove();
    });

    const listedAs = (json: string): Map<string, string | null> =>
      new Map(
        (JSON.parse(json) as IndexJson).documents.map(({ path, kind, reason }) => [
          path,
          kind === 'unreadable' ? reason : null,
        ]),
      );
    const assertListed = (actual: ReadonlyMap<string, string | null>, expected: readonly Listed[]): void => {
      for (const [path, reason] of expected) {
        const given = actual.get(path);
        if (reason === null) assert.equal(given, null, `${JSON.stringify(path)}: ${String(given)}`);
        else assert.match(given ?? '', reason, path);
      }
    };

    it('is listed completely, each file with its reason', () => {
      assert.deepEqual([ended.code, ended.err], [0, '']);
      const listed = listedAs(ended.out);
      assertListed(listed, zoo.listed);
      assert.deepEqual(
        [...listed.keys()].filter((path) => !path.startsWith('locked/')).sort(),
        zoo.listed.map(([path]) => path).sort(),
      );
      assert.ok(zoo.listed.length > 70, `${zoo.listed.length} files`);
    });

    it('shows names that would steer the terminal, or look like others, as harmless text', async () => {
      for (const command of ['index', 'status']) {
        const { code, out, err } = await cli.run([command, folder]);
        assert.equal(code, 0, err);
        for (const line of `${out}${err}`.split('\n')) assert.doesNotMatch(line, HARMFUL);
      }
    });

    it('names what it has no permission for', async () => {
      const { out, code } = await cli.ship(['index', folder, '--format', 'json'], {
        cache: 'other',
        asNobody: true,
      });
      assert.equal(code, 0);
      assertListed(listedAs(out), zoo.locked);
    });

    it(`lists each of ${MANY} files`, async () => {
      const many = join(cli.folder, 'many');
      for (let group = 0; group < MANY / 200; group++) {
        const place = join(many, String(group));
        await mkdir(place, { recursive: true });
        await Promise.all(
          Array.from({ length: 200 }, (_, file) => writeFile(join(place, `${file}.pdf`), `${group} ${file}`)),
        );
      }
      const { out, code, err } = await cli.ship([
        'index',
        many,
        '--format',
        'json',
        '--depth',
        'facts',
        '--no-cache',
      ]);
      assert.deepEqual([code, err], [0, '']);
      const listed = listedAs(out);
      assert.equal(listed.size, MANY);
      for (const [path, reason] of listed) assert.match(reason ?? '', /Fetch it again/, path);
    });
  });
}
