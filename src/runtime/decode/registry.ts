import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import type { ElementInfo, SpecialElement } from './element-descriptor.js';
import type { TypeInfo } from './type-descriptor.js';

/** A type by name, and where it comes from: what `xsi:type` needs to know (3.4.6, Type Derivation OK). */
export interface RegisteredType {
  readonly type: TypeInfo;
  /** Clark name of the base type, or of the next one above it that has a name. */
  readonly base: string;
  readonly method: 'extension' | 'restriction' | 'list' | 'union';
  readonly abstract?: boolean;
  /** `block` of the type. */
  readonly block?: readonly string[];
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
  /** How elements are read and written that may be of any of these types. */
  readonly special: SpecialElement;
}

const XSD = '{http://www.w3.org/2001/XMLSchema}';

/**
 * Whether the type `name` is validly derived from `declared` by methods that are not blocked (cos-ct-derived-ok and
 * cos-st-derived-ok): undefined if so, otherwise the method that stands against it, or `none` if it is not derived at all.
 */
export function derivationFault(
  registry: Registry,
  name: string,
  declared: TypeInfo,
  block: readonly string[],
): string | undefined {
  const members = declared.kind === 'simple' ? membersOf(declared.codec) : NO_MEMBERS;
  for (let at = name; ;) {
    const entry = Object.hasOwn(registry.types, at) ? registry.types[at] : undefined;
    if (entry === undefined) return at === declared.name ? undefined : 'none';
    const { type } = entry;
    if (isSame(type, declared)) return undefined;
    // Simple types come from the simple ur-type by restriction, whatever their variety (3.16.1).
    const method = type.kind === 'simple' ? 'restriction' : entry.method;
    if (block.includes(method)) return method;
    // A member of a union, or a type derived from one, may stand for the union.
    if (type.kind === 'simple' && members.includes(type.codec)) return undefined;
    if (at === ANY_TYPE) return 'none';
    at = entry.base;
  }
}

const ANY_TYPE = `${XSD}anyType`;
const NO_MEMBERS: readonly SimpleTypeCodec[] = [];

/** Member types; where these are unions, theirs instead (3.14.2, {member type definitions}). */
const membersOf = (union: SimpleTypeCodec): readonly SimpleTypeCodec[] =>
  union.members?.flatMap((member) => (member.members === undefined ? [member] : membersOf(member))) ??
  NO_MEMBERS;

const isSame = (type: TypeInfo, declared: TypeInfo): boolean =>
  type === declared ||
  (type.kind === 'simple' && declared.kind === 'simple'
    ? type.codec === declared.codec
    : type.name !== '' && type.name === declared.name);
