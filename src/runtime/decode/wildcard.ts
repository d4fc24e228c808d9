/** A wildcard as generated code describes it (3.10). */
export interface WildcardInfo {
  /** `##any`; or a namespace behind `!` that is excluded together with no namespace; or the namespaces allowed. */
  readonly namespaces: '##any' | `!${string}` | readonly string[];
  readonly process: 'strict' | 'lax' | 'skip';
  /** An attribute wildcard beside attributes one of which is of type ID (cvc-complex-type.5.2). */
  readonly besideId?: boolean;
}

/** cvc-wildcard-namespace. */
export const allowsNamespace = (wildcard: WildcardInfo, namespace: string): boolean => {
  const { namespaces } = wildcard;
  if (typeof namespaces !== 'string') return namespaces.includes(namespace);
  return namespaces === '##any' || (namespace !== '' && namespace !== namespaces.slice(1));
};
