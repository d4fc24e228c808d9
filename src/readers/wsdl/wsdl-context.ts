import {
  wsdlAttributeMissing,
  wsdlElementUnknown,
  wsdlExtensionRequired,
  wsdlNameInvalid,
  wsdlPlaceholder,
  wsdlPrefixUnbound,
  wsdlValueUnknown,
} from '../../diagnostics/catalogue/wsd.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { ExpandedName } from '../../foundation/expanded-name.js';
import { expandedName, XML_NAMESPACE } from '../../foundation/expanded-name.js';
import type { Annotation } from '../../model/schema/annotation.js';
import { attributeValue, childElements, type XmlElement } from '../xml/xml-element.js';
import {
  HTTP_BINDING_NAMESPACE,
  MIME_BINDING_NAMESPACE,
  SOAP_VERSIONS,
  WSDL_NAMESPACE,
} from './namespaces.js';

export { attributeValue, childElements };

/** What the functions that read one document share. */
export interface WsdlContext {
  readonly targetNamespace: string;
  readonly diagnostics: DiagnosticBag;
  /** Placeholders of templates that were reported: once is enough, they are in every name. */
  readonly placeholders: Set<string>;
}

/** What an element is called in messages: its local name, with the usual prefix where it is of a binding. */
export function elementLabel({ name: { namespace, localName } }: XmlElement): string {
  const version = SOAP_VERSIONS.get(namespace);
  if (version !== undefined) return `${version === '1.1' ? 'soap' : 'soap12'}:${localName}`;
  if (namespace === HTTP_BINDING_NAMESPACE) return `http:${localName}`;
  if (namespace === MIME_BINDING_NAMESPACE) return `mime:${localName}`;
  return localName;
}

/** The WSDL children; of the rest, those that are required and not known are reported. `allowed` names what may stand here. */
export function wsdlChildren(
  ctx: WsdlContext,
  element: XmlElement,
  allowed: readonly string[],
): readonly XmlElement[] {
  const own: XmlElement[] = [];
  for (const child of childElements(element)) {
    if (child.name.namespace !== WSDL_NAMESPACE) {
      if (attributeValue(child, 'required', WSDL_NAMESPACE) === 'true' && !isKnownExtension(child)) {
        ctx.diagnostics.add(wsdlExtensionRequired, { extension: child.name, at: child.span });
      }
    } else if (allowed.includes(child.name.localName)) {
      own.push(child);
    } else if (child.name.localName !== 'documentation') {
      ctx.diagnostics.add(wsdlElementUnknown, {
        element: elementLabel(child),
        parent: elementLabel(element),
        at: child.span,
      });
    }
  }
  return own;
}

const isKnownExtension = ({ name: { namespace } }: XmlElement): boolean =>
  SOAP_VERSIONS.has(namespace) ||
  namespace === HTTP_BINDING_NAMESPACE ||
  namespace === MIME_BINDING_NAMESPACE;

/** An attribute that must be there. */
export function requiredAttribute(
  ctx: WsdlContext,
  element: XmlElement,
  attribute: string,
): string | undefined {
  const value = attributeValue(element, attribute);
  if (value === undefined) {
    ctx.diagnostics.add(wsdlAttributeMissing, {
      element: elementLabel(element),
      attribute,
      at: element.span,
    });
  }
  return value?.trim();
}

/** The `name` of a definition. A name that is none of XML is reported, and kept: references to it may still work. */
export function definedName(ctx: WsdlContext, element: XmlElement): string | undefined {
  const name = requiredAttribute(ctx, element, 'name');
  if (name !== undefined) checkName(ctx, element, name);
  return name;
}

/** Reports a name that is not an NCName. */
export function checkName(ctx: WsdlContext, element: XmlElement, name: string): void {
  if (NCNAME.test(name)) return;
  const placeholder = /\{[^{}]+\}/.exec(name)?.[0];
  if (placeholder === undefined) {
    ctx.diagnostics.add(wsdlNameInvalid, { element: elementLabel(element), name, at: element.span });
  } else if (!ctx.placeholders.has(placeholder)) {
    ctx.placeholders.add(placeholder);
    ctx.diagnostics.add(wsdlPlaceholder, { placeholder, at: element.span });
  }
}

const NAME_START =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}\\u{2070}-\\u{218f}' +
  '\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}';
/** NCName of Namespaces in XML: a Name without a colon. */
const NCNAME = new RegExp(
  `^[${NAME_START}][${NAME_START}.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}-]*$`,
  'u',
);

/** A QName in an attribute, resolved with the prefixes in scope; without a prefix it is in the default namespace. */
export function qualifiedName(
  ctx: WsdlContext,
  element: XmlElement,
  attribute: string,
): ExpandedName | undefined {
  const value = attributeValue(element, attribute)?.trim();
  if (value === undefined) return undefined;
  const colon = value.indexOf(':');
  if (colon < 0) return expandedName(element.namespaces[''] ?? '', value);
  const prefix = value.slice(0, colon);
  const namespace = Object.hasOwn(element.namespaces, prefix) ? element.namespaces[prefix] : undefined;
  if (namespace !== undefined) return expandedName(namespace, value.slice(colon + 1));
  const at = element.attributes.find(({ name }) => name.localName === attribute)?.span ?? element.span;
  ctx.diagnostics.add(wsdlPrefixUnbound, { name: value, prefix, at });
  return undefined;
}

/** The same for a QName that must be there. */
export function requiredQualifiedName(
  ctx: WsdlContext,
  element: XmlElement,
  attribute: string,
): ExpandedName | undefined {
  return requiredAttribute(ctx, element, attribute) === undefined
    ? undefined
    : qualifiedName(ctx, element, attribute);
}

/** An attribute with a closed set of values; anything else is reported and counts as the fallback. */
export function oneOf<T extends string, F extends T | undefined>(
  ctx: WsdlContext,
  element: XmlElement,
  attribute: string,
  values: readonly T[],
  fallback: F,
): T | F {
  const value = attributeValue(element, attribute)?.trim();
  if (value === undefined) return fallback;
  const known = values.find((candidate) => candidate === value);
  if (known === undefined) {
    const expected = values.map((candidate) => `"${candidate}"`).join(' or ');
    ctx.diagnostics.add(wsdlValueUnknown, {
      element: elementLabel(element),
      attribute,
      value,
      expected,
      at: element.span,
    });
  }
  return known ?? fallback;
}

/** The items of an attribute that is a list. */
export const listAttribute = (element: XmlElement, attribute: string): readonly string[] =>
  (attributeValue(element, attribute) ?? '').split(/[ \t\r\n]+/).filter((item) => item !== '');

/** Documentation and attributes of other namespaces, such as `sawsdl:modelReference` or `wsam:Action`. */
export function readAnnotation(element: XmlElement): Annotation {
  const documentation = childElements(element)
    .filter(({ name }) => name.localName === 'documentation' && name.namespace === WSDL_NAMESPACE)
    .map((child) => ({ text: deepText(child).trim(), lang: attributeValue(child, 'lang', XML_NAMESPACE) }))
    .filter(({ text }) => text !== '')
    .map(({ text, lang }) => ({ text, ...(lang === undefined ? {} : { lang }) }));
  const foreignAttributes = element.attributes
    .filter(
      ({ name }) =>
        name.namespace !== '' && name.namespace !== WSDL_NAMESPACE && name.namespace !== XML_NAMESPACE,
    )
    .map(({ name, value }) => ({ name, value }));
  return { documentation, appinfo: [], foreignAttributes };
}

/** All text inside of an element, in order. Not recursive: depth is in the hands of the document's author. */
function deepText(element: XmlElement): string {
  let text = '';
  const stack: (XmlElement | string)[] = [element];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (typeof top === 'string') text += top;
    else stack.push(...top.children.toReversed());
  }
  return text;
}
