export type { Aggregation, Association, AssociationEnd } from './association.js';
export type { Attribute, TypeReference } from './attribute.js';
export type { ClassKind, Generalization, ModelClass } from './class.js';
export { type ElementId, type ElementKind, elementId } from './element-id.js';
export type { ModelElement, Origin, TaggedValue } from './element.js';
export type { EnumerationLiteral } from './enumeration-literal.js';
export type { InformationModel, ModelFormat } from './information-model.js';
export {
  EXACTLY_ONE,
  isWithin,
  type Multiplicity,
  printMultiplicity,
  ZERO_TO_MANY,
  ZERO_TO_ONE,
} from './multiplicity.js';
export type { ModelPackage } from './package.js';
export type {
  Carriage,
  Marked,
  Profile,
  ProfileAssociation,
  ProfileAttribute,
  ProfileClass,
  ProfileEnumeration,
  ProfileExtension,
  ProfileFacet,
  ProfileFacets,
  ProfileMetadata,
  ProfileNamespace,
  ProfileProperty,
  ProfileRoot,
} from './profile.js';
export type { ClassDraft, MemberDraft, ProfileDraft } from './profile-draft.js';
