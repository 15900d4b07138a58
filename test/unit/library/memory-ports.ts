import { createHash } from 'node:crypto';
import type {
  CacheStore,
  CancelSignal,
  FileEntry,
  FileListing,
  Hasher,
  LibraryFiles,
  LibraryPorts,
  ReadOptions,
  ReportReader,
  UnlistedFile,
} from '../../../src/core/library/ports.ts';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { Fact } from '../../../src/core/report/fact.ts';
import { emptyReading, type DocumentReading } from '../../../src/core/report/reading.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A fact as the reader gives it, with a made-up passage. */
export const fact = <T>(value: T): Fact<T> => ({
  value,
  page: 1,
  printedPage: null,
  quote: String(value),
  certainty: 'certain',
});

/** What a fake PDF says of itself: its content is this object as JSON. */
export interface FakePdf {
  readonly kind?: DocumentReading['kind'];
  readonly vendor?: string;
  readonly aliases?: readonly string[];
  readonly end?: string;
  /** Makes the content unique where the rest is the same. */
  readonly salt?: string;
  /** Opens only with this password. */
  readonly password?: string;
}

export const readingOf = (pdf: FakePdf, depth: ReadOptions['depth']): DocumentReading => ({
  ...emptyReading(pdf.kind ?? 'soc2', pdf.kind === 'not-soc' ? 'A certificate.' : null, 10),
  type: fact(2),
  vendor: pdf.vendor === undefined ? null : fact(pdf.vendor),
  vendorAliases: (pdf.aliases ?? []).map((alias) => fact(alias)),
  periodEnd: pdf.end === undefined ? null : fact(calendarDate(pdf.end)),
  userControls: depth === 'full' ? [{ id: null, text: 'Users are removed in time.', page: 9 }] : [],
});

interface FakeFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly modified: number;
}

/** Files in memory; their clock ticks with every write, long before the real one. */
export class MemoryFiles implements LibraryFiles {
  readonly files = new Map<string, FakeFile>();
  readonly unlisted: UnlistedFile[] = [];
  readonly reviewFolder: string;
  /** Paths whose bytes were read, in that order. */
  readonly readPaths: string[] = [];
  /** Errors that reading these paths ends in. */
  readonly broken = new Map<string, Error>();
  /** Called between the bytes of a file being read and handed over. */
  onRead: (path: string) => void = () => undefined;
  listError: Error | undefined;
  #clock = 0;

  constructor(reviewFolder = 'reviews') {
    this.reviewFolder = reviewFolder;
  }

  write(path: string, content: string | FakePdf): this {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    this.#clock += 10_000;
    this.files.set(path, { bytes: encoder.encode(text), modified: this.#clock });
    return this;
  }

  remove(path: string): void {
    this.files.delete(path);
  }

  list(signal: CancelSignal): Promise<FileListing> {
    if (signal.aborted) return Promise.reject(new Error('cancelled'));
    if (this.listError !== undefined) return Promise.reject(this.listError);
    const entries = [...this.files.keys()].sort().map((path) => this.#entry(path)!);
    return Promise.resolve({
      pdfs: entries.filter(({ path }) => /\.pdf$/i.test(path)),
      reviews: entries.filter(({ path }) => path.startsWith(`${this.reviewFolder}/`) && path.endsWith('.md')),
      unlisted: this.unlisted,
    });
  }

  stat(path: string): Promise<FileEntry | undefined> {
    return Promise.resolve(this.#entry(path));
  }

  async readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    await Promise.resolve();
    this.readPaths.push(path);
    const error = this.broken.get(path);
    if (error !== undefined) throw error;
    const file = this.files.get(path);
    if (file === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    const bytes = file.bytes.slice();
    this.onRead(path);
    return bytes;
  }

  readText(path: string): Promise<string | undefined> {
    const error = this.broken.get(path);
    if (error !== undefined) return Promise.reject(error);
    const file = this.files.get(path);
    return Promise.resolve(file === undefined ? undefined : decoder.decode(file.bytes));
  }

  #entry(path: string): FileEntry | undefined {
    const file = this.files.get(path);
    return file && { path, bytes: file.bytes.length, modified: file.modified };
  }
}

/** Reads fake PDFs, after as many turns of the event loop as asked for. */
export class FakeReader implements ReportReader {
  readonly threads: number = 3;
  /** What was read, in the order in which reading began. */
  readonly reads: FakePdf[] = [];
  running = 0;
  mostRunning = 0;
  /** How many turns of the event loop a reading takes. */
  delay: (pdf: FakePdf) => number = () => 0;
  /** Called before each reading. */
  onRead: (pdf: FakePdf) => void = () => undefined;

  async read(
    bytes: Uint8Array<ArrayBuffer>,
    { depth, password, signal }: ReadOptions,
  ): Promise<DocumentReading> {
    const pdf = JSON.parse(decoder.decode(bytes)) as FakePdf;
    this.onRead(pdf);
    this.reads.push(pdf);
    this.mostRunning = Math.max(this.mostRunning, ++this.running);
    for (let turns = this.delay(pdf); turns > 0; turns--) await new Promise((done) => setImmediate(done));
    this.running--;
    if (signal?.aborted === true) throw new Error('cancelled');
    if (pdf.password !== undefined && pdf.password !== password)
      return emptyReading('unreadable', 'Password required.');
    return readingOf(pdf, depth);
  }
}

export class MemoryCache implements CacheStore {
  readonly entries = new Map<string, Uint8Array>();
  readonly gets: string[] = [];
  readonly puts: string[] = [];

  get(key: string): Promise<Uint8Array | undefined> {
    this.gets.push(key);
    return Promise.resolve(this.entries.get(key));
  }

  put(key: string, bytes: Uint8Array): Promise<void> {
    this.puts.push(key);
    this.entries.set(key, bytes.slice());
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.entries.clear();
    return Promise.resolve();
  }
}

export const sha256: Hasher = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

export interface MemoryPorts extends LibraryPorts {
  readonly files: MemoryFiles;
  readonly reader: FakeReader;
  readonly cache: MemoryCache;
}

/** The library's ports, all in memory. Files and cache can be those of an earlier session. */
export const memoryPorts = (earlier: Partial<Pick<MemoryPorts, 'files' | 'cache'>> = {}): MemoryPorts => ({
  files: earlier.files ?? new MemoryFiles(),
  reader: new FakeReader(),
  cache: earlier.cache ?? new MemoryCache(),
  hash: sha256,
});
