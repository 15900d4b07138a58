import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { DEFAULT_POLICY, type Problem } from '../../../src/core/register/register.ts';

const FULL = `# Who our vendors are
policy:
  reviewEvery: { critical: 6 months, low: 2 years }
  dueSoonDays: [7, 60, 30]
  reportValidFor: 12 months
  renewalLag: 90 days
  bridgeLimit: 3 months
  fiscalYearEnd: 06-30
  fourEyes: true
vendors:
  - name: Northlake
    aliases: [Northlake Colocation Holding N.V., Lakeside Digital]
    notAliases: [Northlake Bank]
    role: service provider # not a partner
    serves: clients
    tier: critical
    owner: dana@example.com
    contact: reports@northlake.example
    since: 2019-04-01
    status: active
    services:
      - name: Colocation Brussels and Frankfurt
        expects: [SOC 2 Type 2, SOC 1 Type 2]
    facilities: [Brussels, Frankfurt]
    files: ["vendors/northlake/**"]
  - name: 1010
    status: terminated
    statusReason: moved to Northlake
documents:
  - name: Security statement
    path: policies/security-statement.md
    owner: dana@example.com
    lastReviewed: 2026-01-15
`;

const place = (problem: Problem): string => `${problem.severity} ${problem.line}:${problem.column}`;

describe('parseRegister', () => {
  it('knows what people call tiers, roles and states otherwise', () => {
    const replacement = (field: string): string | undefined =>
      parseRegister(`vendors:\n  - name: Northlake\n    ${field}\n`).problems[0]?.replacement;
    assert.equal(replacement('tier: medium'), 'moderate');
    assert.equal(replacement('tier: Kritisch'), 'critical');
    assert.equal(replacement('role: supplier'), 'service provider');
    assert.equal(replacement('serves: customers'), 'clients');
    assert.equal(replacement('status: inactive'), 'terminated');
    assert.equal(replacement('tier: tier 1'), undefined, 'which of ours that is, differs from firm to firm');
  });

  it('reads every field', () => {
    const register = parseRegister(FULL);
    assert.deepEqual(register.problems, []);
    assert.deepEqual(register.policy, {
      ...DEFAULT_POLICY,
      reviewEvery: { ...DEFAULT_POLICY.reviewEvery, critical: { months: 6 }, low: { months: 24 } },
      fiscalYearEnd: { month: 6, day: 30 },
      fourEyes: true,
    });
    assert.deepEqual(register.vendors, [
      {
        name: 'Northlake',
        aliases: ['Northlake Colocation Holding N.V.', 'Lakeside Digital'],
        notAliases: ['Northlake Bank'],
        role: 'service provider',
        serves: 'clients',
        tier: 'critical',
        owner: 'dana@example.com',
        contact: 'reports@northlake.example',
        since: '2019-04-01',
        status: 'active',
        statusReason: null,
        services: [{ name: 'Colocation Brussels and Frankfurt', expects: ['SOC 2 Type 2', 'SOC 1 Type 2'] }],
        facilities: ['Brussels', 'Frankfurt'],
        files: ['vendors/northlake/**'],
        line: 11,
        place: { line: 11, column: 11, endLine: 11, endColumn: 20 },
      },
      {
        name: '1010',
        aliases: [],
        notAliases: [],
        role: null,
        serves: null,
        tier: null,
        owner: null,
        contact: null,
        since: null,
        status: 'terminated',
        statusReason: 'moved to Northlake',
        services: [],
        facilities: [],
        files: [],
        line: 26,
        place: { line: 26, column: 11, endLine: 26, endColumn: 15 },
      },
    ]);
    assert.deepEqual(register.documents, [
      {
        name: 'Security statement',
        path: 'policies/security-statement.md',
        owner: 'dana@example.com',
        reviewEvery: { months: 12 },
        lastReviewed: '2026-01-15',
        line: 30,
        place: { line: 30, column: 11, endLine: 30, endColumn: 29 },
      },
    ]);
  });

  it('reads the same with Windows line ends and a byte order mark', () => {
    assert.deepEqual(parseRegister(`\uFEFF${FULL.replaceAll('\n', '\r\n')}`), parseRegister(FULL));
  });

  it('takes an empty file, and one of comments only, as an empty register', () => {
    for (const text of ['', '\n', '# nothing yet\n', 'vendors:\n']) {
      const register = parseRegister(text);
      assert.deepEqual(register.vendors, []);
      assert.deepEqual(register.problems, [], JSON.stringify(text));
    }
  });

  it('lets a bad value cost its field only, and says where and what instead', () => {
    const register = parseRegister(
      'vendors:\n  - name: Northlake\n    tier: hgih\n    since: 31/12/2025\n    ower: dana\n    owner: lee\n',
    );
    assert.equal(register.vendors[0]?.owner, 'lee');
    assert.equal(register.vendors[0]?.tier, null);
    assert.deepEqual(
      register.problems.map((problem) => [place(problem), problem.replacement]),
      [
        ['error 3:11', 'high'],
        ['error 4:12', '2025-12-31'],
        ['warning 5:5', 'owner'],
      ],
    );
    assert.equal(
      register.problems[0]?.message,
      'tier must be one of critical, high, moderate, low, not "hgih". Did you mean "high"?',
    );
    assert.equal(register.problems[1]?.endColumn, 22);
  });

  it('offers no other writing for a date that may be read in two ways', () => {
    const register = parseRegister('vendors:\n  - name: Northlake\n    since: 03/04/2025\n');
    assert.equal(register.problems[0]?.replacement, undefined);
  });

  it('lets an entry without a name cost itself only', () => {
    const register = parseRegister('vendors:\n  - tier: low\n    owner: 7\n  -\n  - name: Northlake\n');
    assert.deepEqual(
      register.vendors.map(({ name, line }) => [name, line]),
      [['Northlake', 5]],
    );
    assert.deepEqual(register.problems.map(place), ['error 2:5', 'error 4:4']);
  });

  it('lets broken YAML cost the entry that it stands in', () => {
    const broken = [
      '    tier: [low\n',
      '    owner: Dana: Petit\n',
      '    owner: "Dana\n',
      '   owner: Dana\n',
      '\towner: Dana\n',
    ];
    for (const line of broken) {
      const text = `vendors:\n  - name: Alder\n${line}  - name: Birch\n    tier: low\npolicy:\n  dueSoonDays: [5]\n`;
      const register = parseRegister(text);
      assert.ok(
        register.vendors.some(({ name, tier }) => name === 'Birch' && tier === 'low'),
        line,
      );
      assert.deepEqual(register.policy.dueSoonDays, [5], line);
      assert.equal(register.problems[0]?.line, 3, line);
    }
  });

  it('keeps what this branch said while a merge is unfinished', () => {
    const register = parseRegister(
      'vendors:\n<<<<<<< HEAD\n  - name: Alder\n||||||| base\n  - name: Elm\n=======\n  - name: Birch\n>>>>>>> other\n  - name: Cedar\n',
    );
    assert.deepEqual(
      register.vendors.map(({ name, line }) => [name, line]),
      [
        ['Alder', 3],
        ['Cedar', 9],
      ],
    );
    assert.deepEqual(register.problems.map(place), ['error 2:1', 'error 8:1']);
    assert.match(register.problems[0]?.message ?? '', /^Merge conflict/);
  });

  it('holds names and aliases unique', () => {
    const register = parseRegister(
      'vendors:\n  - name: Alder\n  - name: ALDER, Inc.\n  - name: Birch\n    aliases: [Alder LLC, Birchwood]\n',
    );
    assert.deepEqual(
      register.vendors.map(({ name, aliases }) => [name, aliases]),
      [
        ['Alder', []],
        ['Birch', ['Birchwood']],
      ],
    );
    assert.deepEqual(register.problems.map(place), ['error 3:11', 'error 5:14']);
  });

  it('doubts an expected report that it does not know, and an exemption without a reason', () => {
    const register = parseRegister(
      'vendors:\n  - name: Alder\n    status: exempt\n    services:\n      - name: Hosting\n        expects: [SOC 2, PCI DSS]\n',
    );
    assert.deepEqual(register.problems.map(place), ['warning 3:13', 'warning 6:26']);
    assert.deepEqual(register.vendors[0]?.services[0]?.expects, ['SOC 2', 'PCI DSS']);
  });

  it('survives what is no register at all', () => {
    for (const text of [
      'hello',
      '- a\n- b',
      '42',
      '['.repeat(5000),
      'a: &a [*a]\nvendors: *a',
      '\0',
      '{{{',
    ]) {
      const register = parseRegister(text);
      assert.deepEqual(register.vendors, []);
      assert.ok(register.problems.length > 0, text.slice(0, 20));
    }
  });
});

describe('parseRegister on damaged files', () => {
  const damage = fc.record({
    at: fc.nat(FULL.length),
    remove: fc.nat(12),
    insert: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        '\n',
        '  ',
        '\t',
        ': ',
        '- ',
        '"',
        '[',
        '{',
        '&a ',
        '*a',
        '<<: ',
        '__proto__: 1',
        '? ',
        '|',
      ),
    ),
  });

  it('never throws, and every problem is at a place of the file', () => {
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 4 }), (damages) => {
        let text = FULL;
        for (const { at, remove, insert } of damages)
          text = text.slice(0, at) + insert + text.slice(at + remove);
        const lines = text.split('\n');
        for (const problem of parseRegister(text).problems) {
          assert.ok(problem.line >= 1 && problem.line <= lines.length, JSON.stringify(problem));
          assert.ok(problem.column >= 1 && problem.column <= (lines[problem.line - 1]?.length ?? 0) + 1);
          assert.ok(problem.endLine > problem.line || problem.endColumn >= problem.column);
          assert.ok(problem.message.length > 10);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        parseRegister(text);
      }),
      { numRuns: 300 },
    );
  });
});
