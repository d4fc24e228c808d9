import {
  isAnySimpleType,
  isBuiltInType,
  simpleTypeCodec,
  withSimpleBaseTypes,
} from '../../analysis/simple-type/index.js';
import { expandedName, XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import {
  componentId,
  type ComponentId,
  type Facet,
  nestedId,
  type Schema,
  type SimpleType,
  type TypeDefinition,
} from '../../model/schema/index.js';
import { normalizeWhiteSpace } from '../../runtime/primitive/white-space.js';
import type { Prefixes } from '../prefixes.js';

/** How many rules a literal breaks: each facet of each derivation step counts, and the lexical form counts. */
export function countBroken(schema: Schema, type: SimpleType, literal: string, prefixes: Prefixes): number {
  const { whiteSpace } = simpleTypeCodec(schema, type.id);
  const { overlay, base, facets } = singleFacets(schema, type);
  const text = normalizeWhiteSpace(literal, whiteSpace);
  const isBroken = (id: ComponentId): boolean =>
    simpleTypeCodec(overlay, id).check(text, prefixes.lookup) !== undefined;
  const isLexical = !isBroken(base);
  const broken = facets.filter(({ id, kind }) => {
    if (kind === 'pattern' || isLexical) return isBroken(id);
    return kind === 'enumeration';
  });
  return broken.length + (isLexical ? 0 : 1);
}

interface SingleFacets {
  /** The schema and, beside its types, one type for each facet. */
  readonly overlay: Schema;
  /** What the facets restrict: the primitive type, or the list or union without facets. */
  readonly base: ComponentId;
  readonly facets: readonly { readonly id: ComponentId; readonly kind: Facet['kind'] }[];
}

interface Overlay {
  readonly schema: Schema;
  readonly types: Map<ComponentId, TypeDefinition>;
  readonly known: Map<ComponentId, SingleFacets>;
}

const overlays = new WeakMap<Schema, Overlay>();

function singleFacets(schema: Schema, type: SimpleType): SingleFacets {
  let overlay = overlays.get(schema);
  if (overlay === undefined) {
    const types = new Map(schema.types);
    overlay = { schema: { ...schema, types }, types, known: new Map() };
    overlays.set(schema, overlay);
  }
  const known = overlay.known.get(type.id);
  if (known !== undefined) return known;
  const made = splitFacets(schema, type, overlay);
  overlay.known.set(type.id, made);
  return made;
}

function splitFacets(schema: Schema, type: SimpleType, { schema: overlay, types }: Overlay): SingleFacets {
  const chain = withSimpleBaseTypes(schema, type).filter((step) => !isAnySimpleType(step));
  const root = chain.at(-1) ?? type;
  const isAtomic = root.variety.kind === 'atomic';
  const string = componentId('type', expandedName(XSD_NAMESPACE, 'string'));
  const facets: { id: ComponentId; kind: Facet['kind'] }[] = [];
  for (const step of chain) {
    if (step === root && !isAtomic) continue;
    for (const kind of new Set(step.facets.map((facet) => facet.kind))) {
      // The patterns of built-in types are their lexical form.
      if (kind === 'whiteSpace' || (kind === 'pattern' && isBuiltInType(step))) continue;
      const id = nestedId(type.id, `facet(${facets.length})`);
      // A pattern looks at characters, even at those that are no value.
      const baseType = kind === 'pattern' && isAtomic ? string : root.id;
      const own = step.facets.filter((facet) => facet.kind === kind);
      types.set(id, { ...step, id, baseType, facets: own, span: type.span });
      facets.push({ id, kind });
    }
  }
  return { overlay, base: nearestBuiltIn(chain, isAtomic) ?? root.id, facets };
}

/** The lexical form is that of the nearest built-in type: `xs:Name` says more than `xs:string`. */
const nearestBuiltIn = (chain: readonly SimpleType[], isAtomic: boolean): ComponentId | undefined =>
  isAtomic ? chain.find(isBuiltInType)?.id : undefined;
