import { element } from '../decode/element.js';
import type { Issue } from '../issue/issue.js';
import { issuesOf } from '../issue/locate.js';
import { toUtf8 } from '../xml/encoding.js';
import { readEpilog, readProlog } from '../xml/document.js';
import { openName, openTag, skip } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { nameTable } from '../xml/name-table.js';
import { bindOutside } from '../xml/namespace.js';
import { Reader, STOP } from '../xml/reader.js';
import type { DecodeOptions, Decoded, MessageInfo, Source } from './element-message.js';
import { encodeDocument } from './encode.js';

/** Reads a whole document against one global element. */
export function decodeDocument<T>(
  info: MessageInfo,
  source: Source,
  options: DecodeOptions = {},
): Decoded<T> {
  const defaults = info.applyDefaults === undefined ? {} : { applyDefaults: info.applyDefaults };
  return decodeOpened(info, openSource(source, { ...defaults, ...options }), options);
}

/** An element inside a document in UTF-8 that was found to be well-formed, and the bindings in force around it. */
export interface Part {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly namespaces: ReadonlyMap<string, string>;
}

/** Reads an element inside a document against one global element. Issues have their places in the document. */
export function decodePart<T>(info: MessageInfo, part: Part, options: DecodeOptions = {}): Decoded<T> {
  const defaults = info.applyDefaults === undefined ? {} : { applyDefaults: info.applyDefaults };
  const r = new Reader(part.bytes, { ...defaults, ...options });
  r.at = part.start;
  r.end = part.end;
  for (const [prefix, namespace] of part.namespaces) bindOutside(r, prefix, namespace);
  return decodeOpened(info, { r, ready: true }, options);
}

function decodeOpened<T>(
  info: MessageInfo,
  opened: { readonly r: Reader; readonly ready: boolean },
  options: DecodeOptions,
): Decoded<T> {
  const { r } = opened;
  let value: unknown;
  let complete = false;
  try {
    if (opened.ready) {
      readRoot(r, info, options);
      value = readRootElement(r, info);
      readEpilog(r);
      r.checkReferences?.(r);
      complete = true;
    }
  } catch (signal) {
    if (signal !== STOP) throw signal;
  }
  const issues = issuesOf(r);
  if (!complete) return { ok: false, issues, issueCount: r.issueCount };
  const lacking = lackingIssues(r, info, value);
  if (r.errorCount === 0 && lacking.length === 0) return { ok: true, value: value as T, issues };
  return {
    ok: false,
    value,
    issues: [...issues, ...lacking],
    issueCount: r.issueCount + lacking.length,
  };
}

/**
 * What a value lacks that was read in tolerant mode with nothing but warnings: brought into the order of the schema, it
 * must be valid, because its type promises so. These issues have no place in the document.
 */
export function lackingIssues(r: Reader, info: MessageInfo, value: unknown): readonly Issue[] {
  if (!r.tolerant || r.errorCount > 0 || r.issueCount === 0) return [];
  const options = r.registry === null ? {} : { registry: r.registry };
  const { issues } = decodeDocument(
    info,
    encodeDocument(info, value, { ...options, declaration: false }),
    options,
  );
  return issues.map(withoutPlace);
}

/** An issue of a value that never was XML, or not that XML. */
export const withoutPlace = (issue: Issue): Issue => ({ ...issue, line: 0, column: 0, offset: 0 });

/** A reader over a source, transcoded to UTF-8; not `ready` where that failed, which is an issue of the reader then. */
export function openSource(
  source: Source,
  options: DecodeOptions,
): { readonly r: Reader; readonly ready: boolean } {
  if (typeof source === 'string') {
    const r = new Reader(new TextEncoder().encode(source), options);
    if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(source)) {
      report(r, 'XML1001', 'well-formed', 'the text has an unpaired surrogate', 0);
      return { r, ready: false };
    }
    return { r, ready: true };
  }
  const raw = source instanceof ArrayBuffer ? new Uint8Array(source) : source;
  const decoded = toUtf8(raw);
  if ('bytes' in decoded) return { r: new Reader(decoded.bytes, options), ready: true };
  const r = new Reader(new Uint8Array(0), options);
  const why =
    decoded.fault === 'unsupported-encoding'
      ? `encoding "${decoded.encoding}" is not supported`
      : `the bytes are not ${decoded.encoding}`;
  report(r, 'XML1001', 'well-formed', why, 0);
  return { r, ready: false };
}

/** Reads prolog and root start tag; a root that is not the message's is an issue. */
export function readRoot(r: Reader, info: MessageInfo, options: DecodeOptions): void {
  r.registry = options.registry ?? info.registry?.() ?? null;
  readProlog(r);
  const table = nameTable(info.namespace, [info.localName]);
  if (openTag(r, table, r.at) > 0) return;
  const isVariant = r.tolerant && openName(r).replace(/^.*:/, '') === info.localName;
  report(
    r,
    'VAL2200',
    'cvc-elt.1',
    `the root element is "${openName(r)}"${r.openNamespace === '' ? '' : ` of namespace "${r.openNamespace}"`}, "${info.localName}"${info.namespace === '' ? '' : ` of namespace "${info.namespace}"`} expected`,
    r.nameStart[r.depth] as number,
    info.localName,
    openName(r),
    undefined,
    isVariant ? 'warning' : 'error',
  );
  if (isVariant) return;
  skip(r);
  readEpilog(r);
  throw STOP;
}

function readRootElement(r: Reader, info: MessageInfo): unknown {
  const value = element(r, info.element);
  return info.fromLiteral === undefined ? value : info.fromLiteral(value);
}
