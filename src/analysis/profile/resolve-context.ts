import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { namespaceMissing } from '../../diagnostics/catalogue/prf-restriction.js';
import type { Span } from '../../foundation/span.js';
import type { Association, ModelClass, Profile, ProfileClass } from '../../model/information/index.js';
import type { ModelIndex } from '../information/model-index.js';
import type { NamedSimpleType } from './resolved-profile.js';

/** A type of the profile and the class of the model that it stands for. */
export interface TypeFacts {
  readonly declared: ProfileClass;
  /** Absent of an extension that specialises none, and where the model has none. */
  readonly class?: ModelClass;
  readonly isExtension: boolean;
}

/** A profile while its names are looked up. */
export interface ResolveContext {
  readonly profile: Profile;
  readonly index: ModelIndex;
  readonly diagnostics: DiagnosticBag;
  /** By name, in the order of the profile. */
  readonly types: ReadonlyMap<string, TypeFacts>;
  /** Filled as members ask for them. */
  readonly simpleTypes: Map<string, NamedSimpleType>;
  /** Associations that some type follows, in whichever direction. */
  readonly followed: Set<Association>;
  readonly used: Set<string>;
}

/**
 * The namespace that a class is in. A shadow class is the vendor's: where its package has no namespace of its own, it is in
 * that of the extensions of the profile, and in that of the class that it extends where the profile has none either.
 */
function namespaceOf({ index, profile }: ResolveContext, owner: ModelClass): string | undefined {
  const extended = index.extendedClass(owner);
  const vendors =
    extended !== owner && owner.namespace === extended.namespace
      ? profile.extensions?.namespace?.value
      : undefined;
  return vendors ?? owner.namespace ?? profile.modelNamespace?.value;
}

/** Whether the model has the class in the very namespace that the profile declares for extensions: then messages do so, too. */
export const isOfVendor = (ctx: ResolveContext, owner: ModelClass): boolean => {
  const vendors = ctx.profile.extensions?.namespace?.value;
  return vendors !== undefined && namespaceOf(ctx, owner) === vendors;
};

/** `http://iec.ch/TC57/CIM100#Reading.value`: what `sawsdl:modelReference` says. */
export function modelReference(ctx: ResolveContext, owner: ModelClass, member?: string): string {
  const namespace = namespaceOf(ctx, owner);
  if (namespace === undefined) {
    ctx.diagnostics.add(namespaceMissing, {
      at: ctx.profile.profile.span,
      key: 'modelNamespace',
      why: 'the model does not say which namespace its classes are in',
    });
  }
  return joined(namespace ?? '', owner.name, member);
}

/** The reference of what the vendor adds: it is in the vendor's namespace, never in that of the model. */
export function extensionReference(ctx: ResolveContext, at: Span, owner: string, member?: string): string {
  const namespace = ctx.profile.extensions?.namespace?.value;
  if (namespace === undefined) {
    ctx.diagnostics.add(namespaceMissing, {
      at,
      key: 'extensions',
      why: 'what the model does not have needs a namespace of its own',
    });
  }
  return joined(namespace ?? '', owner, member);
}

const joined = (namespace: string, owner: string, member: string | undefined): string =>
  `${namespace}${/[#/]$/u.test(namespace) ? '' : '#'}${owner}${member === undefined ? '' : `.${member}`}`;

/** The types of the profile from this one up, circles cut. */
export function inheritanceLine(ctx: ResolveContext, name: string): readonly TypeFacts[] {
  const line: TypeFacts[] = [];
  for (let at: string | undefined = name; at !== undefined;) {
    const type = ctx.types.get(at);
    if (type === undefined || line.includes(type)) break;
    line.push(type);
    at = type.declared.inherits?.value;
  }
  return line;
}

/** Whether the class is deprecated (CIM modelling guide, rules R120 to R125), or any element with stereotypes. */
export const isDeprecated = ({ stereotypes }: { readonly stereotypes: readonly string[] }): boolean =>
  stereotypes.some((one) => one.toLowerCase() === 'deprecated');
