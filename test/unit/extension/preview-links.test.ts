import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passageDoor, throughDoors } from '../../../src/extension/review-links/passage-doors.ts';

const review = `
| Fact | Value | Page | Passage |
| - | - | - | - |
| Auditor | Baker | [page 5](../v/a%20b.pdf#page=5) | “By: Baker” |
| Opinion | clean | [page 5](../v/a%20b.pdf#page=5) | “In our opinion” |

[whole](../v/a%20b.pdf) and [elsewhere](https://vendor.example/a.pdf#page=5)
`;
const hrefs = [
  '../v/a%20b.pdf#page=5',
  '../v/a%20b.pdf#page=5',
  '../v/a%20b.pdf',
  'https://vendor.example/a.pdf#page=5',
];

describe('links of a Markdown preview to pages of reports', () => {
  it('lead through a door of their own, each to its passage; others stay', () => {
    const names = new Map<string, string>();
    const nameOf = (quote: string | null): string => {
      const name = quote === null ? '0' : String(names.size + 1);
      names.set(name, quote ?? '');
      return name;
    };
    const led = throughDoors(review, hrefs, nameOf);
    assert.deepEqual(led.slice(2), hrefs.slice(2));
    const doors = led.slice(0, 2).map((href) => passageDoor(decodeURIComponent(href)));
    assert.deepEqual(
      doors.map((door) => door && [door.file, door.page, names.get(door.passage)]),
      [
        ['../v/a b.pdf', 5, 'By: Baker'],
        ['../v/a b.pdf', 5, 'In our opinion'],
      ],
    );
  });

  it('find their definition, however often it is referred to', () => {
    const text = '[a][1], [b](r.pdf#page=3), [c][1]\n\n[1]: r.pdf#page=9 "nine"\n';
    assert.deepEqual(
      throughDoors(text, ['r.pdf#page=9', 'r.pdf#page=3', 'r.pdf#page=9'], (quote) =>
        quote === null ? '0' : 'a',
      ),
      ['r.pdf.9-a.soc-passage', 'r.pdf.3-0.soc-passage', 'r.pdf.9-a.soc-passage'],
    );
  });

  it('know no door where there is none', () => {
    assert.equal(passageDoor('/reports/a.pdf'), undefined);
    assert.equal(passageDoor('/reports/a.soc-passage'), undefined);
  });
});
