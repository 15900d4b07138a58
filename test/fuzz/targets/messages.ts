import { Channel, type Handlers } from '../../../src/webview/channel.ts';
import { HOST_CHECKS } from '../../../src/webview/protocol-checks.ts';
import { MAX_RANGE_BYTES, type HostContract, type ViewerContract } from '../../../src/webview/protocol.ts';
import type { Random } from '../../fixtures/random.ts';
import { OK, type FuzzTarget, type Outcome } from '../target.ts';

const METHODS = [
  ...Object.keys(HOST_CHECKS.requests),
  ...Object.keys(HOST_CHECKS.notices),
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'open ', 'eval'],
];
const VALUES: readonly unknown[] = [
  ...[null, undefined, true, 0, -1, 1.5, NaN, Infinity, 2 ** 53, '', 'a', 'command:evil', 'x'.repeat(9000)],
  ...[[], {}, [[]], { page: 1 }, new Date(0), new Uint8Array(3), new Map(), Symbol.iterator.toString()],
  ...[{ fileId: 'a', begin: 0, end: 9 }, { fileId: 'a', begin: 9, end: 0 }, { url: 'file:///etc/passwd' }],
  JSON.parse('{"__proto__": {"polluted": true}, "fileId": "a"}'),
];

const value = (random: Random, depth = 0): unknown =>
  depth < 3 && random.chance(0.4)
    ? Object.fromEntries(
        Array.from({ length: random.int(0, 4) }, () => [
          random.pick([
            'fileId',
            'begin',
            'end',
            'page',
            'position',
            'zoom',
            'offset',
            'rotation',
            'url',
            '__proto__',
          ]),
          value(random, depth + 1),
        ]),
      )
    : random.pick(VALUES);

const message = (random: Random): unknown =>
  random.chance(0.1)
    ? random.pick(VALUES)
    : {
        kind: random.pick(['request', 'notice', 'reply', 'error', 'cancel', 'other', 7]),
        id: random.pick([0, 1, -1, NaN, '1', null]),
        method: random.pick([...METHODS, 3]),
        params: value(random),
        result: value(random),
        failure: random.pick(['timeout', 'invented', null]),
      };

/** Handlers that complain when something reaches them that the protocol doesn't allow. */
function watchful(complain: (what: string) => void): Handlers<HostContract> {
  const expect = (holds: boolean, what: string): void => {
    if (!holds) complain(what);
  };
  return {
    requests: {
      open: () => Promise.reject(new Error('not now')),
      readRange: ({ begin, end }) => {
        expect(begin >= 0 && end > begin && end - begin <= MAX_RANGE_BYTES, 'a range out of bounds');
        return new Uint8Array(0);
      },
      password: ({ rejected }) => {
        expect(typeof rejected === 'boolean', 'a password');
        return null;
      },
    },
    notices: {
      positionChanged: ({ position }) => {
        expect(Number.isInteger(position.page) && position.page >= 1, 'a position');
      },
      preferencesChanged: ({ darkPages }) => {
        expect(typeof darkPages === 'boolean', 'preferences');
      },
      openLink: ({ url }) => {
        expect(typeof url === 'string' && url.length <= 8192, 'a link');
      },
      openExternally: () => undefined,
      painted: ({ page, pages }) => {
        expect(page >= 1 && pages >= 1, 'a painted page');
      },
      problem: ({ detail }) => {
        expect(detail.length <= 4096, 'a problem');
      },
    },
  };
}

async function check(random: Random): Promise<Outcome> {
  let complaint: string | undefined;
  const channel = new Channel<HostContract, ViewerContract>({
    post: (answer) => {
      structuredClone(answer);
    },
    checks: HOST_CHECKS,
    handlers: watchful((what) => (complaint = what)),
  });
  for (let messages = random.int(1, 20); messages > 0; messages--) channel.receive(message(random));
  await new Promise((done) => setImmediate(done));
  channel.dispose();
  if ('polluted' in {}) complaint = 'the prototype of all objects was changed';
  return complaint === undefined ? OK : { verdict: 'crash', detail: `let through: ${complaint}` };
}

export const messageTarget: FuzzTarget = {
  name: 'webview messages',
  weight: 10,
  prepare: () => Promise.resolve({ run: check, close: () => Promise.resolve() }),
};
