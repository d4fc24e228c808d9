import { XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import { BUILT_IN_TYPES } from '../../model/link/built-in-components.js';
import { componentId } from '../../model/schema/index.js';
import type { XmlElement } from '../xml/xml-element.js';

/** The namespace of `vc:minVersion` and its kin. */
const VERSIONING_NAMESPACE = 'http://www.w3.org/2007/XMLSchema-versioning';
/** The version of XML Schema that is read here. */
const VERSION = 1.0;

/**
 * Conditional inclusion (section 4.2.2 of XML Schema 1.1): leaves out elements that their `vc:` attributes reserve for
 * processors of another version, or for those that know other types or facets. So one document can serve both versions. The
 * root stays: who names a document wants it read. A
 * value that cannot be read has no effect: in a schema of version 1.0 it is an attribute like any other.
 */
export function includeConditionally(element: XmlElement): XmlElement {
  let children = element.children;
  children.forEach((child, at) => {
    if (typeof child === 'string') return;
    const kept = isIncluded(child) ? includeConditionally(child) : '';
    if (kept === child) return;
    children = children.with(at, kept);
  });
  return children === element.children ? element : { ...element, children };
}

function isIncluded({ attributes, namespaces }: XmlElement): boolean {
  return attributes.every(({ name, value }) => {
    if (name.namespace !== VERSIONING_NAMESPACE) return true;
    const known = (isKnown: (namespace: string, localName: string) => boolean): readonly boolean[] =>
      value.split(/[ \t\r\n]+/).flatMap((item) => {
        if (item === '') return [];
        const colon = item.indexOf(':');
        const namespace = namespaces[colon < 0 ? '' : item.slice(0, colon)] ?? '';
        return isKnown(namespace, item.slice(colon + 1));
      });
    switch (name.localName) {
      case 'minVersion':
        return !(versionOf(value) > VERSION);
      case 'maxVersion':
        return !(versionOf(value) <= VERSION);
      case 'typeAvailable':
        return known(isKnownType).every(Boolean);
      case 'typeUnavailable':
        return !known(isKnownType).every(Boolean);
      case 'facetAvailable':
        return known(isKnownFacet).every(Boolean);
      case 'facetUnavailable':
        return !known(isKnownFacet).every(Boolean);
      default:
        return true;
    }
  });
}

/** NaN, which compares with nothing, where the value is no decimal number. */
const versionOf = (value: string): number =>
  /^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*$/.test(value) ? Number(value) : NaN;

const isKnownType = (namespace: string, localName: string): boolean =>
  BUILT_IN_TYPES.has(componentId('type', { namespace, localName }));

const FACETS = new Set([
  ...[
    'length',
    'minLength',
    'maxLength',
    'pattern',
    'enumeration',
    'whiteSpace',
    'totalDigits',
    'fractionDigits',
  ],
  ...['maxInclusive', 'maxExclusive', 'minInclusive', 'minExclusive'],
]);

const isKnownFacet = (namespace: string, localName: string): boolean =>
  namespace === XSD_NAMESPACE && FACETS.has(localName);
