import type { AnyElement, AnyType } from '../value/any-element.js';
import { attributeName, attributeText } from '../xml/attribute.js';
import { close, openName, openTag } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { nameTable, type NameTable } from '../xml/name-table.js';
import { namespaceOf, type Binding } from '../xml/namespace.js';
import type { Reader } from '../xml/reader.js';
import { cutUtf8, readText } from '../xml/text.js';
import { specialElement } from './special-element.js';
import { mixedValue, takePending } from './mixed.js';
import type { RegisteredAttribute, Registry } from './registry.js';
import { attributeValue, isOfXsi, refuseAttribute } from './simple.js';
import { writeAnyContent } from '../encode/any.js';
import { fixedAttribute } from './value-constraint.js';
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
): AnyElement =>
  r.embed === null ? readOpenElement(r, process, undefined, registry) : r.embed(r, process, registry);

/** The outermost kept element, and the bindings from there and from outside of it that what is in it uses. */
interface Outermost {
  readonly depth: number;
  used: Record<string, string> | undefined;
}

function readOpenElement(
  r: Reader,
  process: WildcardInfo['process'],
  outermost: Outermost | undefined,
  registry?: () => Registry,
): AnyElement {
  if (process !== 'skip') {
    const known = registry?.() ?? r.registry;
    const name = clarkOfOpen(r);
    const declaration =
      known !== null && Object.hasOwn(known.elements, name) ? known.elements[name] : undefined;
    // What is declared inside is validated, too.
    r.registry = known;
    if (declaration !== undefined || (r.xsiType >= 0 && !r.plain && known !== null))
      return readTwice(
        r,
        () => specialElement(r, declaration ?? { name, type: anyTypeInfo, undeclared: true }),
        () => keep(r, 'skip', outermost),
        NOT_KEPT,
      );
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
    return keep(r, 'lax', outermost);
  }
  if (r.watch !== null) r.watch.skipped(r);
  return keep(r, 'skip', outermost);
}

/** Lets `validate` read the open element, then `again` read it to keep it. */
function readTwice<T>(r: Reader, validate: () => unknown, again: () => T, notKept: T): T {
  const start = (r.nameStart[r.depth] as number) - 1;
  if (r.readAgain) {
    // The element around it is read again with all that is in it: once is enough, however deep they lie.
    validate();
    return notKept;
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
  const kept = again();
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
function keep(r: Reader, process: 'lax' | 'skip', outermost?: Outermost): AnyElement {
  const name = clarkOfOpen(r);
  const nameStart = r.nameStart[r.depth] as number;
  const prefix = r.openLocal === nameStart ? undefined : cutUtf8(r, nameStart, r.openLocal - 1);
  const outer = outermost ?? { depth: r.depth, used: undefined };
  use(r, outer, prefix ?? '');
  const { attributes, children, namespaces: own } = readContent(r, process, outer);
  // Wherever it is written, it means the same: what it uses of the bindings outside is told with it.
  const namespaces = outermost === undefined ? { ...own, ...outer.used } : own;
  return {
    name,
    ...(prefix === undefined ? {} : { prefix }),
    ...(namespaces === undefined ? {} : { namespaces }),
    attributes,
    children,
  };
}

function readContent(r: Reader, process: 'lax' | 'skip', outermost: Outermost): AnyType {
  const attributes: Record<string, string> = {};
  for (let index = 0; index < r.attributeCount; index++) {
    const name = attributeClark(r, index);
    const text = attributeText(r, index);
    put(attributes, name, text);
    const declared = r.registry?.attributes;
    if (process === 'lax' && declared !== undefined && Object.hasOwn(declared, name))
      globalAttribute(r, index, declared[name] as RegisteredAttribute);
    useInText(r, outermost, text);
    if (name === `{${XSI}}type` && !text.includes(':')) use(r, outermost, '');
  }
  const namespaces = declaredHere(r);
  const children: (string | AnyElement)[] = [];
  if (!r.selfClosed)
    for (;;) {
      const text = readText(r);
      if (text !== '') children.push(text);
      useInText(r, outermost, text);
      if (r.bytes[r.at + 1] === 0x2f) break;
      openTag(r, NO_NAMES, r.at);
      children.push(process === 'skip' ? keep(r, 'skip', outermost) : readOpenElement(r, 'lax', outermost));
    }
  close(r);
  return { namespaces, attributes, children };
}

/** Notes that a prefix is used, where its binding is not one of those inside the outermost kept element. */
function use(r: Reader, outermost: Outermost, prefix: string): void {
  const binding = r.binding.get(prefix);
  if (binding === undefined || prefix === 'xml' || binding.depth > outermost.depth) return;
  put((outermost.used ??= {}), prefix, binding.namespace);
}

/** QNames in a text, alone, in lists or in expressions, mean nothing without the bindings of their prefixes. */
function useInText(r: Reader, outermost: Outermost, text: string): void {
  if (!text.includes(':')) return;
  for (const [prefix] of text.matchAll(/[^\s:()[\]{},;'"/|@=+*<>!]+(?=:)/g)) use(r, outermost, prefix);
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
  for (let index = r.bindings.length - 1; r.bindings[index]?.depth === r.depth; index--) {
    const { prefix, namespace } = r.bindings[index] as Binding;
    put(bindings, prefix, namespace);
  }
  return bindings;
}

/** Reads an element of type `xs:anyType`, its start tag read. */
export function readAnyType(r: Reader): AnyType | null {
  if (r.nil) {
    r.nil = false;
    const value = readOwnContent(r, 'lax');
    if (value.children.length > 0)
      report(r, 'VAL2204', 'cvc-elt.3.2.1', 'a nil element must be empty', r.at - 1, 'no content');
    // With other attributes than xsi:nil, it is kept as it stands.
    return Object.keys(value.attributes).length > 1 ? value : null;
  }
  const pending = takePending(r);
  const value = readOwnContent(r, 'lax');
  const text = mixedValue(r, pending, value.children);
  return text === undefined ? value : { ...value, children: [text] };
}

/**
 * Attributes and content of the open element. Its name is told elsewhere, and written as that place has it: a binding that
 * serves nothing but the name goes with it.
 */
function readOwnContent(r: Reader, process: 'lax' | 'skip'): AnyType {
  const [, prefix = ''] = /^(?:([^:]*):)?/.exec(openName(r)) ?? [];
  const namespace = namespaceOf(r, prefix);
  const outermost: Outermost = { depth: r.depth, used: undefined };
  const { namespaces: own, attributes, children } = readContent(r, process, outermost);
  const others = Object.entries(own ?? {}).filter(([, bound]) => bound !== namespace);
  const namespaces = { ...Object.fromEntries(others), ...outermost.used };
  return { ...(Object.keys(namespaces).length === 0 ? {} : { namespaces }), attributes, children };
}

/** `xs:anyType` as a type: anything may be in it; what is declared is validated. */
export const anyTypeInfo: ComplexTypeInfo = /* @__PURE__ */ anyType();

function anyType(): ComplexTypeInfo {
  const name = '{http://www.w3.org/2001/XMLSchema}anyType';
  return {
    ...complexType(name, '', [], [], '', readAnyType, writeAnyContent),
    keep: (r, validate) => readTwice(r, validate, () => readOwnContent(r, 'skip'), NOT_KEPT),
  };
}

/** Reads an element of type `xs:anyType` that may have `xsi:type`. */
export const anyTyped = (r: Reader, registry?: () => Registry): unknown => {
  r.registry ??= registry?.() ?? null;
  return r.xsi ? specialElement(r, { name: '', type: anyTypeInfo }) : readAnyType(r);
};

/** Validates attribute `index`, which has a global declaration (cvc-assess-attr). */
const globalAttribute = (r: Reader, index: number, { codec, fixed }: RegisteredAttribute): string =>
  fixed === undefined
    ? attributeValue(r, codec, index)
    : fixedAttribute(r, codec, index, fixed, 'cvc-attribute.4');

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
  if (isOfXsi(r, index)) return kept;
  if (!allowsNamespace(wildcard, namespace)) {
    refuseAttribute(r, index);
    return kept;
  }
  const name = attributeClark(r, index);
  const declared = wildcard.process === 'skip' ? undefined : (registry?.() ?? r.registry)?.attributes;
  const declaration = declared !== undefined && Object.hasOwn(declared, name) ? declared[name] : undefined;
  if (declaration !== undefined) {
    globalAttribute(r, index, declaration);
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
