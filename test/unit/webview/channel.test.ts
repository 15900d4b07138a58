import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Channel,
  RequestError,
  type Check,
  type Checks,
  type Handlers,
} from '../../../src/webview/channel.ts';

type Server = {
  readonly requests: {
    readonly double: { readonly params: number; readonly result: number };
    readonly wait: { readonly params: null; readonly result: null };
  };
  readonly notices: { readonly said: string };
};
type Client = { readonly requests: Record<string, never>; readonly notices: Record<string, never> };

const number: Check<number> = (value) => {
  if (typeof value !== 'number') throw new Error('not a number');
  return value;
};
const text: Check<string> = (value) => {
  if (typeof value !== 'string') throw new Error('not a text');
  return value;
};
const nothing: Check<null> = () => null;

const SERVER_CHECKS: Checks<Server, Client> = {
  requests: { double: number, wait: nothing },
  notices: { said: text },
  results: {},
};
const CLIENT_CHECKS: Checks<Client, Server> = {
  requests: {},
  notices: {},
  results: { double: number, wait: nothing },
};

/** Two ends, between which messages travel as structured clones, and later, as in a browser. */
function connect(handlers: Partial<Handlers<Server>['requests']> = {}) {
  const heard: string[] = [];
  const invalid: string[] = [];
  const client: Channel<Client, Server> = new Channel({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => {
        server.receive(copy);
      });
    },
    checks: CLIENT_CHECKS,
    handlers: { requests: {}, notices: {} },
  });
  const server: Channel<Server, Client> = new Channel({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => {
        client.receive(copy);
      });
    },
    checks: SERVER_CHECKS,
    handlers: {
      requests: { double: (value) => value * 2, wait: () => null, ...handlers },
      notices: { said: (words) => heard.push(words) },
    },
    onInvalid: (message) => invalid.push(message),
  });
  return { client, server, heard, invalid };
}

const failsWith = (failure: string) => (error: unknown) =>
  error instanceof RequestError && error.failure === failure;

describe('a channel', () => {
  it('answers a request', async () => {
    const { client } = connect();
    assert.equal(await client.request('double', 21), 42);
  });

  it('keeps answers apart that come in another order', async () => {
    const { client } = connect({ double: (value) => sleep(value, value * 2) });
    assert.deepEqual(await Promise.all([client.request('double', 20), client.request('double', 1)]), [40, 2]);
  });

  it('delivers notices', async () => {
    const { client, heard } = connect();
    client.notify('said', 'hello');
    await client.request('double', 1);
    assert.deepEqual(heard, ['hello']);
  });

  it('hands over why a request failed', async () => {
    const { client } = connect({
      double: () => {
        throw new RequestError('gone', 'the file was deleted');
      },
      wait: () => {
        throw new Error('disk on fire');
      },
    });
    await assert.rejects(client.request('double', 1), failsWith('gone'));
    await assert.rejects(client.request('wait', null), { failure: 'failed', message: 'disk on fire' });
  });

  it('gives up after the time-out, and tells the other side', async () => {
    let aborted = false;
    const { client } = connect({
      wait: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            resolve(null);
          });
        }),
    });
    await assert.rejects(client.request('wait', null, { timeout: 5 }), failsWith('timeout'));
    await sleep(5);
    assert.ok(aborted);
  });

  it('cancels, and tells the other side', async () => {
    let aborted = false;
    const { client } = connect({
      wait: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            resolve(null);
          });
        }),
    });
    const controller = new AbortController();
    const answer = client.request('wait', null, { signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 2);
    await assert.rejects(answer, failsWith('cancelled'));
    await sleep(5);
    assert.ok(aborted);
    await assert.rejects(
      client.request('wait', null, { signal: AbortSignal.abort() }),
      failsWith('cancelled'),
    );
  });

  it('fails what is open when it ends, and everything after', async () => {
    const { client } = connect({ wait: () => new Promise(() => undefined) });
    const answer = client.request('wait', null);
    client.dispose();
    await assert.rejects(answer, failsWith('closed'));
    await assert.rejects(client.request('double', 1), failsWith('closed'));
  });

  it('refuses parameters that are not what was agreed', async () => {
    const { client, server, heard, invalid } = connect();
    const anything = 'twenty' as unknown as number;
    await assert.rejects(client.request('double', anything), failsWith('invalid'));
    server.receive({ kind: 'notice', method: 'said', params: 7 });
    assert.deepEqual(heard, []);
    assert.deepEqual(invalid, ['double: not a number', 'said: not a text']);
  });

  it('refuses a result that is not what was agreed', async () => {
    const { client } = connect({ double: () => 'four' as unknown as number });
    await assert.rejects(client.request('double', 2), failsWith('invalid'));
  });

  it('has no methods but its own', () => {
    const { server, invalid } = connect();
    server.receive({ kind: 'request', id: 1, method: 'toString', params: null });
    server.receive({ kind: 'notice', method: 'constructor', params: null });
    assert.deepEqual(invalid, ['toString: no such request', 'constructor: no such notice']);
  });

  it('ignores what is no message', () => {
    const { server, invalid, heard } = connect();
    for (const stray of [
      null,
      7,
      'reply',
      {},
      { kind: 'reply' },
      { kind: 'reply', id: 99 },
      { kind: 'cancel', id: 99 },
    ])
      server.receive(stray);
    assert.deepEqual([invalid, heard], [[], []]);
  });
});
