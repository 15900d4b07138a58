import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { IndexJson } from '../../../src/core/library/index-json.ts';
import { setCorrection } from '../../../src/core/register/edit-corrections.ts';
import { confirming, pointAt } from '../../../src/core/register/edit-entries.ts';
import type { StatusJson } from '../../../src/cli/status-report.ts';
import { writeBadFiles } from '../../fixtures/bad-files.ts';
import {
  BROKEN_FILE,
  generateSampleRepository,
  PROTECTED_FILE,
  SAMPLE_EXPECTATIONS,
} from '../../fixtures/sample-repository.ts';
import { SAMPLE_VENDORS } from '../../fixtures/sample/vendors.ts';
import { schemaFile } from '../../schemas/write-schemas.ts';
import { BuiltCli, exitOf } from './built-cli.ts';

const TODAY = '2026-11-21';

describe('the command line', () => {
  let cli: BuiltCli;
  let sample: string;
  /** What `index --format json` prints of the sample. */
  let reference: string;
  /** A folder with some of its files, for what has to be read again and again. */
  let few: string;
  let fewReference: string;

  const filesIn = async (folder: string): Promise<string[]> =>
    (await readdir(folder, { recursive: true })).sort();
  const newFolder = async (name: string, files: Readonly<Record<string, string>> = {}): Promise<string> => {
    const folder = join(cli.folder, name);
    await mkdir(folder, { recursive: true });
    for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
    return folder;
  };
  const indexArgs = (folder = sample): string[] => ['index', folder, '--as-of', TODAY, '--format', 'json'];

  before(async () => {
    cli = await BuiltCli.build();
    sample = join(cli.folder, 'sample');
    await generateSampleRepository({ folder: sample, today: TODAY });
    const { code, out, err } = await cli.ship(indexArgs());
    assert.equal(err, '');
    assert.equal(code, 0);
    reference = out;
    few = join(cli.folder, 'few');
    await cp(join(sample, 'vendors', 'polder-data-halls'), few, { recursive: true });
    fewReference = (await cli.run(indexArgs(few), { cache: 'few' })).out;
  });
  after(() => cli.remove());

  describe('index', () => {
    const ajv = new Ajv2020({ formats: { date: true } });
    let schema: object;
    before(async () => {
      schema = JSON.parse(await readFile(schemaFile('index.schema.json'), 'utf8')) as object;
    });

    it('prints JSON that fits the published schema, and nothing else', () => {
      assert.ok(ajv.validate(schema, JSON.parse(reference)), ajv.errorsText());
    });

    it('lists every PDF of the folder', async () => {
      const { documents, root, asOf } = JSON.parse(reference) as IndexJson;
      const pdfs = (await filesIn(sample)).filter((path) => /\.pdf$/i.test(path));
      assert.deepEqual(
        documents.map(({ path }) => path),
        pdfs.map((path) => path.replaceAll('\\', '/')).sort(),
      );
      assert.ok(pdfs.length >= 20);
      assert.equal(root, sample);
      assert.equal(asOf, TODAY);
    });

    it('says why a file can’t be read, and what to do', () => {
      const { documents } = JSON.parse(reference) as IndexJson;
      const reasonOf = (wanted: string): string | null | undefined => {
        const document = documents.find(({ path }) => path === wanted);
        assert.equal(document?.kind, 'unreadable');
        return document.reason;
      };
      assert.match(reasonOf(PROTECTED_FILE.path) ?? '', /password/i);
      assert.match(reasonOf(BROKEN_FILE) ?? '', /damaged|cut off/i);
    });

    it('prints the same from the cache, byte by byte', async () => {
      assert.equal((await cli.run(indexArgs())).out, reference);
    });

    it('prints the same without a cache, and keeps nothing anywhere', async () => {
      const files = await filesIn(cli.folder);
      assert.equal((await cli.run([...indexArgs(few), '--no-cache'], { cache: 'none' })).out, fewReference);
      assert.deepEqual(await filesIn(cli.folder), files);
    });

    it('prints entries as people decided on them, with who and when', async () => {
      const folder = join(cli.folder, 'decided');
      await cp(few, folder, { recursive: true });
      const { documents } = JSON.parse(fewReference) as IndexJson;
      const before = documents.find(({ userControls }) => userControls.length > 2);
      const [first, second, ...others] = before?.userControls ?? [];
      assert.ok(before !== undefined && first !== undefined && second !== undefined);
      const says = { number: 'CC9.9', text: 'For 3 of the 40 changes tested, no approval was on file.' };
      const signed = { by: 'Dana Petit', on: '2026-11-21' };
      const confirmed = confirming('userControls', first);
      const about = pointAt('userControls', second);
      const register = setCorrection('', before, {
        entries: [
          { about: confirmed.about, decision: { ...confirmed.decision!, ...signed } },
          { about, decision: { is: 'absent', says: about, page: about.page, ...signed } },
          {
            about: { list: 'testExceptions', page: 2, ...says },
            decision: { is: 'added', says, page: 2, ...signed },
          },
        ],
      });
      await writeFile(join(folder, 'vendors.yaml'), register);

      const { out } = await cli.run(indexArgs(folder), { cache: 'few' });
      assert.ok(ajv.validate(schema, JSON.parse(out)), ajv.errorsText());
      const after = (JSON.parse(out) as IndexJson).documents.find(({ path }) => path === before.path);
      const read = { number: first.id, text: first.text };
      assert.deepEqual(after?.userControls, [
        { ...first, decided: { source: 'confirmed', ...signed, read } },
        ...others,
      ]);
      assert.deepEqual(after.absentEntries, [
        { list: 'userControls', number: second.id, text: second.text, page: second.page, decided: signed },
      ]);
      assert.deepEqual(after.testExceptions[0], {
        control: 'CC9.9',
        text: says.text,
        page: 2,
        sample: { deviations: 3, tested: 40 },
        managementResponse: null,
        decided: { source: 'added', ...signed, read: says },
      });
      const table = await cli.run(['index', folder], { cache: 'few' });
      assert.match(
        table.out.replaceAll(/\s+/g, ' '),
        /decided by people: 1 confirmed, 1 added, 1 not in the report/,
      );
    });

    it('prints a table without colours into a pipe, and how many there are', async () => {
      const { code, out, err } = await cli.ship(['index', '.'], { cwd: sample });
      assert.equal(code, 0);
      assert.equal(err, '');
      assert.ok(!out.includes('\u001b'));
      assert.match(out, /^File +What it is +Vendor +Period +Notes\n/);
      assert.match(out, /\n\d+ PDFs: \d+ SOC reports, 1 bridge letter, \d+ other documents, 2 unreadable\n$/);
    });

    it('leaves out what is excluded', async () => {
      const { out } = await cli.run([...indexArgs(), '--exclude', 'vendors/p*', '--exclude', 'inbox']);
      const { documents } = JSON.parse(out) as IndexJson;
      assert.ok(documents.length > 0);
      assert.ok(documents.every(({ path }) => !path.startsWith('vendors/p') && !path.startsWith('inbox/')));
    });

    it('opens locked files with a password from a file, and prints it nowhere', async () => {
      const folder = join(sample, dirname(PROTECTED_FILE.path));
      const file = join(cli.folder, 'passwords.txt');
      await writeFile(file, `*protected*: ${PROTECTED_FILE.password}\n`);
      const args = [...indexArgs(folder), '--password-file', file];
      const { code, out } = await cli.run(args, { cache: 'password' });
      assert.equal(code, 0);
      const { documents } = JSON.parse(out) as IndexJson;
      assert.deepEqual(
        documents.map(({ kind }) => kind),
        ['soc1', 'soc1'],
      );

      await writeFile(file, 'hunter2\n');
      const wrong = await cli.run(args, { cache: 'wrong-password' });
      assert.equal(wrong.code, 0);
      assert.match(wrong.out, /Wrong password/);
      assert.ok(!`${wrong.out}${wrong.err}`.includes('hunter2'));
      const cache = cli.cacheFolder('wrong-password');
      for (const entry of await readdir(cache, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        assert.ok(!(await readFile(join(entry.parentPath, entry.name))).includes('hunter2'), entry.name);
      }
    });

    it('takes files of any sort that end in .pdf, and says what each is', async () => {
      const folder = await newFolder('bad');
      const bad = await writeBadFiles(folder);
      const { code, out, err } = await cli.run(['index', folder, '--format', 'json']);
      assert.equal(code, 0);
      assert.equal(err, '');
      const { documents } = JSON.parse(out) as IndexJson;
      assert.equal(documents.length, bad.length);
      for (const { path, kind, reason } of documents) {
        assert.equal(kind === 'unreadable', !bad.find(({ name }) => name === path)?.opens, path);
        assert.match(reason ?? '', /\S+ \S+/, path);
      }
    });
  });

  describe('status', () => {
    const status = async (format: string): Promise<string> => {
      const { code, out, err } = await cli.run(['status', sample, '--as-of', TODAY, '--format', format]);
      assert.equal(err, '');
      assert.equal(code, 0);
      return out;
    };

    it('gives every vendor of the sample its verdict, with the reason', async () => {
      const { vendors, counts, documents } = JSON.parse(await status('json')) as StatusJson;
      for (const { vendor, verdict, because } of SAMPLE_EXPECTATIONS) {
        const found = vendors.find(({ name }) => name === vendor);
        assert.equal(found?.standing.verdict, verdict, vendor);
        assert.match(found.standing.reasons.join(' · '), because, vendor);
      }
      assert.equal(
        Object.values(counts).reduce((sum, count) => sum + count, 0),
        vendors.length,
      );
      assert.ok(documents.length > 0);
    });

    it('says what needs a person', async () => {
      const { inbox } = JSON.parse(await status('json')) as StatusJson;
      assert.ok(inbox.some(({ files, text }) => files.includes(BROKEN_FILE) && /can’t be read/.test(text)));
      assert.ok((await status('table')).includes('\nNeeds a person\n'));
    });

    it('prints a table, Markdown and CSV of the same vendors', async () => {
      const { vendors, documents } = JSON.parse(await status('json')) as StatusJson;
      const [asTable, asMarkdown, asCsv] = await Promise.all([
        status('table'),
        status('markdown'),
        status('csv'),
      ]);
      for (const { id, name } of vendors) {
        assert.ok(asTable.includes(name), name);
        assert.ok(asMarkdown.includes(`| ${name} |`), name);
        assert.ok(asCsv.includes(`\n${id},`), name);
      }
      assert.match(asTable, /^Vendor reviews on 21 Nov 2026: overdue \d+, /);
      assert.match(asMarkdown, /^# Vendor reviews on 21 Nov 2026\n/);
      assert.equal(asCsv.split('\r\n').length, vendors.length + documents.length + 2);
      for (const { name } of documents) {
        assert.ok(asTable.includes(name) && asMarkdown.includes(`| ${name} |`), name);
        assert.match(asCsv, new RegExp(`\n,${name},.*,own document\r`));
      }
    });

    it('says how much of the last and of the running audit year is tested, bridged and uncovered', async () => {
      const { vendors } = JSON.parse(await status('json')) as StatusJson;
      const asked = vendors.filter(({ standing }) => standing.verdict !== 'not-required');
      assert.ok(asked.some(({ auditYears }) => auditYears.some(({ bridged }) => bridged > 0)));
      for (const { name, reports, auditYears } of asked) {
        if (reports.length > 0) assert.ok(auditYears.length >= 2, name);
        const [last, running] = auditYears;
        if (last === undefined) continue;
        assert.deepEqual(last.year, { start: '2025-01-01', end: '2025-12-31' });
        assert.equal(last.tested + last.bridged + last.uncovered, 365);
        assert.deepEqual(running?.year, { start: '2026-01-01', end: TODAY });
      }
      const [asMarkdown, asCsv] = await Promise.all([status('markdown'), status('csv')]);
      assert.match(asMarkdown, /\n## The last audit year and the running one\n/);
      assert.match(asCsv, /2025-01-01\/2025-12-31 [^:]+: \d+ tested, \d+ bridged, \d+ uncovered/);
    });

    it('shows a past day with what existed then', async () => {
      const { out } = await cli.run(['status', sample, '--as-of', '2014-01-01', '--format', 'json']);
      const { vendors } = JSON.parse(out) as StatusJson;
      assert.ok(vendors.every(({ standing }) => standing.review.lastReviewed === null));
    });
  });

  describe('summary', () => {
    const vendor = SAMPLE_EXPECTATIONS[0]!.vendor;

    it('prints the draft of a review', async () => {
      const { code, out, err } = await cli.run(['summary', vendor, '--folder', sample]);
      assert.equal(err, '');
      assert.equal(code, 0);
      assert.match(out, /^---\nvendor: /);
      assert.match(out, /#page=\d+/);
    });

    it('writes a file once, and never over another', async () => {
      const file = join(cli.folder, 'new', 'review.md');
      const args = ['summary', vendor, '--folder', sample, '--out', file];
      assert.deepEqual(await cli.run(args), { code: 0, out: '', err: '' });
      await writeFile(file, 'A person’s words.');
      const again = await cli.run(args);
      assert.equal(again.code, 1);
      assert.match(again.err, /exists already and was left as it is/);
      assert.equal(await readFile(file, 'utf8'), 'A person’s words.');
    });

    it('links to the pages from where the file is', async () => {
      const place = join(sample, 'notes', 'deep');
      await cli.run(['summary', vendor, '--folder', sample, '--out', join(place, 'review.md')]);
      const links = (await readFile(join(place, 'review.md'), 'utf8')).matchAll(
        /\]\((\.[^)]+\.pdf)#page=\d+\)/g,
      );
      const targets = [...links].map((match) => join(place, decodeURIComponent(match[1] ?? '')));
      assert.ok(targets.length > 0);
      for (const target of targets) assert.ok((await stat(target)).isFile(), target);
      await rm(join(sample, 'notes'), { recursive: true });
    });

    it('asks back when it knows no such vendor', async () => {
      const nearly = await cli.run([
        'summary',
        `${vendor.slice(0, -6)}x${vendor.slice(-5)}`,
        '--folder',
        sample,
      ]);
      assert.deepEqual([nearly.code, nearly.out], [2, '']);
      assert.match(nearly.err, /There is no vendor called .*\. Did you mean /);
      const unknown = await cli.run(['summary', 'Nobody at All', '--folder', sample]);
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /There is no vendor called Nobody at All\. The status command lists them\./);
    });

    it('takes only reports of the vendor', async () => {
      const { code, err } = await cli.run(['summary', vendor, '--folder', sample, '--report', 'x.pdf']);
      assert.equal(code, 2);
      assert.match(err, /x\.pdf is not among the reports of .*:\n- vendors\//);
    });
  });

  describe('what an auditor is given', () => {
    const vendor = SAMPLE_VENDORS.meridianix.company.legal;
    const period = ['--from', '2026-01-01', '--to', '2026-12-31', '--as-of', TODAY];
    const printed = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await cli.run(args);
      assert.equal(err, '');
      assert.equal(code, 0);
      return out;
    };

    it('compares a report with the one before it', async () => {
      const out = await printed('compare', vendor, '--folder', sample);
      assert.match(out, /^# What changed between two reports\n/);
      assert.match(out, /follows the last one without a hole/);
      assert.match(out, /\]\(vendors\/hudson-meridian\/[^)]+\.pdf#page=\d+\)/);
    });

    it('says that there is nothing to compare with', async () => {
      const { code, err } = await cli.run(['compare', SAMPLE_VENDORS.jade.company.legal, '--folder', sample]);
      assert.equal(code, 1);
      assert.match(err, /There is no earlier report on the same service/);
    });

    it('writes the portfolio in every format', async () => {
      const markdown = await printed('portfolio', sample, ...period);
      assert.match(markdown, /^# Vendor reviews, 1 Jan 2026 to 31 Dec 2026\n\nAs it stood on 21 Nov 2026\b/);
      for (const { vendor: name } of SAMPLE_EXPECTATIONS) assert.ok(markdown.includes(name), name);
      assert.match(await printed('portfolio', sample, ...period, '--format', 'csv'), /^Vendor,Tier,Owner,/);
      assert.match(await printed('portfolio', sample, ...period, '--format', 'html'), /^<!doctype html>/);
      const file = join(cli.folder, 'portfolio.xlsx');
      await printed('portfolio', sample, ...period, '--format', 'xlsx', '--out', file);
      assert.equal((await readFile(file)).subarray(0, 2).toString(), 'PK');
      const nowhere = await cli.run(['portfolio', sample, '--format', 'xlsx']);
      assert.deepEqual([nowhere.code, nowhere.out], [2, '']);
      assert.match(nowhere.err, /Name a file for a workbook with --out/);
    });

    it('takes no period that ends before it starts', async () => {
      const { code, err } = await cli.run([
        'portfolio',
        sample,
        '--from',
        '2026-02-01',
        '--to',
        '2026-01-01',
      ]);
      assert.equal(code, 2);
      assert.match(err, /The period ends before it starts/);
    });

    it('puts a folder together, and never into one that has something in it', async () => {
      const pack = join(cli.folder, 'pack');
      const listed = (await printed('pack', sample, '--out', pack, ...period)).trim().split('\n');
      const files = await filesIn(pack);
      for (const file of listed) assert.ok(files.includes(join(...file.split('/'))), file);
      assert.ok(!files.some((file) => /\.pdf$/i.test(file)), 'reports are confidential');
      const [review = ''] = listed.filter((file) => file.startsWith('reviews/'));
      assert.equal(await readFile(join(pack, review), 'utf8'), await readFile(join(sample, review), 'utf8'));
      const again = await cli.run(['pack', sample, '--out', pack]);
      assert.equal(again.code, 1);
      assert.match(again.err, /isn’t empty and was left as it is/);
      const withReports = await printed(
        'pack',
        sample,
        '--out',
        join(pack, 'all'),
        ...period,
        '--with-reports',
      );
      assert.match(withReports, /\nvendors\/.*\.pdf\n/);
    });

    it('writes what is due for a calendar', async () => {
      const out = await printed('calendar', sample, '--as-of', TODAY);
      assert.match(out, /^BEGIN:VCALENDAR\r\n/);
      assert.match(out, /\r\nUID:review-hudson-meridian-colocation@soc-review-tracker\r\n/);
      assert.match(out, /\r\nUID:document-security-statement@soc-review-tracker\r\n/);
    });

    it('lists user controls and subservice organizations', async () => {
      assert.match(
        await printed('controls', sample, '--as-of', TODAY),
        /^# Complementary user entity controls\n/,
      );
      const table = await printed('controls', sample, '--as-of', TODAY, '--format', 'csv');
      assert.match(table, /^Vendor,Report,No\.,Control,File,Our control,Owner,Status,Page\r\n/);
      assert.match(await printed('subservice', sample, '--as-of', TODAY), /\d+ vendors carve out /);
    });

    it('writes a review by a template, and says what is wrong in one', async () => {
      const template = join(cli.folder, 'template.md');
      await writeFile(template, '# Our review of {{vendor}}\n\n{{exceptions}}\n');
      const out = await printed('summary', vendor, '--folder', sample, '--template', template);
      assert.match(out, /\n# Our review of Hudson Meridian Colocation, LLC\n\n## Exceptions\n/);
      await writeFile(template, '{{exeptions}}');
      const wrong = await cli.run(['summary', vendor, '--folder', sample, '--template', template]);
      assert.deepEqual([wrong.code, wrong.out], [2, '']);
      assert.match(
        wrong.err,
        /can’t be used\. Line 1: there is no variable exeptions\. Did you mean exceptions\?/,
      );
    });
  });

  describe('wrong use', () => {
    const cases: readonly [string, () => string[], RegExp][] = [
      ['no command', () => [], /Usage: soc-review/],
      ['an unknown command', () => ['indx'], /unknown command 'indx'.*Did you mean index/s],
      ['an unknown option', () => ['index', '--colour'], /unknown option '--colour'/],
      ['an unknown format', () => ['index', '--format', 'csv'], /Allowed choices are table, json/],
      ['no such day', () => ['status', '--as-of', '2026-02-30'], /YYYY-MM-DD/],
      ['no such folder', () => ['index', join(cli.folder, 'nowhere')], /There is no folder .*nowhere/],
      ['a file for a folder', () => ['index', join(sample, 'vendors.yaml')], /is not a folder/],
      ['no vendor', () => ['summary'], /missing required argument 'vendor'/],
      [
        'no such password file',
        () => ['index', sample, '--password-file', 'nowhere'],
        /password file can’t be read/,
      ],
    ];
    for (const [name, args, message] of cases) {
      it(`is ${name}: status 2, nothing on standard output`, async () => {
        const { code, out, err } = await cli.run(args());
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.match(err, message);
        assert.ok(!/\n\s+at /.test(err), 'a stack is no message');
      });
    }

    it('is told by the exit status of the process', async () => {
      const { code, out, err } = await cli.ship(['indx']);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /unknown command 'indx'/);
    });

    it('is not to ask for help or the version', async () => {
      const [help, version] = await Promise.all([cli.ship(['--help']), cli.ship(['--version'])]);
      assert.deepEqual([help.code, help.err, version.code, version.err], [0, '', 0, '']);
      assert.match(help.out, /index .*status .*summary/s);
      assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
    });
  });

  describe('a folder', () => {
    it('without PDFs is no failure', async () => {
      const folder = await newFolder('empty');
      const { code, out, err } = await cli.run(['index', folder, '--format', 'json', '--as-of', TODAY]);
      assert.equal(code, 0);
      assert.match(err, /^No PDF files below .*empty\.\n$/);
      assert.deepEqual(JSON.parse(out), {
        schemaVersion: 1,
        asOf: TODAY,
        root: folder,
        documents: [],
        vendors: [],
      });
    });

    it('with a broken register is shown all the same, and the error has its line', async () => {
      const folder = await newFolder('broken', {
        'vendors.yaml': 'vendors:\n  - name: Interlude\n    tier: gigantic\n  - name: Quarry\n',
      });
      const { code, out, err } = await cli.run(['status', folder, '--format', 'json']);
      assert.equal(code, 0);
      assert.match(err, /^vendors\.yaml:3:\d+: (error|warning): /m);
      const { vendors } = JSON.parse(out) as StatusJson;
      assert.ok(vendors.some(({ name }) => name === 'Quarry'));
    });
  });

  describe('when it is stopped', () => {
    it('by a reader that has seen enough, it ends quietly', async () => {
      const child = cli.start(indexArgs());
      child.stdout.destroy();
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      assert.equal(await exitOf(child), 0);
      assert.equal(err, '');
    });

    it('by Ctrl-C, it says so, and the next run goes on from there', async () => {
      const cache = 'interrupted';
      const child = cli.start(indexArgs(few), { cache });
      const ended = exitOf(child);
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      while ((await entriesOf(cache)) === 0) await pause(10);
      child.kill('SIGINT');
      assert.equal(await ended, 130);
      assert.match(err, /Stopped\./);
      const kept = await entriesOf(cache);
      assert.ok(kept > 0);
      assert.equal((await cli.run(indexArgs(few), { cache })).out, fewReference);
    });

    it('by force at any moment, the next run gives the same result', async () => {
      for (const entries of [0, 1, 3, 5]) {
        const cache = `killed-${String(entries)}`;
        const child = cli.start(indexArgs(few), { cache });
        const ended = exitOf(child);
        while (child.exitCode === null && (await entriesOf(cache)) < entries) await pause(3);
        child.kill('SIGKILL');
        await ended;
        assert.equal((await cli.run(indexArgs(few), { cache })).out, fewReference, cache);
      }
    });

    const entriesOf = async (cache: string): Promise<number> =>
      (await filesIn(cli.cacheFolder(cache)).catch(() => [])).filter((path) => /reading-[^.]*$/.test(path))
        .length;
  });
});
