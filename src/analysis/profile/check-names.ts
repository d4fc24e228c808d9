import {
  elementNameTaken,
  extensionElementsDiffer,
  inheritedAgain,
  typeNameTaken,
} from '../../diagnostics/catalogue/prf-restriction.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { ResolvedMember, ResolvedProfile, ResolvedType } from './resolved-profile.js';

/** No two types and no two members of a type may have one name once they are in the schema. */
export function checkNames(profile: ResolvedProfile, diagnostics: DiagnosticBag): void {
  checkTypeNames(profile, diagnostics);
  const roots = new Set<string>();
  for (const { name, span } of profile.roots) {
    if (roots.has(name))
      diagnostics.add(elementNameTaken, { at: span, type: profile.name, name, other: 'a root too' });
    roots.add(name);
  }
  for (const type of profile.types.values()) checkElements(profile, type, diagnostics);
  checkExtensionElements(profile, diagnostics);
}

function checkTypeNames(profile: ResolvedProfile, diagnostics: DiagnosticBag): void {
  const taken = new Map([[profile.name, 'the root element']]);
  for (const { name, span, isExtension } of profile.types.values()) {
    if (isExtension && profile.extensions.namespace !== profile.namespace) continue;
    const other = taken.get(name);
    if (other !== undefined) diagnostics.add(typeNameTaken, { at: span, name, other });
    taken.set(name, 'a class');
  }
  for (const { name, span, kind } of profile.simpleTypes.values()) {
    const other = taken.get(name);
    if (other !== undefined) diagnostics.add(typeNameTaken, { at: span, name, other: `${other} (${kind})` });
  }
}

/** What stands in a type, those inherited first. */
export function allMembers(
  profile: ResolvedProfile,
  type: ResolvedType,
): readonly { readonly type: ResolvedType; readonly member: ResolvedMember }[] {
  const line: ResolvedType[] = [];
  for (let at: ResolvedType | undefined = type; at !== undefined && !line.includes(at);) {
    line.unshift(at);
    at = at.inherits === undefined ? undefined : profile.types.get(at.inherits);
  }
  return line.flatMap((one) => one.members.map((member) => ({ type: one, member })));
}

/** The names that a member takes; attributes have names of their own. */
const elementsOf = ({ content, name, isXmlAttribute }: ResolvedMember): readonly string[] =>
  content.kind === 'choice' ? content.types : [isXmlAttribute ? `@${name}` : name];

/** Whether a type is in the namespace of the vendor's own; one without a name is where it is used. */
const isVendors = ({ extensions, namespace }: ResolvedProfile, type: ResolvedType): boolean =>
  type.isExtension && !type.anonymous && extensions.namespace !== namespace;

/**
 * Whether a member is an element of another namespace than its type, so that it is global there: one of the vendor's in a
 * type of the profile. Those of a choice are called as their types, and stand in place.
 */
const isGlobal = (
  profile: ResolvedProfile,
  type: ResolvedType,
  { isExtension, isXmlAttribute, content }: ResolvedMember,
): boolean =>
  isExtension &&
  !isXmlAttribute &&
  profile.extensions.namespace !== profile.namespace &&
  content.kind !== 'choice' &&
  !isVendors(profile, type);

function checkElements(profile: ResolvedProfile, type: ResolvedType, diagnostics: DiagnosticBag): void {
  const taken = new Map<string, { readonly type: ResolvedType; readonly member: ResolvedMember }>();
  for (const one of allMembers(profile, type)) {
    const isElsewhere = isVendors(profile, one.type) || isGlobal(profile, one.type, one.member);
    for (const name of elementsOf(one.member)) {
      const key = `${isElsewhere ? profile.extensions.namespace : profile.namespace} ${name}`;
      const other = taken.get(key);
      taken.set(key, other ?? one);
      // What a type inherits is reported where it is inherited from.
      if (other === undefined || one.type !== type) continue;
      const { span, modelName } = one.member;
      if (other.type !== type && other.member.modelName === modelName) {
        const general = other.type.name;
        diagnostics.add(inheritedAgain, { at: span, type: type.name, name: modelName, general });
      } else {
        const facts = { type: type.name, name, other: other.member.modelName };
        diagnostics.add(elementNameTaken, { at: span, ...facts });
      }
    }
  }
}

/** Elements of a namespace of the vendor's own are global: one name is one type. */
function checkExtensionElements(profile: ResolvedProfile, diagnostics: DiagnosticBag): void {
  const known = new Map<string, { readonly type: string; readonly content: string }>();
  for (const type of profile.types.values()) {
    for (const { name, content, span } of type.members.filter((member) => isGlobal(profile, type, member))) {
      const shown = shapeOf(content);
      const other = known.get(name);
      if (other !== undefined && other.content !== shown)
        diagnostics.add(extensionElementsDiffer, { at: span, name, type: type.name, other: other.type });
      known.set(name, other ?? { type: type.name, content: shown });
    }
  }
}

/** What a content is, without the place where it is written. */
const shapeOf = (content: ResolvedMember['content']): string =>
  content.kind === 'reference'
    ? `reference ${content.by}`
    : JSON.stringify(content, (key, value: unknown) => (key === 'span' ? undefined : value));
