import { XSI_NAMESPACE } from '../../../foundation/expanded-name.js';
import { attributeValue, childElements, type XmlElement } from '../../xml/xml-element.js';
import type { NativeId, RawReference } from '../raw-model.js';

/** Libraries that come with EMF: the datatypes of Ecore, and those of XML Schema. */
const LIBRARIES = /^http:\/\/www\.eclipse\.org\/emf\/200[23]\/(?:Ecore|XMLType)$/u;

/** The local name in `xsi:type`: EClass, EEnum, EAttribute … */
export function instanceType(element: XmlElement): string {
  const type = attributeValue(element, 'type', XSI_NAMESPACE) ?? '';
  return type.slice(type.indexOf(':') + 1);
}

/**
 * What an element refers to by an attribute (`eType="#//Terminal"`, `eSuperTypes="#//A #//B"`), by child elements of the
 * same name with `href`, or by a generic type.
 */
export function referencesOf(
  element: XmlElement,
  name: string,
  generic: string,
): readonly (RawReference & { readonly id: NativeId })[] {
  const written = (attributeValue(element, name) ?? '').split(/\s+/u);
  const children = childElements(element).flatMap((child) => {
    if (child.name.localName === name) return [attributeValue(child, 'href') ?? ''];
    return child.name.localName === generic ? (attributeValue(child, 'eClassifier') ?? '').split(/\s+/u) : [];
  });
  // A reference into another document is preceded by its type: `ecore:EDataType http://…#//EString`.
  return [...written, ...children].filter((text) => text.includes('#')).map(referenceTo);
}

function referenceTo(text: string): RawReference & { readonly id: NativeId } {
  const hash = text.indexOf('#');
  const library = LIBRARIES.test(text.slice(0, hash));
  if (library) return { id: text, name: text.slice(text.lastIndexOf('/') + 1), isBuiltIn: true };
  return { id: hash === 0 ? localPath(text) : text };
}

/** `#//Core/Terminal` and `#/0/Core/Terminal` are the same place in a document with one root. */
export const localPath = (text: string): NativeId => text.replace(/^#/u, '').replace(/^\/(?=\/|$)/u, '/0');
