import type { QName as QNameLiteral } from './brand.js';
import { notInLexicalSpace } from './fault.js';
import { isNCName } from './ncname.js';
import type { NamespaceLookup, SimpleTypeCodec } from './simple-type.js';

// The facets length, minLength and maxLength hold for every QName and NOTATION, so these types have no `length`.

/** The literal's brand: it shares its name with the codec, so both are exported from here. */
export type QName = QNameLiteral;

/** xs:QName. */
export const QName: SimpleTypeCodec = /* @__PURE__ */ qualifiedName('QName');

/** xs:NOTATION. Only types with an enumeration of declared notations may be used in a schema. */
export const NOTATION: SimpleTypeCodec = /* @__PURE__ */ qualifiedName('NOTATION');

function qualifiedName(name: string): SimpleTypeCodec {
  return {
    name,
    variety: 'atomic',
    primitive: name,
    whiteSpace: 'collapse',
    check(literal, namespaces) {
      const colon = literal.indexOf(':');
      if (!isNCName(literal.slice(colon + 1)) || (colon >= 0 && !isNCName(literal.slice(0, colon))))
        return notInLexicalSpace('a name, or a prefix and a name joined by a colon');
      if (colon >= 0 && namespaceName(literal.slice(0, colon), namespaces) === undefined)
        return notInLexicalSpace(
          `a name whose prefix is bound to a namespace, and "${literal.slice(0, colon)}" is not`,
        );
      return undefined;
    },
    // The Clark name, which does not depend on the bindings in scope.
    kept(literal, namespaces) {
      const colon = literal.indexOf(':');
      const namespace = namespaceName(literal.slice(0, Math.max(0, colon)), namespaces) ?? '';
      return namespace === '' ? literal : `{${namespace}}${literal.slice(colon + 1)}`;
    },
  };
}

/** What a prefix is bound to; `xml` always is. */
export const namespaceName = (prefix: string, namespaces: NamespaceLookup): string | undefined =>
  prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : namespaces(prefix);
