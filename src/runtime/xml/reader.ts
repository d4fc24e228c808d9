import type { RawIssue } from '../issue/issue.js';
import type { IdentityConstraintWatch } from '../identity-constraint/watch.js';
import type { Registry } from '../decode/registry.js';
import type { PendingContent } from '../decode/element-descriptor.js';
import type { AnyElement } from '../value/any-element.js';
import type { WayLevel } from '../stream/way.js';
import type { Rewriting } from './doctype/rewriting.js';
import { FIRST_BINDINGS, type Binding } from './namespace.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';

/** How a document is read. */
export interface ReadOptions {
  /**
   * `strict`: the schema holds to the letter. `tolerant`: unknown elements and attributes, wrong order and a wrong
   * variant of the namespace become warnings, and the value is still decoded. Default `strict`.
   */
  readonly mode?: 'strict' | 'tolerant';
  /** Fill in the default values of absent attributes and empty elements. Default true. */
  readonly applyDefaults?: boolean;
  /**
   * Accept a DOCTYPE: give `internalSubset`, which reads it. What is external is never read. Default: it is refused.
   */
  readonly allowDoctype?: DoctypeReader;
  readonly limits?: Partial<Limits>;
}

/** Reads the DOCTYPE at `at` and answers where reading goes on, in bytes that may be other ones. */
export type DoctypeReader = (r: Reader, at: number) => number;

/** Reads the open element, which a wildcard let in, its start tag read: checks it as the wildcard asks, and keeps it. */
export type EmbedElement = (
  r: Reader,
  process: 'skip' | 'lax' | 'strict',
  registry: (() => Registry) | undefined,
) => AnyElement;

const nothing = (): void => undefined;
const NO_BYTES = /* @__PURE__ */ new Uint8Array(0);

/**
 * Where a document is being read: the bytes, the place, the open elements and the namespaces in scope.
 * State only; the functions beside it do the work, so that a bundle keeps those that it needs.
 */
export class Reader {
  /** The document, or the present window of it. Reading stops at `end`. */
  bytes: Uint8Array;
  /** The same bytes, to be read four at a time. */
  words: DataView;
  at = 0;
  end: number;
  /** Offset of `bytes[0]` in the whole document. */
  base = 0;
  /** More bytes may follow `end`: running out of them is `NEED_MORE`, not an error of the document. */
  partial = false;

  /** Set where a DOCTYPE was read: what `bytes` were made of. */
  rewriting: Rewriting | null = null;

  /** Number of open elements; their raw names lie at `nameStart[depth]` in `bytes`. */
  depth = 0;
  readonly maxDepth: number;
  readonly nameStart: Int32Array;
  readonly nameLength: Int32Array;

  /** The start tag read last had neither attributes nor `/>`. */
  plain = true;
  selfClosed = false;
  /** The start tag read last had `xsi:type` or `xsi:nil`. */
  xsi = false;
  /** Index of `xsi:type` / `xsi:nil` among the attributes, or -1. */
  xsiType = -1;
  xsiNil = -1;
  /** Namespace of the element opened by the slow path, and where its local name starts. */
  openNamespace = '';
  openLocal = 0;
  /** Where the local part of the name starts that was passed last. */
  local = 0;
  /** Attributes of the start tag read last, namespace declarations left out. */
  attributeCount = 0;
  readonly attributeName: number[] = [];
  readonly attributeLocal: number[] = [];
  readonly attributeNameEnd: number[] = [];
  readonly attributeValue: number[] = [];
  readonly attributeValueEnd: number[] = [];
  readonly attributeNamespace: string[] = [];
  /** The value, where it is not as it stands: references, white space or bytes beyond ASCII are in it. */
  readonly attributeCooked: (string | null)[] = [];

  /** Bindings in scope, innermost last; and by prefix, the innermost ones. */
  readonly bindings: Binding[] = [...FIRST_BINDINGS];
  readonly binding = new Map<string, Binding>();
  /** Depth of the innermost binding: closing that element takes bindings away. */
  bindingDepth = -1;
  /** The prefix (with its colon) that the last element had, and its namespace: what the next one will most likely have. */
  prefix: Uint8Array = NO_BYTES;
  prefixNamespace = '\u0000';

  /** One-byte view of a part of `bytes`, from which values are cut. */
  view = '';
  viewStart = 0;
  viewEnd = 0;

  /** The text of the CDATA section passed last, until it is taken. */
  cdata = '';

  readonly issues: RawIssue[] = [];
  issueCount = 0;
  errorCount = 0;
  readonly tolerant: boolean;
  readonly applyDefaults: boolean;
  readonly limits: Limits;
  readonly options: ReadOptions;

  /** The last child of an element in which a child was out of place, and that element (where its name starts). */
  floor = 0;
  floorOf = -1;
  /** Value constraint of the element being read, for whoever reads its content; null where there is none. */
  pending: PendingContent | null = null;
  /** The element being read has `xsi:nil="true"`: whoever reads its content takes it. */
  nil = false;
  /** Types and elements that `xsi:type` and wildcards may name, where the caller gave them. */
  registry: Registry | null = null;
  /** Streams: takes a record; the elements on the way that are open, and the same when the window began. */
  emit: (record: unknown) => void = nothing;
  ways: WayLevel[] = [];
  waysAtWindow: readonly WayLevel[] = [];
  /** Streams: the buffer of the window before, to be used again. */
  spare: Uint8Array | null = null;
  /** Bytes at the start of the window that repeat names of open elements. */
  kept = 0;
  /** Set while an element with identity constraints is open. */
  watch: IdentityConstraintWatch | null = null;
  /** What is being read is only validated: it will be read again to be kept. */
  readAgain = false;
  /** ID values seen, and IDREF values with the offset of their first use. */
  ids: Map<string, number> | null = null;
  idrefs: Map<string, number> | null = null;
  /** Set once there are references: looks at the end whether each has its ID. */
  checkReferences: ((r: Reader) => void) | null = null;
  /** Streams: offsets of references that may turn out to lead nowhere when the window has moved on. */
  late: number[] | null = null;
  /** Reads elements that wildcards let in, where they are not to be kept as trees. */
  embed: EmbedElement | null = null;
  /** Unparsed entities that a DOCTYPE declares, where one was read: what ENTITY values may name. */
  unparsedEntities: ReadonlySet<string> | null = null;

  constructor(bytes: Uint8Array, options: ReadOptions = {}) {
    this.bytes = bytes;
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.end = bytes.length;
    this.options = options;
    this.tolerant = options.mode === 'tolerant';
    this.applyDefaults = options.applyDefaults ?? true;
    this.limits = options.limits === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...options.limits };
    this.maxDepth = this.limits.maxDepth;
    this.nameStart = new Int32Array(this.limits.maxDepth + 2);
    this.nameLength = new Int32Array(this.limits.maxDepth + 2);
    for (const binding of FIRST_BINDINGS) this.binding.set(binding.prefix, binding);
  }
}

/** Thrown when a window ends inside a record: the driver of the stream reads it again with more bytes. Not a failure. */
export const NEED_MORE: unique symbol = /* @__PURE__ */ Symbol('need more bytes');

/** Thrown when a document is not well-formed or beyond a limit: the issue is noted, reading cannot go on. */
export const STOP: unique symbol = /* @__PURE__ */ Symbol('reading stopped');
