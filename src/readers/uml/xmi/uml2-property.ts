import { attributeValue, childElements, textContent, type XmlElement } from '../../xml/xml-element.js';
import type { RawMultiplicity, RawReference } from '../raw-model.js';
import type { Uml2Document } from './uml2-survey.js';
import { metaclassOf, xmiAttribute } from './xmi-attribute.js';

/** The libraries of primitive types that come with UML and its tools. */
const LIBRARY =
  /(?:PrimitiveTypes|UML_LIBRARIES|UML_METAMODELS|JavaPrimitiveTypes|XMLPrimitiveTypes|spec\/UML\/[^#]*(?:\/|uml\.xml#))/u;

/** Names that Enterprise Architect makes up for types of programming languages: `EAJava_int`. */
const MADE_UP_TYPE = /^EA[A-Za-z]+_(?=\w)/u;

/**
 * What a property refers to: by an attribute or a child element, by xmi:id or by the address of another document. `name`
 * is what the tool says the type is called.
 */
export function typeOf(
  { ea }: Uml2Document,
  element: XmlElement,
  name: string | undefined,
  property: 'type' | 'general' = 'type',
): RawReference {
  const child = childElements(element).find((one) => one.name.localName === property);
  const id = attributeValue(element, property) ?? (child && xmiAttribute(child, 'idref'));
  if (id !== undefined) return { id, name: name ?? ea?.typeNames.get(id) ?? madeUpName(id) };
  const href = child && attributeValue(child, 'href');
  if (name !== undefined && name !== '') return { name };
  if (href === undefined) return {};
  return LIBRARY.test(href)
    ? { name: href.slice(/[#/][^#/]*$/u.exec(href)?.index ?? 0).slice(1), isBuiltIn: true }
    : { id: href };
}

const madeUpName = (id: string): string | undefined =>
  MADE_UP_TYPE.test(id) && !id.startsWith('EAID_') && !id.startsWith('EAPK_')
    ? id.replace(MADE_UP_TYPE, '')
    : undefined;

/** A bound that is left out is 1 (UML 2.5, clause 7.5.3); a literal without a value is 0. */
export function multiplicityOf(element: XmlElement): RawMultiplicity {
  return { lower: bound(element, 'lower'), upper: bound(element, 'upper') };
}

function bound(element: XmlElement, name: 'lower' | 'upper'): string {
  const written = attributeValue(element, name);
  if (written !== undefined) return written;
  const literal = childElements(element).find((child) => child.name.localName === `${name}Value`);
  return literal === undefined ? '1' : (valueIn(literal) ?? '0');
}

/** The value of a value specification that an element owns: a literal, or the body of an expression. */
export function valueOf(element: XmlElement, name: string): string | undefined {
  const specification = childElements(element).find((child) => child.name.localName === name);
  if (specification === undefined) return undefined;
  const written = valueIn(specification);
  if (written !== undefined) return written;
  // Literals leave out what is the default of their kind.
  switch (metaclassOf(specification)) {
    case 'LiteralInteger':
      return '0';
    case 'LiteralBoolean':
      return 'false';
    default:
      return undefined;
  }
}

function valueIn(specification: XmlElement): string | undefined {
  const written = attributeValue(specification, 'value') ?? attributeValue(specification, 'body');
  if (written !== undefined) return written;
  const child = childElements(specification).find(
    ({ name }) => name.localName === 'body' || name.localName === 'value',
  );
  return child && textContent(child);
}

export const isFlag = (element: XmlElement, name: string): boolean =>
  attributeValue(element, name) === 'true';
