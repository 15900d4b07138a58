/**
 * One typed conversation between the extension and a webview: requests with a reply, an error reply, a
 * time-out and cancellation; and notices, which nobody answers. Both sides run this same file, over whatever
 * carries structured clones between them.
 */

/**
 * What one side may be asked. `requests` maps a method to its parameters and its result, `notices` maps a
 * method to its parameters. Declare it as a type, not as an interface.
 */
export interface Contract {
  readonly requests: Readonly<Record<string, { readonly params: unknown; readonly result: unknown }>>;
  readonly notices: Readonly<Record<string, unknown>>;
}

type Requests<C extends Contract> = C['requests'];
type Notices<C extends Contract> = C['notices'];
export type Params<C extends Contract, M extends keyof Requests<C>> = Requests<C>[M]['params'];
export type Result<C extends Contract, M extends keyof Requests<C>> = Requests<C>[M]['result'];

/** Turns what arrived into what was promised; throws when it is something else. */
export type Check<T> = (value: unknown) => T;

/** One check for everything that can arrive: parameters of `Theirs`, results of `Ours`. */
export interface Checks<Ours extends Contract, Theirs extends Contract> {
  readonly requests: { readonly [M in keyof Requests<Ours>]: Check<Params<Ours, M>> };
  readonly notices: { readonly [M in keyof Notices<Ours>]: Check<Notices<Ours>[M]> };
  readonly results: { readonly [M in keyof Requests<Theirs>]: Check<Result<Theirs, M>> };
}

/** How a side answers what it may be asked. */
export interface Handlers<Ours extends Contract> {
  readonly requests: {
    readonly [M in keyof Requests<Ours>]: (
      params: Params<Ours, M>,
      signal: AbortSignal,
    ) => Result<Ours, M> | Promise<Result<Ours, M>>;
  };
  readonly notices: { readonly [M in keyof Notices<Ours>]: (params: Notices<Ours>[M]) => void };
}

/**
 * Why a request failed. `invalid`: the message was not what the contract says. `changed` and `gone`: the file
 * is no longer the one that was asked for. `failed`: anything else.
 */
export const FAILURES = ['timeout', 'cancelled', 'closed', 'invalid', 'changed', 'gone', 'failed'] as const;
export type Failure = (typeof FAILURES)[number];

/** A request that was not answered with a result. Throw it in a handler to choose the reason the other side sees. */
export class RequestError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, message: string) {
    super(message);
    this.name = 'RequestError';
    this.failure = failure;
  }
}

export interface RequestOptions {
  /** Milliseconds; 30 seconds unless told otherwise. `Infinity` waits for a person. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

const DEFAULT_TIMEOUT = 30_000;

type Message =
  | { readonly kind: 'request'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'reply'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly failure: Failure; readonly message: string }
  | { readonly kind: 'notice'; readonly method: string; readonly params: unknown };

/** Null for anything that is no message of ours; a webview also hears messages that are not meant for it. */
function asMessage(value: unknown): Message | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  const { kind } = value;
  const id = 'id' in value && typeof value.id === 'number' ? value.id : null;
  const method = 'method' in value && typeof value.method === 'string' ? value.method : null;
  const params = 'params' in value ? value.params : undefined;
  if (kind === 'notice' && method !== null) return { kind, method, params };
  if (id === null) return null;
  if (kind === 'request' && method !== null) return { kind, id, method, params };
  if (kind === 'cancel') return { kind, id };
  if (kind === 'reply') return { kind, id, result: 'result' in value ? value.result : undefined };
  if (kind === 'error') {
    const failure = FAILURES.find((name) => 'failure' in value && value.failure === name) ?? 'failed';
    return { kind, id, failure, message: 'message' in value ? String(value.message) : '' };
  }
  return null;
}

interface Pending {
  readonly method: string;
  settle(result: unknown): void;
  fail(error: RequestError): void;
}

export interface ChannelOptions<Ours extends Contract, Theirs extends Contract> {
  /** Hands a structured-clonable message to the other side. */
  readonly post: (message: unknown) => void;
  readonly checks: Checks<Ours, Theirs>;
  readonly handlers: Handlers<Ours>;
  /** Told of messages that broke the contract; they are otherwise ignored or answered with `invalid`. */
  readonly onInvalid?: (message: string) => void;
}

/** One end of a conversation: it may be asked what `Ours` says, and asks what `Theirs` says. */
export class Channel<Ours extends Contract, Theirs extends Contract> {
  readonly #options: ChannelOptions<Ours, Theirs>;
  readonly #pending = new Map<number, Pending>();
  readonly #answering = new Map<number, AbortController>();
  #lastId = 0;
  #closed = false;

  constructor(options: ChannelOptions<Ours, Theirs>) {
    this.#options = options;
  }

  /** Asks the other side. Rejects with a `RequestError` only. */
  request<M extends keyof Theirs['requests'] & string>(
    method: M,
    params: Params<Theirs, M>,
    options: RequestOptions = {},
  ): Promise<Result<Theirs, M>> {
    const { timeout = DEFAULT_TIMEOUT, signal } = options;
    if (this.#closed) return Promise.reject(new RequestError('closed', `${method}: the other side is gone`));
    if (signal?.aborted === true)
      return Promise.reject(new RequestError('cancelled', `${method}: cancelled`));
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const giveUp = (failure: Failure) => {
        this.#options.post({ kind: 'cancel', id } satisfies Message);
        pending.fail(new RequestError(failure, `${method}: ${failure}`));
      };
      const onAbort = () => {
        giveUp('cancelled');
      };
      const timer = Number.isFinite(timeout) ? setTimeout(giveUp, timeout, 'timeout') : undefined;
      const finish = () => {
        this.#pending.delete(id);
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      const pending: Pending = {
        method,
        settle: (result) => {
          finish();
          try {
            resolve(this.#options.checks.results[method](result));
          } catch (error) {
            reject(new RequestError('invalid', `${method}: ${messageOf(error)}`));
          }
        },
        fail: (error) => {
          finish();
          reject(error);
        },
      };
      this.#pending.set(id, pending);
      signal?.addEventListener('abort', onAbort);
      this.#options.post({ kind: 'request', id, method, params } satisfies Message);
    });
  }

  /** Tells the other side something that needs no answer. */
  notify<M extends keyof Theirs['notices'] & string>(method: M, params: Theirs['notices'][M]): void {
    if (!this.#closed) this.#options.post({ kind: 'notice', method, params } satisfies Message);
  }

  /** Takes in a message from the other side. Throws only what a notice's handler throws. */
  receive(data: unknown): void {
    const message = asMessage(data);
    if (message === null || this.#closed) return;
    switch (message.kind) {
      case 'request':
        void this.#answer(message.id, message.method, message.params);
        break;
      case 'notice':
        this.#hear(message.method, message.params);
        break;
      case 'cancel':
        this.#answering.get(message.id)?.abort();
        break;
      case 'reply':
        this.#pending.get(message.id)?.settle(message.result);
        break;
      case 'error': {
        const pending = this.#pending.get(message.id);
        pending?.fail(new RequestError(message.failure, message.message));
        break;
      }
    }
  }

  /** Ends the conversation: open requests fail with `closed`, running handlers are aborted. */
  dispose(): void {
    this.#closed = true;
    for (const pending of [...this.#pending.values()]) {
      pending.fail(new RequestError('closed', `${pending.method}: the other side is gone`));
    }
    for (const controller of this.#answering.values()) controller.abort();
  }

  async #answer(id: number, method: string, params: unknown): Promise<void> {
    const { checks, handlers } = this.#options;
    const controller = new AbortController();
    this.#answering.set(id, controller);
    let answer: Message;
    try {
      const handler = own(handlers.requests, method);
      const check = own(checks.requests, method);
      if (!handler || !check) throw this.#invalid(`${method}: no such request`);
      const result = await handler(this.#checked(method, check, params), controller.signal);
      answer = { kind: 'reply', id, result };
    } catch (error) {
      const failure = error instanceof RequestError ? error.failure : 'failed';
      answer = { kind: 'error', id, failure, message: messageOf(error) };
    }
    this.#answering.delete(id);
    if (!controller.signal.aborted) this.#options.post(answer);
  }

  #hear(method: string, params: unknown): void {
    const { checks, handlers } = this.#options;
    try {
      const handler = own(handlers.notices, method);
      const check = own(checks.notices, method);
      if (!handler || !check) throw this.#invalid(`${method}: no such notice`);
      handler(this.#checked(method, check, params));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
    }
  }

  #checked<T>(method: string, check: Check<T>, value: unknown): T {
    try {
      return check(value);
    } catch (error) {
      throw this.#invalid(`${method}: ${messageOf(error)}`);
    }
  }

  #invalid(message: string): RequestError {
    this.#options.onInvalid?.(message);
    return new RequestError('invalid', message);
  }
}

/** The entry of that name, unless the name only means something that every object inherits. */
const own = <T extends object>(entries: T, name: string): T[keyof T] | undefined =>
  Object.hasOwn(entries, name) ? entries[name as keyof T] : undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
