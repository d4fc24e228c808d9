import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { QNameReference } from '../../model/link/fragment/index.js';
import type { ValueConstraint } from '../../model/schema/index.js';
import { type SyntaxNode, valueOf } from './syntax/syntax-node.js';
import { expandQName, listItems } from './syntax/value-type.js';

/** What every part of a document needs to know about the whole. */
export interface ReadContext {
  readonly source: SourceText;
  readonly diagnostics: DiagnosticBag;
  readonly targetNamespace: string;
  readonly qualifiesElements: boolean;
  readonly qualifiesAttributes: boolean;
  /** As written: `#all`, a list, or ''. */
  readonly blockDefault: string;
  readonly finalDefault: string;
}

/** The value of a boolean attribute. */
export const flagOf = (node: SyntaxNode, name: string): boolean | undefined => {
  const value = valueOf(node, name);
  return value === undefined ? undefined : value === 'true' || value === '1';
};

/** The reference that an attribute of type QName holds. */
export function referenceOf(node: SyntaxNode, name: string): QNameReference | undefined {
  const attribute = node.attributes.get(name);
  if (attribute?.isValid !== true) return undefined;
  const expanded = expandQName(attribute.value, node.element.namespaces);
  return expanded === undefined ? undefined : { name: expanded, span: attribute.span };
}

/** The references that an attribute with a list of QNames holds. */
export function referencesOf(node: SyntaxNode, name: string): readonly QNameReference[] {
  const attribute = node.attributes.get(name);
  if (attribute?.isValid !== true) return [];
  return listItems(attribute.value).flatMap((item) => {
    const expanded = expandQName(item, node.element.namespaces);
    return expanded === undefined ? [] : [{ name: expanded, span: attribute.span }];
  });
}

/** `default` or `fixed`. */
export function valueConstraintOf(node: SyntaxNode): ValueConstraint | undefined {
  const { namespaces } = node.element;
  const fixed = valueOf(node, 'fixed');
  if (fixed !== undefined) return { kind: 'fixed', lexical: fixed, namespaces };
  const byDefault = valueOf(node, 'default');
  return byDefault === undefined ? undefined : { kind: 'default', lexical: byDefault, namespaces };
}

/**
 * The members of a `block` or `final` that apply to this kind of component, from the attribute, else from the document's
 * default.
 */
export function derivationsOf<D extends string>(
  stated: string | undefined,
  byDefault: string,
  applicable: readonly D[],
): readonly D[] {
  const text = stated ?? byDefault;
  if (text === '#all') return applicable;
  const items = listItems(text);
  return applicable.filter((derivation) => items.includes(derivation));
}

/** An object with the properties that are not undefined: how optional parts of a fragment are filled in. */
export function present<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as never;
}
