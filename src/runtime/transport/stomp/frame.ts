import { TransportError } from '../transport-error.js';

/** A frame of STOMP 1.2. */
export interface Frame {
  readonly command: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const UNESCAPED = new Set(['CONNECT', 'CONNECTED']);
const ESCAPES: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', ':': '\\c', '\\': '\\\\' };
const escape = (text: string): string =>
  /[\r\n:\\]/.test(text) ? text.replaceAll(/[\r\n:\\]/g, (character) => ESCAPES[character] ?? '') : text;

const MEANINGS: Readonly<Record<string, string>> = { '\\r': '\r', '\\n': '\n', '\\c': ':', '\\\\': '\\' };
const unescape = (text: string): string =>
  text.includes('\\') ? text.replaceAll(/\\[rnc\\]/g, (found) => MEANINGS[found] ?? '') : text;

/** Writes the head of a frame: everything before the body. */
export function frameHead(command: string, headers: Readonly<Record<string, string>>): string {
  let head = `${command}\n`;
  if (UNESCAPED.has(command)) for (const name in headers) head += `${name}:${headers[name] ?? ''}\n`;
  else for (const name in headers) head += `${escape(name)}:${escape(headers[name] ?? '')}\n`;
  return `${head}\n`;
}

export interface FrameLimits {
  /** Bytes of command and headers together. */
  readonly head: number;
  readonly body: number;
}

const NUL = 0;
const LF = 10;
const CR = 13;

/** Reads frames from chunks as they come. Bytes of a long body are joined once. */
export class FrameReader {
  readonly #limits: FrameLimits;
  readonly #take: (frame: Frame) => void;
  /** What came and belongs to no finished frame. */
  #rest: Buffer = Buffer.alloc(0);
  /** Where to go on looking for the end of the head, or of a body without length. */
  #searched = 0;
  #head:
    | { readonly command: string; readonly headers: Record<string, string>; readonly length: number }
    | undefined;
  #parts: Buffer[] = [];
  #missing = 0;

  constructor(limits: FrameLimits, take: (frame: Frame) => void) {
    this.#limits = limits;
    this.#take = take;
  }

  push(chunk: Buffer): void {
    if (this.#missing > 0) {
      this.#parts.push(chunk);
      this.#missing -= chunk.length;
      if (this.#missing > 0) return;
      this.#rest = Buffer.concat(this.#parts);
      this.#parts = [];
    } else this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#missing = 0;
    while (this.#step());
  }

  #step(): boolean {
    if (this.#head === undefined && !this.#readHead()) return false;
    const head = this.#head;
    if (head === undefined) return false;
    const end = head.length < 0 ? this.#findEnd() : head.length;
    if (end === undefined) return false;
    if (end > this.#limits.body) throw tooLarge('body', this.#limits.body);
    if (this.#rest.length < end + 1) {
      this.#missing = end + 1 - this.#rest.length;
      this.#parts = [this.#rest];
      this.#rest = Buffer.alloc(0);
      return false;
    }
    if (this.#rest[end] !== NUL) throw broken('a body does not end where its content-length says');
    const body = this.#rest.subarray(0, end);
    this.#rest = this.#rest.subarray(end + 1);
    this.#head = undefined;
    this.#searched = 0;
    this.#take({ command: head.command, headers: head.headers, body });
    return true;
  }

  #findEnd(): number | undefined {
    const end = this.#rest.indexOf(NUL, this.#searched);
    if (end >= 0) return end;
    this.#searched = this.#rest.length;
    if (this.#searched > this.#limits.body) throw tooLarge('body', this.#limits.body);
    return undefined;
  }

  #readHead(): boolean {
    let begin = 0;
    // Line ends between frames are heartbeats.
    while (this.#rest[begin] === LF || this.#rest[begin] === CR) begin++;
    if (begin > 0) this.#rest = this.#rest.subarray(begin);
    const end = endOfHead(this.#rest, this.#searched);
    if (end === undefined) {
      if (this.#rest.length > this.#limits.head) throw tooLarge('head', this.#limits.head);
      this.#searched = Math.max(0, this.#rest.length - 3);
      return false;
    }
    if (end > this.#limits.head) throw tooLarge('head', this.#limits.head);
    const [command = '', ...lines] = this.#rest.toString('utf8', 0, end).split(/\r?\n/);
    const headers: Record<string, string> = {};
    for (const line of lines) {
      const colon = line.indexOf(':');
      if (line === '') continue;
      if (colon < 0) throw broken('a header without colon');
      const raw = line.slice(0, colon);
      const name = UNESCAPED.has(command) ? raw : unescape(raw);
      // The first of several headers of one name counts.
      if (!Object.hasOwn(headers, name))
        headers[name] = UNESCAPED.has(command) ? line.slice(colon + 1) : unescape(line.slice(colon + 1));
    }
    const length = headers['content-length'];
    if (length !== undefined && !/^\d{1,15}$/.test(length))
      throw broken('a content-length that is no number');
    this.#head = { command, headers, length: length === undefined ? -1 : Number(length) };
    this.#rest = this.#rest.subarray(end);
    this.#searched = 0;
    return true;
  }
}

/** Offset after the empty line. */
function endOfHead(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return undefined;
}

const broken = (what: string): TransportError =>
  new TransportError('TRN2001', `the broker sent no STOMP: ${what}`);
const tooLarge = (what: string, limit: number): TransportError =>
  new TransportError('TRN2001', `the broker sent a ${what} of more than ${limit} bytes`);
