import { XSI_NAMESPACE } from '../../../foundation/expanded-name.js';
import { attributeValue, type XmlElement } from '../../xml/xml-element.js';

/** Namespaces of XMI 2: `http://schema.omg.org/spec/XMI/2.1`, `http://www.omg.org/spec/XMI/20131001`, `http://www.omg.org/XMI`. */
const XMI_NAMESPACE = /\/XMI(?:\/|$)/u;

/** The value of an attribute of XMI itself: `xmi:id`, `xmi:idref`, `xmi:version`; the namespace has changed with versions. */
export const xmiAttribute = (element: XmlElement, localName: string): string | undefined =>
  element.attributes.find(({ name }) => name.localName === localName && XMI_NAMESPACE.test(name.namespace))
    ?.value;

/** The metaclass of an element, without prefix: `Class` of `xmi:type="uml:Class"`. */
export function metaclassOf(element: XmlElement): string {
  const type = xmiAttribute(element, 'type') ?? attributeValue(element, 'type', XSI_NAMESPACE) ?? '';
  return type.slice(type.indexOf(':') + 1);
}
