import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import type { ElementInfo } from './element-descriptor.js';
import type { TypeInfo } from './type-descriptor.js';

/** A type by name, and where it comes from: what `xsi:type` needs to know (3.4.6, Type Derivation OK). */
export interface RegisteredType {
  readonly type: TypeInfo;
  /** Clark name of the base type; '' where it has no name: then `baseType` says what it is. */
  readonly base: string;
  readonly method: 'extension' | 'restriction' | 'list' | 'union';
  readonly abstract?: boolean;
  /** `block` of the type. */
  readonly block?: readonly string[];
  /** Clark names of the types whose unions have this type as a member. */
  readonly unions?: readonly string[];
}

/** A global attribute declaration. */
export interface RegisteredAttribute {
  readonly codec: SimpleTypeCodec;
  readonly fixed?: string;
}

/** All types, global elements and global attributes of a schema set, by Clark name. */
export interface Registry {
  readonly types: Readonly<Record<string, RegisteredType>>;
  readonly elements: Readonly<Record<string, ElementInfo>>;
  readonly attributes: Readonly<Record<string, RegisteredAttribute>>;
}

const XSD = '{http://www.w3.org/2001/XMLSchema}';

/**
 * Whether the type `name` is validly derived from `declared` by methods that are not blocked: undefined if so, otherwise
 * the method that stands against it, or `none` if it is not derived at all.
 */
export function derivationFault(
  registry: Registry,
  name: string,
  declared: string,
  block: readonly string[],
): string | undefined {
  if (declared === `${XSD}anyType`) return undefined;
  for (let at = name; at !== declared; ) {
    const entry = Object.hasOwn(registry.types, at) ? registry.types[at] : undefined;
    if (entry === undefined) return 'none';
    if (entry.unions?.includes(declared) === true) return undefined;
    if (block.includes(entry.method)) return entry.method;
    at = entry.base;
    if (at === `${XSD}anyType` || at === '') return 'none';
  }
  return undefined;
}
