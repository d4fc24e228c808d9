/** An expanded name: namespace name and local name (Namespaces in XML). The empty namespace means "absent". */
export interface ExpandedName {
  readonly namespace: string;
  readonly localName: string;
}

/** The namespace of XML Schema itself. */
export const XSD_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';
/** The namespace of `xsi:type`, `xsi:nil` and the schema location hints. */
export const XSI_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
/** The namespace that the prefix `xml` is bound to. */
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
/** The namespace that the prefix `xmlns` is bound to. */
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

export const expandedName = (namespace: string, localName: string): ExpandedName => ({
  namespace,
  localName,
});

/** Clark notation: `{namespace}local`, or `local` where the namespace is absent. */
export const clark = (name: ExpandedName): string =>
  name.namespace === '' ? name.localName : `{${name.namespace}}${name.localName}`;

export const sameName = (a: ExpandedName, b: ExpandedName): boolean =>
  a.localName === b.localName && a.namespace === b.namespace;

/** Orders by namespace, then by local name, by code unit: never by locale. */
export const compareNames = (a: ExpandedName, b: ExpandedName): number =>
  compareText(a.namespace, b.namespace) || compareText(a.localName, b.localName);

/** Orders text by code unit: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
