import { Channel, type Handlers } from '../../../src/webview/channel.ts';
import { HOST_CHECKS } from '../../../src/webview/protocol-checks.ts';
import { MAX_RANGE_BYTES, type HostContract, type ViewerContract } from '../../../src/webview/protocol.ts';
import type { Random } from '../../fixtures/random.ts';
import { OK, type Outcome, type PreparedTarget } from '../target.ts';

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

/** More than any message of the protocol holds. */
const LONGEST = 200_000;

/** What must hold of anything that gets through, whatever it is called. */
function wrong(method: string, params: unknown): string | undefined {
  const text = JSON.stringify(params);
  if (text.length > LONGEST) return `${method} of ${text.length} characters`;
  if (text.includes('"polluted"')) return `${method} with something that was not agreed`;
  if (typeof params !== 'object' || params === null) return undefined;
  const { begin, end, page } = params as { begin?: unknown; end?: unknown; page?: unknown };
  if (method === 'readRange' && !(Number(begin) >= 0 && Number(end) - Number(begin) <= MAX_RANGE_BYTES)) {
    return 'a range out of bounds';
  }
  return page !== undefined && page !== null && !(Number.isInteger(page) && Number(page) >= 1)
    ? `${method} of page ${JSON.stringify(page)}`
    : undefined;
}

/** Handlers for all that the viewer may ask and tell, which complain when something gets through that must not. */
function watchful(complain: (what: string) => void): Handlers<HostContract> {
  const handlers = (methods: object): Record<string, (params: unknown) => null> =>
    Object.fromEntries(
      Object.keys(methods).map((method) => [
        method,
        (params) => {
          const what = wrong(method, params);
          if (what !== undefined) complain(what);
          return null;
        },
      ]),
    );
  const { requests, notices } = HOST_CHECKS;
  return { requests: handlers(requests), notices: handlers(notices) } as unknown as Handlers<HostContract>;
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
  for (let left = random.int(1, 20); left > 0; left--) channel.receive(message(random));
  await new Promise((done) => setImmediate(done));
  channel.dispose();
  if ('polluted' in {}) complaint = 'the prototype of all objects was changed';
  return complaint === undefined ? OK : { verdict: 'crash', detail: `let through: ${complaint}` };
}

/** Sends messages as a viewer never does. */
export const messages: PreparedTarget = { run: check, close: () => Promise.resolve() };
