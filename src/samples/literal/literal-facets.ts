import { XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { ComponentId, Facet, Schema, SimpleType } from '../../model/schema/index.js';

/** All that restricts a simple type, gathered over the chain of its base types. */
export interface LiteralFacets {
  /** Local name of the nearest built-in type: it decides what values look like. */
  readonly builtIn: string;
  /** Of the step nearest to the type that states some. Undefined where any value goes. */
  readonly enumeration: readonly Facet[] | undefined;
  /** Alternatives of each step; a literal matches one of each. The type's own step comes first. Built-in ones are left out. */
  readonly patterns: readonly (readonly string[])[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly min: Bound | undefined;
  readonly max: Bound | undefined;
  readonly totalDigits: number | undefined;
  readonly fractionDigits: number | undefined;
}

export interface Bound {
  readonly literal: string;
  readonly isInclusive: boolean;
}

const known = new WeakMap<SimpleType, LiteralFacets>();

/** The facets that hold for a type, its own and those of its base types. */
export function literalFacets(schema: Schema, type: SimpleType): LiteralFacets {
  const before = known.get(type);
  if (before !== undefined) return before;
  const made = gather(schema, type);
  known.set(type, made);
  return made;
}

function gather(schema: Schema, type: SimpleType): LiteralFacets {
  const steps = chainOf(schema, type);
  const nearest = (...kinds: readonly Facet['kind'][]): Facet | undefined => {
    for (const step of steps) {
      const facet = step.facets.find(({ kind }) => kinds.includes(kind));
      if (facet !== undefined) return facet;
    }
    return undefined;
  };
  const number = (kind: Facet['kind']): number | undefined => {
    const facet = nearest(kind);
    return facet === undefined ? undefined : Number(facet.value.trim());
  };
  const length = number('length');
  const own = steps.filter((step) => !isBuiltIn(step));
  return {
    builtIn: steps.find(isBuiltIn)?.name?.localName ?? 'anySimpleType',
    enumeration: own
      .map((step) => step.facets.filter(({ kind }) => kind === 'enumeration'))
      .find((values) => values.length > 0),
    patterns: own
      .map((step) => step.facets.filter(({ kind }) => kind === 'pattern').map(({ value }) => value))
      .filter((alternatives) => alternatives.length > 0),
    minLength: Math.max(length ?? 0, number('minLength') ?? 0),
    maxLength: Math.min(length ?? Infinity, number('maxLength') ?? Infinity),
    min: boundOf(nearest('minInclusive', 'minExclusive')),
    max: boundOf(nearest('maxInclusive', 'maxExclusive')),
    totalDigits: number('totalDigits'),
    fractionDigits: number('fractionDigits'),
  };
}

/** The type and its base types, nearest first. */
export function chainOf(schema: Schema, type: SimpleType): readonly SimpleType[] {
  const chain: SimpleType[] = [];
  let at: SimpleType | undefined = type;
  while (at !== undefined && !chain.includes(at)) {
    chain.push(at);
    const base = schema.types.get(at.baseType);
    at = base?.kind === 'simple-type' ? base : undefined;
  }
  return chain;
}

export const isBuiltIn = (type: { readonly name?: { readonly namespace: string } }): boolean =>
  type.name?.namespace === XSD_NAMESPACE;

/** A simple type by its id. Undefined for complex and unknown types. */
export function simpleTypeOf(schema: Schema, id: ComponentId): SimpleType | undefined {
  const type = schema.types.get(id);
  return type?.kind === 'simple-type' ? type : undefined;
}

const boundOf = (facet: Facet | undefined): Bound | undefined =>
  facet && { literal: facet.value.trim(), isInclusive: facet.kind.endsWith('Inclusive') };
