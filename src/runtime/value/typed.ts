/** A value of a type that `xsi:type` names: `$type` says which. */
export type Typed<Name extends string, Value> = Value & { readonly $type: Name };

/** A value of the declared type itself, where `xsi:type` could name another one. */
export type Untyped<Value> = Value & { readonly $type?: undefined };

/** A nil element that has attributes. */
export type Nil<Attributes = unknown> = { readonly $nil: true } & Attributes;
