/** One element of ordered content, by name. */
export interface Entry<Name extends string, Value> {
  readonly name: Name;
  readonly value: Value;
}

/** A member of a substitution group in the place of its head: `$type` says which element it is. */
export interface Member<Name extends string, Value> {
  readonly $type: Name;
  readonly value: Value;
}
