import {
  compareText,
  type ExpandedName,
  XML_NAMESPACE,
  XSD_NAMESPACE,
} from '../../foundation/expanded-name.js';
import type { ComponentId, Schema, TypeDefinition } from '../../model/schema/index.js';

/** One schema document while it is written: what it is about, and what turns out to be needed of others. */
export interface XsdContext {
  readonly schema: Schema;
  readonly targetNamespace: string;
  readonly qualifiesElements: boolean;
  readonly qualifiesAttributes: boolean;
  readonly prefixes: ReadonlyMap<string, string>;
  /** The prefix of a namespace; it is declared at the root then. */
  readonly prefixOf: (namespace: string) => string;
  /** Namespaces of components that are referred to, other than the own one. */
  readonly imported: Set<string>;
  /** Prefix to namespace, as far as they were asked for. */
  readonly declared: Map<string, string>;
}

/** Prefixes that everybody knows; a namespace that has none gets `ns1`, `ns2`, by name. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  [XSD_NAMESPACE, 'xs'],
  [XML_NAMESPACE, 'xml'],
  ['http://www.w3.org/ns/sawsdl', 'sawsdl'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/2000/09/xmldsig#', 'ds'],
  ['http://www.w3.org/2007/XMLSchema-versioning', 'vc'],
  ['http://iec.ch/TC57/2021/schema/message', 'part100'],
  ['urn:cimbind:model', 'cimbind'],
]);

/** The prefix of each namespace of a schema: those wished for, those known, `m` for the only one left, else numbers. */
export function allotPrefixes(
  namespaces: readonly string[],
  wished: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>([
    [XSD_NAMESPACE, 'xs'],
    [XML_NAMESPACE, 'xml'],
  ]);
  const taken = new Set(prefixes.values());
  const all = [...new Set(namespaces)].filter((one) => one !== '' && !prefixes.has(one)).sort(compareText);
  const give = (namespace: string, prefix: string | undefined): void => {
    if (prefix === undefined || prefix === '' || taken.has(prefix) || prefixes.has(namespace)) return;
    prefixes.set(namespace, prefix);
    taken.add(prefix);
  };
  for (const namespace of all) give(namespace, wished[namespace]);
  for (const namespace of all) give(namespace, KNOWN.get(namespace));
  const left = all.filter((namespace) => !prefixes.has(namespace));
  if (left.length === 1) give(left[0] ?? '', 'm');
  for (let at = 1; left.some((namespace) => !prefixes.has(namespace)); at++) {
    give(left.find((namespace) => !prefixes.has(namespace)) ?? '', `ns${at}`);
  }
  return prefixes;
}

/** A reference to a component by its name; its namespace is imported. */
export function qName(ctx: XsdContext, { namespace, localName }: ExpandedName): string {
  if (namespace !== ctx.targetNamespace && namespace !== XSD_NAMESPACE) ctx.imported.add(namespace);
  return namespace === '' ? localName : `${ctx.prefixOf(namespace)}:${localName}`;
}

/** What a type is called; undefined where it stands in place. What a redefinition replaced gets a name of its own. */
export function typeName(type: TypeDefinition): ExpandedName | undefined {
  return type.name ?? replacedName(type.id);
}

/** The name of a component that a redefinition replaced: `Order_redefined`. */
export function replacedName(id: ComponentId): ExpandedName | undefined {
  const match = /^\w+:\{([^}]*)\}([^/{}]+)((?:\/redefined\(\))+)$/u.exec(id);
  if (match === null) return undefined;
  const [, namespace = '', localName = '', steps = ''] = match;
  return { namespace, localName: localName + '_redefined'.repeat(steps.length / '/redefined()'.length) };
}

/** The namespace of the document that a component is written in: that of the global component around it. */
export const homeNamespace = (id: ComponentId): string => /^\w+:\{([^}]*)\}/u.exec(id)?.[1] ?? '';
