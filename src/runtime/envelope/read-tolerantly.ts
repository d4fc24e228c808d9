import { attributeText } from '../xml/attribute.js';
import { clarkOfOpen } from '../decode/any.js';
import { issuesOf } from '../issue/locate.js';
import { openSource } from '../message/decode.js';
import type { Source } from '../message/element-message.js';
import { readEpilog, readProlog } from '../xml/document.js';
import { close, openTag, skip } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { NO_NAMES } from '../xml/name-table.js';
import { bindingsAround } from '../xml/namespace.js';
import { STOP, type Reader } from '../xml/reader.js';
import { cutUtf8, readText } from '../xml/text.js';
import type { DecodedEnvelope, EnvelopeReadOptions } from './edition.js';
import { embedPart, type EmbeddedElement } from './embedded-element.js';
import type { Envelope } from './envelope.js';
import { kindOfRoot } from './kind-of-root.js';
import { isSameFamily } from './namespace-family.js';
import { ENVELOPE, type Shape, type ShapeField } from './shape.js';
import { readLoosely } from './text-value.js';
import { isTolerance, tolerated, type ToleranceId } from './tolerance.js';
import { verbIn } from './verb-form.js';

/** What is being read, and how. */
interface Reading {
  readonly r: Reader;
  /** Namespace of the edition, and of the root element of a strongly typed message. */
  readonly namespace: string;
  own: string;
  readonly allowed: ReadonlySet<ToleranceId> | undefined;
  /** Namespaces that were told to be variants: once is enough. */
  readonly variants: Set<string>;
}

/**
 * Reads a message by its structure, where its schema refused it: whatever root it has and whatever namespace, as long as
 * there is a header or a reply in it. Each departure is named; one that is not allowed is an error, as in strict reading.
 */
export function readTolerantly(
  edition: { readonly namespace: string },
  source: Source,
  options: EnvelopeReadOptions,
  strict: DecodedEnvelope | undefined,
): DecodedEnvelope {
  const { r, ready } = openSource(source, options.limits === undefined ? {} : { limits: options.limits });
  const { tolerances } = options;
  const reading: Reading = {
    r,
    namespace: edition.namespace,
    own: '',
    allowed: tolerances === undefined ? undefined : new Set(tolerances),
    variants: new Set(),
  };
  let value: Envelope | undefined;
  try {
    if (!ready) return strict ?? failed(r);
    readProlog(r);
    openTag(r, NO_NAMES, r.at);
    value = readInSoap(reading);
    readEpilog(r);
  } catch (signal) {
    if (signal !== STOP) throw signal;
    return strict ?? failed(r);
  }
  if (value === undefined) {
    if (strict !== undefined) return strict;
    // What was said on the way is about another document than a message.
    r.issues.length = 0;
    r.issueCount = 0;
    report(r, 'VAL6001', 'envelope-root', 'the document holds no message: no header, no reply', 0);
    return failed(r);
  }
  const issues = issuesOf(r);
  const made = issues.filter(isTolerance);
  return r.errorCount === 0
    ? { ok: true, value, issues, tolerances: made }
    : { ok: false, value, issues, issueCount: r.issueCount, tolerances: made };
}

const failed = (r: Reader): DecodedEnvelope => ({
  ok: false,
  issues: issuesOf(r),
  issueCount: r.issueCount,
  tolerances: [],
});

const SOAP =
  /^\{http:\/\/(?:schemas\.xmlsoap\.org\/soap\/envelope\/|www\.w3\.org\/2003\/05\/soap-envelope)\}(.*)$/;

/** The message that is open, or that is in the body of the SOAP envelope that is. */
function readInSoap(reading: Reading): Envelope | undefined {
  const { r } = reading;
  const [, local] = SOAP.exec(clarkOfOpen(r)) ?? [];
  if (local === undefined) return readMessage(reading);
  if (local === 'Envelope') note(reading, 'soap-wrapped', 'the message is inside a SOAP envelope', nameOf(r));
  let found: Envelope | undefined;
  eachChild(r, () => {
    if (found === undefined && (local === 'Body' || SOAP.exec(clarkOfOpen(r))?.[1] === 'Body'))
      found = readInSoap(reading);
    else skip(r);
  });
  return found;
}

function readMessage(reading: Reading): Envelope | undefined {
  const { r, namespace } = reading;
  const name = clarkOfOpen(r);
  const [own, local] = partsOf(name);
  const start = nameOf(r);
  reading.own = own;
  const { kind, verb, isTyped } = kindOfRoot(local);
  if (!isTyped && own !== namespace) reading.variants.add(own);
  if (isTyped)
    note(
      reading,
      'typed-wrapper',
      `"${local}" is no message of the edition, but named like a strongly typed one`,
      start,
    );
  else if (own !== namespace)
    note(
      reading,
      'namespace-variant',
      `the root element is of namespace "${own}", "${namespace}" expected`,
      start,
    );
  const { part, places } = readParts(reading, ENVELOPE);
  if (part['header'] === undefined && part['reply'] === undefined) return undefined;
  // A shape's keys are those of the model.
  const read = part as Omit<Envelope, 'kind'>;
  const actual =
    kind ?? (read.reply === undefined ? 'message' : read.header === undefined ? 'fault' : 'response');
  return settleVerb(reading, { ...read, kind: actual }, verb, places);
}

/** The verb in the form that the kind of message asks for, or the one that a strongly typed root tells. */
function settleVerb(
  reading: Reading,
  envelope: Envelope,
  ofRoot: string | undefined,
  places: ReadonlyMap<string, number>,
): Envelope {
  const { header } = envelope;
  if (header === undefined) return envelope;
  const found: string = header.verb;
  const meant = found === '' ? (ofRoot ?? '') : verbIn(envelope.kind, found);
  if (meant === found) return envelope;
  const at = places.get('header.verb') ?? places.get('header') ?? 0;
  if (found !== '')
    note(
      reading,
      'verb-form',
      `verb "${found}" in a ${envelope.kind} message, "${meant}" expected`,
      at,
      meant,
      found,
    );
  return { ...envelope, header: { ...header, verb: meant } };
}

/** Reads the children of the open element by a shape. */
function readParts(
  reading: Reading,
  shape: Shape,
): { readonly part: Record<string, unknown>; readonly places: Map<string, number> } {
  const { r } = reading;
  const part: Record<string, unknown> = {};
  const places = new Map<string, number>();
  const at = nameOf(r);
  let last = 0;
  readAttributes(reading, shape, part);
  const stray = eachChild(r, () => {
    const name = clarkOfOpen(r);
    const [, local] = partsOf(name);
    const start = nameOf(r);
    const index = fieldOf(reading, shape, name);
    const field = shape.fields[index];
    if (field === undefined) {
      if (!shape.beyond.includes(local))
        note(reading, 'unknown-element', `element "${local}" is not known here`, start, undefined, local);
      skip(r);
      return;
    }
    if (index < last)
      note(reading, 'element-order', `element "${local}" stands too late`, start, undefined, local);
    last = Math.max(last, index);
    if (field.kind === 'open') {
      add(part, field.key, keepPart(r, name));
      return;
    }
    if (!field.many && part[field.key] !== undefined)
      note(
        reading,
        'repeated-element',
        `element "${local}" is there twice; the first counts`,
        start,
        undefined,
        local,
      );
    const value =
      field.kind === 'record'
        ? readRecord(reading, shape, field.key, field.shape, places)
        : readField(reading, shape, field, start);
    if (!places.has(`${shape.name}.${field.key}`)) places.set(`${shape.name}.${field.key}`, start);
    if (value === undefined) return;
    if (field.many) add(part, field.key, value);
    else part[field.key] ??= value;
  });
  readContent(reading, shape, part, stray, at);
  for (const name of shape.required) {
    const field = shape.fields.find((one) => one.name === name);
    if (field === undefined || part[field.key] !== undefined) continue;
    if (!places.has(`${shape.name}.${field.key}`))
      note(reading, 'missing-element', `element "${name}" is missing`, at, name);
    part[field.key] = '';
  }
  return { part, places };
}

function readRecord(
  reading: Reading,
  outer: Shape,
  key: string,
  shape: Shape,
  places: Map<string, number>,
): Record<string, unknown> {
  if (outer === ENVELOPE) places.set(key, nameOf(reading.r));
  const inner = readParts(reading, shape);
  if (outer === ENVELOPE) for (const [name, at] of inner.places) places.set(name, at);
  return inner.part;
}

/** The value of the open element, which holds a text; undefined where it holds none worth the name. */
function readField(
  reading: Reading,
  shape: Shape,
  field: Extract<ShapeField, { kind: 'text' }>,
  start: number,
): unknown {
  const { r } = reading;
  const namespaces = new Map(r.bindings.map(({ prefix, namespace }) => [prefix, namespace]));
  const text = eachChild(r, () => {
    note(reading, 'unknown-element', `"${field.name}" holds elements, a text expected`, nameOf(r));
    skip(r);
  });
  const { value, tolerance, message } = readLoosely(field.text, text, namespaces);
  const isRequired = shape.required.includes(field.name);
  if (tolerance === 'placeholder' && text === '' && !isRequired && field.text === 'string') return '';
  if (tolerance !== undefined)
    note(reading, tolerance, `"${field.name}" ${message ?? ''}`, start, undefined, text.trim());
  return value;
}

function readAttributes(reading: Reading, shape: Shape, part: Record<string, unknown>): void {
  const { r } = reading;
  for (let index = 0; index < r.attributeCount; index++) {
    const name = cutUtf8(r, r.attributeLocal[index] as number, r.attributeNameEnd[index] as number);
    const namespace = r.attributeNamespace[index] as string;
    if (namespace === XSI) continue;
    const field = shape.fields.find(
      (one) => one.kind === 'text' && one.place === 'attribute' && one.name === name,
    );
    if (field !== undefined && namespace === '') part[field.key] = attributeText(r, index);
    else
      note(
        reading,
        'unknown-element',
        `attribute "${name}" is not known here`,
        r.attributeName[index] as number,
        undefined,
        name,
      );
  }
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** The text between the elements: the value of a shape that has content, otherwise astray. */
function readContent(
  reading: Reading,
  shape: Shape,
  part: Record<string, unknown>,
  text: string,
  at: number,
): void {
  const content = shape.fields.find((one) => one.kind === 'text' && one.place === 'content');
  if (content !== undefined) part[content.key] = text;
  else if (text.trim() !== '')
    note(reading, 'stray-text', `text "${text.trim().slice(0, 40)}" stands between elements`, at);
}

/**
 * The field that an element is, by its name. Elements of other namespaces than those of the envelope go where any element
 * may be, if there is such a place; answers the number of the field, or -1.
 */
function fieldOf(reading: Reading, shape: Shape, name: string): number {
  const { namespace, own } = reading;
  const [ns, local] = partsOf(name);
  const start = nameOf(reading.r);
  const isElement = (field: ShapeField): boolean => field.kind !== 'text' || field.place === 'element';
  const exact = shape.fields.findIndex(
    (field) => isElement(field) && field.kind !== 'open' && field.name === local,
  );
  const index =
    exact >= 0
      ? exact
      : shape.fields.findIndex(
          (field) =>
            isElement(field) && field.kind !== 'open' && field.name.toLowerCase() === local.toLowerCase(),
        );
  const open = shape.fields.findIndex(({ kind }) => kind === 'open');
  const isOfEnvelope = ns === namespace || ns === own;
  if (index < 0) {
    // A strongly typed payload may have been declared in the namespace of the wrapper.
    if (open < 0 || ns === namespace) return -1;
    if (ns === '')
      note(
        reading,
        'unqualified-element',
        `element "${local}" has no namespace`,
        start,
        'a namespace',
        local,
      );
    return open;
  }
  if (!isOfEnvelope) {
    const isVariant = isSameFamily(ns, namespace) || isSameFamily(ns, own);
    if (!isVariant && open >= 0) return open;
    if (!reading.variants.has(ns))
      note(
        reading,
        'namespace-variant',
        `element "${local}" is of namespace "${ns}", "${namespace}" expected`,
        start,
        namespace,
        ns,
      );
    reading.variants.add(ns);
  }
  if (exact < 0)
    note(
      reading,
      'name-case',
      `element "${local}" is called "${shape.fields[index]?.name ?? ''}"`,
      start,
      shape.fields[index]?.name,
      local,
    );
  return index;
}

/** Calls `take` for each child of the open element, its start tag read, and closes the element; answers its text. */
function eachChild(r: Reader, take: () => void): string {
  let text = '';
  if (!r.selfClosed)
    for (;;) {
      text += readText(r);
      if (r.bytes[r.at + 1] === 0x2f) break;
      openTag(r, NO_NAMES, r.at);
      take();
    }
  close(r);
  return text;
}

function keepPart(r: Reader, name: string): EmbeddedElement {
  const start = nameOf(r) - 1;
  const namespaces = bindingsAround(r);
  skip(r);
  return embedPart(name, { bytes: r.bytes, start, end: r.at, namespaces });
}

function note(
  { r, allowed }: Reading,
  id: ToleranceId,
  message: string,
  at: number,
  expected?: string,
  found?: string,
): void {
  report(r, ...tolerated(id, message, at, expected, found, allowed === undefined || allowed.has(id)));
}

const nameOf = (r: Reader): number => r.nameStart[r.depth] as number;

function add(part: Record<string, unknown>, key: string, value: unknown): void {
  const before = part[key];
  if (Array.isArray(before)) before.push(value);
  else part[key] = [value];
}

const partsOf = (name: string): readonly [namespace: string, local: string] => {
  const brace = name.lastIndexOf('}');
  return brace < 0 ? ['', name] : [name.slice(1, brace), name.slice(brace + 1)];
};
