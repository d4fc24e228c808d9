import type { AnyElement, AnyType } from '../value/any-element.js';
import { attributeName, attributeText } from '../xml/attribute.js';
import { close, openTag } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { nameTable, type NameTable } from '../xml/name-table.js';
import { namespaceOf } from '../xml/namespace.js';
import type { Reader } from '../xml/reader.js';
import { cutUtf8, readText } from '../xml/text.js';
import { element } from './element.js';
import { mixedValue, takePending } from './mixed.js';
import type { RegisteredAttribute, Registry } from './registry.js';
import { attributeValue, refuseAttribute } from './simple.js';
import { writeAnyContent } from '../encode/any.js';
import { complexType, type ComplexTypeInfo } from './type-descriptor.js';
import { allowsNamespace, type WildcardInfo } from './wildcard.js';

/** Stands for an element that is kept by an element around it. */
const NOT_KEPT: AnyElement = /* @__PURE__ */ Object.freeze({ name: '', attributes: {}, children: [] });

const NO_NAMES: NameTable = /* @__PURE__ */ nameTable('', []);

/** Clark name of the open element, which the slow path opened. */
export const clarkOfOpen = (r: Reader): string => {
  const local = cutUtf8(r, r.openLocal, (r.nameStart[r.depth] as number) + (r.nameLength[r.depth] as number));
  return r.openNamespace === '' ? local : `{${r.openNamespace}}${local}`;
};

/**
 * Reads an element that a wildcard let in, its start tag read: validated as `processContents` says, kept whole.
 */
export const anyElement = (
  r: Reader,
  process: WildcardInfo['process'],
  registry?: () => Registry,
): AnyElement => readOpenElement(r, process, 'outermost', registry);

/** Whether a kept element stands inside another kept one. */
type Standing = 'outermost' | 'inner';

function readOpenElement(
  r: Reader,
  process: WildcardInfo['process'],
  standing: Standing,
  registry?: () => Registry,
): AnyElement {
  if (process !== 'skip') {
    const known = registry?.() ?? r.registry;
    const name = clarkOfOpen(r);
    const declaration =
      known !== null && Object.hasOwn(known.elements, name) ? known.elements[name] : undefined;
    if (declaration !== undefined || (r.xsiType >= 0 && !r.plain && known !== null)) {
      if (r.registry === null) r.registry = known;
      return validatedElsewhere(r, standing, () => {
        element(r, declaration ?? { name, type: anyTypeInfo, undeclared: true });
      });
    }
    if (process === 'strict')
      report(
        r,
        'VAL2006',
        'cvc-complex-type.2.4.c',
        `element "${name}" must be declared to stand here, and it is not`,
        r.nameStart[r.depth] as number,
        'a declared element',
        name,
      );
    return keep(r, 'lax', standing);
  }
  if (r.watch !== null) r.watch.skipped(r);
  return keep(r, 'skip', standing);
}

/** Lets `validate` read the open element, then reads it again to keep it. */
function validatedElsewhere(r: Reader, standing: Standing, validate: () => void): AnyElement {
  const start = (r.nameStart[r.depth] as number) - 1;
  if (r.readAgain) {
    // The element around it is read again with all that is in it: once is enough, however deep they lie.
    validate();
    return NOT_KEPT;
  }
  r.readAgain = true;
  validate();
  r.readAgain = false;
  const end = r.at;
  const { watch, ids, idrefs, issueCount, errorCount } = r;
  const issues = r.issues.length;
  r.watch = null;
  r.at = start;
  openTag(r, NO_NAMES, start);
  const kept = keep(r, 'skip', standing);
  r.watch = watch;
  r.ids = ids;
  r.idrefs = idrefs;
  r.issueCount = issueCount;
  r.errorCount = errorCount;
  r.issues.length = issues;
  r.at = end;
  return kept;
}

/** Keeps the open element; with `lax`, declared elements inside are validated. */
function keep(r: Reader, process: 'lax' | 'skip', standing: Standing): AnyElement {
  const name = clarkOfOpen(r);
  const nameStart = r.nameStart[r.depth] as number;
  const prefix = r.openLocal === nameStart ? undefined : cutUtf8(r, nameStart, r.openLocal - 1);
  const content = readContent(r, process, 'inner');
  const { attributes, children } = content;
  let { namespaces } = content;
  // A default namespace that is declared outside is told, too: where the element is written, there may be another one.
  if (
    standing === 'outermost' &&
    prefix === undefined &&
    name.charCodeAt(0) === 0x7b &&
    namespaces?.[''] === undefined
  )
    namespaces = { ...namespaces, '': name.slice(1, name.lastIndexOf('}')) };
  return {
    name,
    ...(prefix === undefined ? {} : { prefix }),
    ...(namespaces === undefined ? {} : { namespaces }),
    attributes,
    children,
  };
}

function readContent(r: Reader, process: 'lax' | 'skip', standing: Standing): AnyType {
  const attributes: Record<string, string> = {};
  for (let index = 0; index < r.attributeCount; index++)
    put(attributes, attributeClark(r, index), attributeText(r, index));
  let namespaces = declaredHere(r);
  const children: (string | AnyElement)[] = [];
  if (!r.selfClosed)
    for (;;) {
      const text = readText(r);
      if (text !== '') children.push(text);
      if (r.bytes[r.at + 1] === 0x2f) break;
      openTag(r, NO_NAMES, r.at);
      children.push(process === 'skip' ? keep(r, 'skip', standing) : readOpenElement(r, 'lax', standing));
    }
  for (const [name, text] of Object.entries(attributes))
    namespaces = withUsed(r, text, name === `{${XSI}}type`, namespaces);
  for (const item of children)
    if (typeof item === 'string') namespaces = withUsed(r, item, false, namespaces);
  close(r);
  return { namespaces, attributes, children };
}

/**
 * A text that looks like a QName means nothing without the binding of its prefix: one of an element that is not kept is
 * added to what the open element declares.
 */
function withUsed(
  r: Reader,
  text: string,
  isName: boolean,
  declared: Record<string, string> | undefined,
): Record<string, string> | undefined {
  if (!isName && !text.includes(':')) return declared;
  const name = /^\s*(?:([^\s:]+):)?[^\s:]+\s*$/.exec(text);
  if (name === null) return declared;
  const prefix = name[1] ?? '';
  const namespace = namespaceOf(r, prefix);
  if (namespace === undefined || namespace === '' || prefix === 'xml') return declared;
  if (declared !== undefined && Object.hasOwn(declared, prefix)) return declared;
  const bindings = declared ?? {};
  put(bindings, prefix, namespace);
  return bindings;
}

/** Sets a member by a name from a document, which may be `__proto__`. */
function put(record: Record<string, string>, name: string, value: string): void {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Clark name of attribute `index`. */
export const attributeClark = (r: Reader, index: number): string => {
  const namespace = r.attributeNamespace[index] as string;
  return namespace === '' ? attributeName(r, index) : `{${namespace}}${attributeName(r, index)}`;
};

/** Bindings that the open element itself declares. */
function declaredHere(r: Reader): Record<string, string> | undefined {
  if (r.bindingDepth !== r.depth) return undefined;
  const bindings: Record<string, string> = {};
  for (let index = r.boundDepth.length - 1; r.boundDepth[index] === r.depth; index--)
    put(bindings, r.boundPrefix[index] as string, r.boundNamespace[index] as string);
  return bindings;
}

/** Reads an element of type `xs:anyType`, its start tag read. */
export function readAnyType(r: Reader): AnyType | null {
  if (r.nil) {
    r.nil = false;
    const value = readContent(r, 'skip', 'outermost');
    if (value.children.length > 0)
      report(r, 'VAL2204', 'cvc-elt.3.2.1', 'a nil element must be empty', r.at - 1, 'no content');
    return null;
  }
  const pending = takePending(r);
  const value = readContent(r, 'lax', 'outermost');
  const text = mixedValue(r, pending, value.children);
  return text === undefined ? value : { ...value, children: [text] };
}

/** `xs:anyType` as a type: anything may be in it; what is declared is validated. */
export const anyTypeInfo: ComplexTypeInfo = /* @__PURE__ */ complexType(
  '{http://www.w3.org/2001/XMLSchema}anyType',
  '',
  [],
  [],
  '',
  readAnyType,
  writeAnyContent,
);

/** Reads an element of type `xs:anyType` that may have `xsi:type`. */
export const anyTyped = (r: Reader, registry?: () => Registry): unknown => {
  r.registry ??= registry?.() ?? null;
  return r.xsi ? element(r, { name: '', type: anyTypeInfo }) : readAnyType(r);
};

/** Whether the type of an attribute is ID or derived from it. */
const isId = (attribute: RegisteredAttribute | undefined): boolean =>
  attribute?.codec.variety === 'atomic' && attribute.codec.identifier?.('') === 'ID';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const NOTHING_KEPT: Record<string, string> = /* @__PURE__ */ Object.freeze({});

/** The empty record of attributes, one for all. */
export const noAttributesKept = NOTHING_KEPT;

/**
 * Takes attribute `index`, which the type does not name, if the wildcard does (cvc-complex-type.3.2.2): answers the record
 * of kept attributes with it.
 */
export function anyAttribute(
  r: Reader,
  index: number,
  wildcard: WildcardInfo,
  kept: Record<string, string>,
  registry?: () => Registry,
): Record<string, string> {
  const namespace = r.attributeNamespace[index] as string;
  if (namespace === XSI || !allowsNamespace(wildcard, namespace)) {
    refuseAttribute(r, index);
    return kept;
  }
  const name = attributeClark(r, index);
  const declared = wildcard.process === 'skip' ? undefined : (registry?.() ?? r.registry)?.attributes;
  const declaration = declared !== undefined && Object.hasOwn(declared, name) ? declared[name] : undefined;
  if (declaration !== undefined) {
    attributeValue(r, declaration.codec, index, declaration.fixed);
    if (isId(declaration)) {
      const other = Object.keys(kept).find(
        (key) => declared !== undefined && Object.hasOwn(declared, key) && isId(declared[key]),
      );
      if (other !== undefined || wildcard.besideId === true)
        report(
          r,
          'VAL2103',
          other === undefined ? 'cvc-complex-type.5.2' : 'cvc-complex-type.5.1',
          `attribute "${name}" must not be here: its type is ID, and ${other === undefined ? 'the element has an attribute of type ID of its own' : `so is that of "${other}"`}`,
          r.attributeName[index] as number,
          undefined,
          name,
          attributeName(r, index),
        );
    }
  } else if (wildcard.process === 'strict')
    report(
      r,
      'VAL2103',
      'cvc-complex-type.3.2.2',
      `attribute "${name}" must be declared to be here, and it is not`,
      r.attributeName[index] as number,
      'a declared attribute',
      name,
      attributeName(r, index),
    );
  const all = kept === NOTHING_KEPT ? {} : kept;
  put(all, name, attributeText(r, index));
  return all;
}
