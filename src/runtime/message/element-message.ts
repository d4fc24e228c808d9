import type { ElementInfo } from '../decode/element-descriptor.js';
import type { Registry } from '../decode/registry.js';
import type { EncodeOptions, Writer } from '../encode/writer.js';
import type { Issue } from '../issue/issue.js';
import type { ReadOptions } from '../xml/reader.js';
import { InvalidMessageError } from './invalid-message-error.js';
import { encodeDocument } from './encode.js';
import { decodeDocument, withoutPlace } from './decode.js';
import type { StreamOptions, StreamResult, RecordReader } from '../stream/stream.js';

/** A message as text or bytes. Bytes may be UTF-8, UTF-16, ISO-8859-1 or windows-1252, as their declaration says. */
export type Source = string | Uint8Array | ArrayBuffer;

export interface DecodeOptions extends ReadOptions {
  /** Types and elements of other schemas that `xsi:type` and wildcards may name. */
  readonly registry?: Registry;
}

export type Decoded<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | {
      readonly ok: false;
      /** What could be read all the same; absent where the document is not well-formed. */
      readonly value?: unknown;
      readonly issues: readonly Issue[];
      /** Issues found, those beyond the limit included. */
      readonly issueCount: number;
    };

export interface Validated {
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly issueCount: number;
}

/** What generated code says about a global element. */
export interface MessageInfo {
  readonly element: ElementInfo;
  readonly namespace: string;
  readonly localName: string;
  /** Prefixes that the model uses, by namespace. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** False: decoding does not fill in defaults unless it is asked to. */
  readonly applyDefaults?: boolean;
  /** Elements without a namespace occur, so that no default namespace can be used. */
  readonly unqualified?: boolean;
  /** Elements of simple types whose values are not their literals: booleans, lists, names. */
  readonly fromLiteral?: (literal: unknown) => unknown;
  readonly toLiteral?: (w: Writer, value: unknown) => unknown;
  readonly registry?: () => Registry;
  /** Loads the records that can be streamed, and the code that reads on the way to them. */
  readonly records?: () => Promise<Readonly<Record<string, RecordReader>>>;
  /** A valid message, as XML. */
  readonly sample?: () => string;
}

/** A message type: reads, validates and writes the documents of one global element. */
export interface Message<T, Records = Record<never, never>> {
  readonly name: string;
  readonly namespace: string;
  readonly info: MessageInfo;
  /** Reads and validates a document. Throws `InvalidMessageError` where it is not valid. */
  decode(source: Source, options?: DecodeOptions): T;
  /** Reads and validates a document, and answers with the value or the issues. */
  safeDecode(source: Source, options?: DecodeOptions): Decoded<T>;
  /** Writes a value as XML. */
  encode(value: T, options?: EncodeOptions): string;
  /** Writes a value as XML in UTF-8: what a transport wants, and faster than a string. */
  encodeBytes(value: T, options?: EncodeOptions): Uint8Array;
  /** Validates a document, or a value that never was XML by the same rules. */
  validate(input: Source | T, options?: DecodeOptions): Validated;
  /** Reads a document of any size record by record, in constant memory. */
  stream<K extends keyof Records>(
    source: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | Uint8Array,
    options: StreamOptions<K>,
  ): StreamResult<Records[K]>;
  /** A valid message to start from. */
  sample(): T;
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'cimbind';
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: T }
      | { readonly issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

const isSource = (input: unknown): input is Source =>
  typeof input === 'string' || input instanceof Uint8Array || input instanceof ArrayBuffer;

/** Makes the descriptor of a message. Generated code calls this once a global element. */
export function message<T, Records = Record<never, never>>(info: MessageInfo): Message<T, Records> {
  const safeDecode = (source: Source, options?: DecodeOptions): Decoded<T> =>
    decodeDocument<T>(info, source, options);
  const decode = (source: Source, options?: DecodeOptions): T => {
    const result = safeDecode(source, options);
    if (!result.ok) throw new InvalidMessageError(result.issues);
    return result.value;
  };
  const encodeBytes = (value: T, options?: EncodeOptions): Uint8Array => encodeDocument(info, value, options);
  const validate = (input: Source | T, options?: DecodeOptions): Validated => {
    if (isSource(input)) {
      const result = decodeDocument<T>(info, input, options);
      return {
        valid: result.ok,
        issues: result.issues,
        issueCount: result.ok ? result.issues.length : result.issueCount,
      };
    }
    const written = writeValue(info, input, options);
    if (written instanceof TypeError) return notOfThisShape(written);
    const result = decodeDocument<T>(info, written, options);
    const issues = result.issues.map(withoutPlace);
    return { valid: result.ok, issues, issueCount: result.ok ? issues.length : result.issueCount };
  };
  return {
    name: info.localName,
    namespace: info.namespace,
    info,
    decode,
    safeDecode,
    encode: (value, options) => new TextDecoder().decode(encodeBytes(value, options)),
    encodeBytes,
    validate,
    stream: (source, options) =>
      streamLater<Records[typeof options.record]>(async () => {
        const offered = (await info.records?.()) ?? {};
        const record = offered[String(options.record)];
        if (record === undefined)
          throw new RangeError(
            `${info.localName} has no record "${String(options.record)}"; it has ${Object.keys(offered).join(', ') || 'none'}`,
          );
        return record.start(info, source, options) as StreamResult<Records[typeof options.record]>;
      }),
    sample: () => {
      if (info.sample === undefined) throw new RangeError(`${info.localName} was generated without samples`);
      return decode(info.sample());
    },
    '~standard': {
      version: 1,
      vendor: 'cimbind',
      validate: (value) => {
        if (isSource(value)) {
          const result = safeDecode(value);
          return result.ok ? { value: result.value } : { issues: result.issues.map(standardIssue) };
        }
        const result = validate(value as T);
        return result.valid ? { value: value as T } : { issues: result.issues.map(standardIssue) };
      },
    },
  };
}

/** Writes a value that may be anything at all: writers trust the types, which a value from outside need not keep to. */
function writeValue(
  info: MessageInfo,
  value: unknown,
  { registry }: DecodeOptions = {},
): Uint8Array | TypeError {
  try {
    return encodeDocument(info, value, {
      declaration: false,
      ...(registry === undefined ? {} : { registry }),
    });
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}

const notOfThisShape = (error: TypeError): Validated => ({
  valid: false,
  issues: [
    {
      code: 'VAL4001',
      rule: 'shape',
      severity: 'error',
      message: `the value does not have the shape of the message: ${error.message}`,
      path: '/',
      line: 0,
      column: 0,
      offset: 0,
    },
  ],
  issueCount: 1,
});

/** A stream whose reader is loaded when it is asked for its first record. */
const streamLater = <T>(start: () => Promise<StreamResult<T>>): StreamResult<T> => ({
  forEach: async (use) => (await start()).forEach(use),
  async *[Symbol.asyncIterator]() {
    yield* await start();
  },
});

const standardIssue = (issue: Issue): { message: string; path: readonly PropertyKey[] } => ({
  message: issue.message,
  path: issue.path.split('/').filter((step) => step !== ''),
});
