import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { attributeText } from '../xml/attribute.js';
import { openName } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { namespaceOf } from '../xml/namespace.js';
import type { Reader } from '../xml/reader.js';
import type { ElementInfo } from './element-descriptor.js';
import { content, refuseAttribute, SIMPLE } from './simple.js';
import type { TypeInfo } from './type-descriptor.js';

/**
 * Reads an element whose start tag was read (cvc-elt). What is special about it (it may be nil, of a type that `xsi:type`
 * names, have a default, a fixed value or identity constraints), its declaration knows how to read, or the registry.
 */
export const element = (r: Reader, info: ElementInfo): unknown =>
  ((r.registry ?? info).special?.read ?? plainElement)(r, info);

/** An element of its declared type: `xsi:type` can but repeat that, and `xsi:nil` must not be there. */
function plainElement(r: Reader, info: ElementInfo): unknown {
  const { type } = info;
  if (!r.plain) {
    const named = r.xsiType >= 0 ? typeName(r) : undefined;
    if (named !== undefined && !isDeclared(named, type)) unknownType(r, named);
    if (r.xsiNil >= 0) notNillable(r);
  }
  return type.kind === 'complex' ? type.read(r, type) : simpleContent(r, type.codec);
}

/** Reads the content of an element of simple type, which has no attributes but those of `xsi:` (cvc-type.3.1). */
export function simpleContent(r: Reader, codec: Parameters<typeof content>[1]): string {
  for (let index = 0; index < r.attributeCount; index++) refuseAttribute(r, index, 'cvc-type.3.1.1');
  return content(r, codec, SIMPLE);
}

/** The name that `xsi:type` has as its value. */
export interface TypeName {
  readonly text: string;
  readonly namespace: string;
  readonly localName: string;
}

/** The value of `xsi:type`, if it is the name of something (cvc-elt.4.1). */
export function typeName(r: Reader): TypeName | undefined {
  const text = normalizeWhiteSpace(attributeText(r, r.xsiType), 'collapse');
  const [, prefix = '', localName = ''] = /^(?:([^\s:]+):)?([^\s:]+)$/u.exec(text) ?? [];
  const namespace = namespaceOf(r, prefix);
  if (namespace !== undefined && localName !== '') return { text, namespace, localName };
  refuseType(r, 'cvc-elt.4.1', `"${text}" is not a QName whose prefix is declared`, text);
  return undefined;
}

/** Without all types at hand, a simple type without a name is known by the local name that it has otherwise. */
export const isDeclared = ({ namespace, localName }: TypeName, type: TypeInfo): boolean =>
  type.name === (namespace === '' ? localName : `{${namespace}}${localName}`) ||
  (type.kind === 'simple' && type.codec.name === localName);

/** Reports `xsi:type`. */
export function refuseType(r: Reader, rule: string, message: string, found: string): void {
  const at = r.attributeValue[r.xsiType] as number;
  report(r, 'VAL2206', rule, message, at, undefined, found, 'xsi:type');
}

/** Reports that `xsi:type` names a type that the message does not know (cvc-elt.4.2). */
export function unknownType(r: Reader, { text }: TypeName): void {
  refuseType(
    r,
    'cvc-elt.4.2',
    `this message knows no type "${text}" that may stand here; the option "registry" lets it look up all types`,
    text,
  );
}

/** Reports that `xsi:nil` is there, whatever it says (cvc-elt.3.1). */
export function notNillable(r: Reader): void {
  report(
    r,
    'VAL2203',
    'cvc-elt.3.1',
    `element "${openName(r)}" is not nillable: xsi:nil must not be here`,
    r.attributeValue[r.xsiNil] as number,
    undefined,
    normalizeWhiteSpace(attributeText(r, r.xsiNil), 'collapse'),
    'xsi:nil',
  );
}
