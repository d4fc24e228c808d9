/** A value of a type that `xsi:type` names: `$type` says which. */
export type Typed<Name extends string, Value> = Value & { readonly $type: Name };

/** A nil element that has attributes. */
export type Nil<Attributes = unknown> = { readonly $nil: true } & Attributes;
