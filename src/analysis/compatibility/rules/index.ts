import { groupBy } from '../../../foundation/group-by.js';
import type { FactKind } from '../changes/fact.js';
import type { AnyRule } from './rule.js';
import { namespaceMovedRule } from './names/namespace-moved.js';
import { namespaceAddedRule } from './names/namespace-added.js';
import { namespaceRemovedRule } from './names/namespace-removed.js';
import { elementAddedRule } from './names/element-added.js';
import { elementRemovedRule } from './names/element-removed.js';
import { elementRenamedRule } from './names/element-renamed.js';
import { elementMovedRule } from './names/element-moved.js';
import { typeAddedRule } from './names/type-added.js';
import { typeRemovedRule } from './names/type-removed.js';
import { typeRenamedRule } from './names/type-renamed.js';
import { typeMovedRule } from './names/type-moved.js';
import { definitionAddedRule } from './names/definition-added.js';
import { definitionRemovedRule } from './names/definition-removed.js';
import { definitionRenamedRule } from './names/definition-renamed.js';
import { childAddedRule } from './content/child-added.js';
import { requiredChildAddedRule } from './content/required-child-added.js';
import { childRemovedRule } from './content/child-removed.js';
import { childRenamedRule } from './content/child-renamed.js';
import { childNamespaceChangedRule } from './content/child-namespace-changed.js';
import { childReorderedRule } from './content/child-reordered.js';
import { childRequiredRule } from './content/child-required.js';
import { childOptionalRule } from './content/child-optional.js';
import { childRepeatsMoreRule } from './content/child-repeats-more.js';
import { childRepeatsLessRule } from './content/child-repeats-less.js';
import { childLeastChangedRule } from './content/child-least-changed.js';
import { contentRegroupedRule } from './content/content-regrouped.js';
import { anyAddedRule } from './content/any-added.js';
import { anyRemovedRule } from './content/any-removed.js';
import { anyChangedRule } from './content/any-changed.js';
import { contentKindChangedRule } from './content/content-kind-changed.js';
import { childTypeChangedRule } from './content/child-type-changed.js';
import { contentTypeChangedRule } from './content/content-type-changed.js';
import { typeNamedRule } from './content/type-named.js';
import { nillableAddedRule } from './element/nillable-added.js';
import { nillableRemovedRule } from './element/nillable-removed.js';
import { elementDefaultChangedRule } from './element/element-default-changed.js';
import { elementFixedChangedRule } from './element/element-fixed-changed.js';
import { elementAbstractRule } from './element/element-abstract.js';
import { elementConcreteRule } from './element/element-concrete.js';
import { substitutionGroupChangedRule } from './element/substitution-group-changed.js';
import { substitutionBlockedRule } from './element/substitution-blocked.js';
import { constraintAddedRule } from './element/constraint-added.js';
import { constraintRemovedRule } from './element/constraint-removed.js';
import { constraintChangedRule } from './element/constraint-changed.js';
import { attributeAddedRule } from './attribute/attribute-added.js';
import { requiredAttributeAddedRule } from './attribute/required-attribute-added.js';
import { attributeRemovedRule } from './attribute/attribute-removed.js';
import { attributeRenamedRule } from './attribute/attribute-renamed.js';
import { attributeRequiredRule } from './attribute/attribute-required.js';
import { attributeOptionalRule } from './attribute/attribute-optional.js';
import { attributeDefaultChangedRule } from './attribute/attribute-default-changed.js';
import { attributeFixedChangedRule } from './attribute/attribute-fixed-changed.js';
import { attributeTypeChangedRule } from './attribute/attribute-type-changed.js';
import { baseTypeChangedRule } from './type/base-type-changed.js';
import { typeAbstractRule } from './type/type-abstract.js';
import { typeConcreteRule } from './type/type-concrete.js';
import { derivationBlockedRule } from './type/derivation-blocked.js';
import { valueAddedRule } from './type/value-added.js';
import { valueRemovedRule } from './type/value-removed.js';
import { enumerationAddedRule } from './type/enumeration-added.js';
import { enumerationRemovedRule } from './type/enumeration-removed.js';
import { facetsNarrowedRule } from './type/facets-narrowed.js';
import { facetsWidenedRule } from './type/facets-widened.js';
import { facetsChangedRule } from './type/facets-changed.js';
import { simpleBaseChangedRule } from './type/simple-base-changed.js';
import { unionChangedRule } from './type/union-changed.js';
import { documentationChangedRule } from './words/documentation-changed.js';
import { modelReferenceChangedRule } from './words/model-reference-changed.js';

/** Every rule about schemas, in order of what reports say first. */
export const SCHEMA_RULES: readonly AnyRule[] = [
  namespaceMovedRule,
  namespaceAddedRule,
  namespaceRemovedRule,
  elementAddedRule,
  elementRemovedRule,
  elementRenamedRule,
  elementMovedRule,
  typeAddedRule,
  typeRemovedRule,
  typeRenamedRule,
  typeMovedRule,
  definitionAddedRule,
  definitionRemovedRule,
  definitionRenamedRule,
  childAddedRule,
  requiredChildAddedRule,
  childRemovedRule,
  childRenamedRule,
  childNamespaceChangedRule,
  childReorderedRule,
  childRequiredRule,
  childOptionalRule,
  childRepeatsMoreRule,
  childRepeatsLessRule,
  childLeastChangedRule,
  contentRegroupedRule,
  anyAddedRule,
  anyRemovedRule,
  anyChangedRule,
  contentKindChangedRule,
  childTypeChangedRule,
  contentTypeChangedRule,
  typeNamedRule,
  nillableAddedRule,
  nillableRemovedRule,
  elementDefaultChangedRule,
  elementFixedChangedRule,
  elementAbstractRule,
  elementConcreteRule,
  substitutionGroupChangedRule,
  substitutionBlockedRule,
  constraintAddedRule,
  constraintRemovedRule,
  constraintChangedRule,
  attributeAddedRule,
  requiredAttributeAddedRule,
  attributeRemovedRule,
  attributeRenamedRule,
  attributeRequiredRule,
  attributeOptionalRule,
  attributeDefaultChangedRule,
  attributeFixedChangedRule,
  attributeTypeChangedRule,
  baseTypeChangedRule,
  typeAbstractRule,
  typeConcreteRule,
  derivationBlockedRule,
  valueAddedRule,
  valueRemovedRule,
  enumerationAddedRule,
  enumerationRemovedRule,
  facetsNarrowedRule,
  facetsWidenedRule,
  facetsChangedRule,
  simpleBaseChangedRule,
  unionChangedRule,
  documentationChangedRule,
  modelReferenceChangedRule,
];

/** The rules that look at a kind of fact. */
export const rulesFor = (kind: FactKind): readonly AnyRule[] => BY_KIND.get(kind) ?? [];

const BY_KIND: ReadonlyMap<FactKind, readonly AnyRule[]> = groupBy(SCHEMA_RULES, ({ of }) => of);
