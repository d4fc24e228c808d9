import type { Attribute } from './attribute.js';
import type { ElementId } from './element-id.js';
import type { ModelElement } from './element.js';
import type { EnumerationLiteral } from './enumeration-literal.js';

/**
 * What a class stands for; decided by its metaclass and stereotypes (conventions of the CIM modelling guide):
 * `primitive` («Primitive», PrimitiveType), `datatype` («CIMDatatype», DataType), `compound` («Compound»),
 * `enumeration` («enumeration», «enum», «CodeList», Enumeration), else `class`.
 */
export type ClassKind = 'class' | 'enumeration' | 'datatype' | 'primitive' | 'compound';

export interface Generalization {
  /** The class that is inherited from. */
  readonly general: ElementId;
  readonly guid?: string;
  readonly stereotypes: readonly string[];
}

export interface ModelClass extends ModelElement {
  readonly kind: ClassKind;
  readonly id: ElementId;
  /** The package that owns it; absent for a class that no package holds. */
  readonly package?: ElementId;
  readonly abstract: boolean;
  /** The namespace that a class of an RDF vocabulary is in; of UML models the effective `nsuri` or `baseuri` tag, if any. */
  readonly namespace?: string;
  readonly generalizations: readonly Generalization[];
  /** Own attributes in the order of the source; none of an enumeration. */
  readonly attributes: readonly Attribute[];
  /** Of an enumeration, in the order of the source; else empty. */
  readonly literals: readonly EnumerationLiteral[];
}
