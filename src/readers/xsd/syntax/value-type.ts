import { type ExpandedName, XML_NAMESPACE } from '../../../foundation/expanded-name.js';

/** Prefix to namespace name; '' is the default namespace when one is in force. */
export type Namespaces = Readonly<Record<string, string>>;

/** The type of an attribute's value in the schema for schemas: what it allows, said in one phrase and checked. */
export interface ValueType {
  /** For people: `a name without colon`. */
  readonly expected: string;
  readonly whiteSpace: 'preserve' | 'collapse';
  /** Gets the value with white space normalised. */
  readonly accepts: (value: string, namespaces: Namespaces) => boolean;
}

/** XML white space, single spaces between the parts, none around. */
export const collapse = (value: string): string => value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');

/** The items of a list value. */
export const listItems = (value: string): readonly string[] => (value === '' ? [] : value.split(' '));

const NAME_START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NCNAME_SOURCE = `[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const NCNAME = new RegExp(`^${NCNAME_SOURCE}$`, 'u');
const QNAME = new RegExp(`^(?:(${NCNAME_SOURCE}):)?(${NCNAME_SOURCE})$`, 'u');

export const isNCName = (value: string): boolean => NCNAME.test(value);

/** Prefix ('' where there is none) and local part of a QName; undefined if it is none. */
export function splitQName(
  value: string,
): { readonly prefix: string; readonly localName: string } | undefined {
  const match = QNAME.exec(value);
  if (match === null) return undefined;
  return { prefix: match[1] ?? '', localName: match[2] ?? '' };
}

/** The expanded name of a QName: unprefixed names take the default namespace. Undefined if it is none, or not bound. */
export function expandQName(value: string, namespaces: Namespaces): ExpandedName | undefined {
  const parts = splitQName(value);
  if (parts === undefined) return undefined;
  const namespace = namespaceOf(parts.prefix, namespaces) ?? (parts.prefix === '' ? '' : undefined);
  return namespace === undefined ? undefined : { namespace, localName: parts.localName };
}

/** What a prefix is bound to. */
export const namespaceOf = (prefix: string, namespaces: Namespaces): string | undefined => {
  if (Object.hasOwn(namespaces, prefix)) return namespaces[prefix];
  return prefix === 'xml' ? XML_NAMESPACE : undefined;
};

const isBoundQName = (value: string, namespaces: Namespaces): boolean =>
  expandQName(value, namespaces) !== undefined;

/** RFC 2396 with its successors leaves little to refuse: a stray percent sign, a second fragment, a broken scheme. */
const isAnyUri = (value: string): boolean =>
  !/%(?![0-9A-Fa-f]{2})/.test(value) &&
  !/#.*#/.test(value) &&
  (/^[A-Za-z][A-Za-z0-9+\-.]*:/.test(value) || !/^[^/?#]*:/.test(value));

const collapsed = (expected: string, accepts: ValueType['accepts']): ValueType => ({
  expected,
  whiteSpace: 'collapse',
  accepts,
});

/** One of the given values. */
export const oneOf = (...values: readonly string[]): ValueType =>
  collapsed(quotedList(values), (value) => values.includes(value));

/** `#all`, or a list of the given values. */
export const derivationSet = (...values: readonly string[]): ValueType =>
  collapsed(`"#all" or a list of ${quotedList(values)}`, (value) =>
    value === '#all' ? true : listItems(value).every((item) => values.includes(item)),
  );

const quotedList = (values: readonly string[]): string => {
  const quoted = values.map((value) => `"${value}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
};

export const ANY_STRING: ValueType = { expected: 'any text', whiteSpace: 'preserve', accepts: () => true };
export const TOKEN: ValueType = collapsed('any text', () => true);
export const NCNAME_VALUE: ValueType = collapsed('a name without colon (NCName)', isNCName);
export const ID_VALUE: ValueType = collapsed('a name without colon (ID)', isNCName);
export const QNAME_VALUE: ValueType = collapsed('a QName with a declared prefix', isBoundQName);
export const QNAME_LIST: ValueType = collapsed(
  'a list of QNames with declared prefixes',
  (value, namespaces) => listItems(value).every((item) => isBoundQName(item, namespaces)),
);
export const BOOLEAN: ValueType = oneOf('true', 'false', '1', '0');
export const ANY_URI: ValueType = collapsed('a URI', isAnyUri);
/** `targetNamespace` and the `namespace` of an import: a URI that is not empty, since absence has its own spelling. */
export const NAMESPACE_NAME: ValueType = collapsed(
  'a URI that is not empty',
  (value) => value !== '' && isAnyUri(value),
);
export const NON_NEGATIVE_INTEGER: ValueType = collapsed('a non-negative integer', (value) =>
  /^(?:\+?[0-9]+|-0+)$/.test(value),
);
export const POSITIVE_INTEGER: ValueType = collapsed('a positive integer', (value) =>
  /^\+?0*[1-9][0-9]*$/.test(value),
);
export const MAX_OCCURS: ValueType = collapsed(
  'a non-negative integer or "unbounded"',
  (value) => value === 'unbounded' || NON_NEGATIVE_INTEGER.accepts(value, {}),
);
/** Numbers that may be written in several ways, such as `01`. */
export const ZERO_OR_ONE: ValueType = collapsed('0 or 1', (value) => /^(?:\+?0*[01]|-0+)$/.test(value));
export const ONE: ValueType = collapsed('1', (value) => /^\+?0*1$/.test(value));
export const LANGUAGE: ValueType = collapsed('a language tag', (value) =>
  /^(?:[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)?$/.test(value),
);
export const WILDCARD_NAMESPACES: ValueType = collapsed(
  '"##any", "##other" or a list of URIs, "##targetNamespace" and "##local"',
  (value) =>
    value === '##any' ||
    value === '##other' ||
    listItems(value).every((item) =>
      item.startsWith('##') ? item === '##targetNamespace' || item === '##local' : isAnyUri(item),
    ),
);
