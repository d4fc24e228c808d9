/** {value constraint}: a default or a fixed value, in its lexical form. */
export interface ValueConstraint {
  readonly kind: 'default' | 'fixed';
  readonly lexical: string;
  /** Namespace bindings in scope, prefix to namespace name, for values of type QName or NOTATION. */
  readonly namespaces: Readonly<Record<string, string>>;
}
