import { derivedTypes, instantiableMembers } from '../analysis/content-model/index.js';
import {
  allowsNamespace,
  type AttributeUse,
  type ComplexType,
  componentId,
  type ComponentId,
  type ElementDeclaration,
  type Particle,
  type Schema,
  type Term,
  type TypeDefinition,
  type Wildcard,
} from '../model/schema/index.js';
import { simpleTypeOf } from './literal/literal-facets.js';
import { sampleLiteral } from './literal/sample-literal.js';
import { Prefixes } from './prefixes.js';
import { Random } from './random.js';

/**
 * How many bytes the shortest valid form of each component takes, about. Infinity where there is none: an abstract type that
 * nothing derives from, a recursion that cannot end, a simple type without values. Whoever picks the smallest alternative at
 * every choice comes to an end, since each element is larger than what it holds.
 */
export class CompletionSizes {
  readonly #schema: Schema;
  readonly #elements = new Map<ComponentId, number>();
  readonly #types = new Map<ComponentId, number>();
  readonly #literals = new Map<ComponentId, number>();
  readonly #substitutes: Substitutes;

  private constructor(schema: Schema) {
    this.#schema = schema;
    this.#substitutes = typeSubstitutes(schema);
  }

  static of(schema: Schema): CompletionSizes {
    const known = sizes.get(schema);
    if (known !== undefined) return known;
    const made = new CompletionSizes(schema);
    made.#settle();
    sizes.set(schema, made);
    return made;
  }

  /** An element of exactly this declaration, whatever its type is; never more than as a nil. */
  element(declaration: ElementDeclaration): number {
    return this.#elements.get(declaration.id) ?? Infinity;
  }

  /** Attributes and content of a type that is not abstract. */
  type(type: TypeDefinition): number {
    return type.kind === 'simple-type' ? this.literal(type.id) : (this.#types.get(type.id) ?? Infinity);
  }

  /** Attributes alone: what a nil has. */
  attributes(type: TypeDefinition): number {
    if (type.kind === 'simple-type') return 0;
    return type.attributeUses.reduce((sum, use) => (use.required ? sum + this.attribute(use) : sum), 0);
  }

  attribute(use: AttributeUse): number {
    const declaration = this.#schema.attributes.get(use.attribute);
    if (declaration === undefined) return Infinity;
    const { lexical } = use.valueConstraint ?? declaration.valueConstraint ?? {};
    return declaration.name.localName.length + 7 + (lexical?.length ?? this.literal(declaration.type));
  }

  /** All occurrences that a particle requires. */
  particle(particle: Particle): number {
    return particle.minOccurs === 0 ? 0 : particle.minOccurs * this.term(particle.term);
  }

  /** One occurrence. */
  term(term: Term): number {
    switch (term.kind) {
      case 'element-declaration-ref': {
        const members = instantiableMembers(this.#schema, term.element);
        return Math.min(Infinity, ...members.map((member) => this.element(member)));
      }
      case 'model-group': {
        const parts = term.particles
          .filter(({ maxOccurs }) => maxOccurs !== 0)
          .map((part) => this.particle(part));
        if (term.compositor === 'choice') return parts.length === 0 ? Infinity : Math.min(...parts);
        return parts.reduce((sum, part) => sum + part, 0);
      }
      case 'wildcard':
        return this.#wildcard(term);
    }
  }

  /** Types that an element can have: its own and, by `xsi:type`, those that may replace it. Abstract ones are left out. */
  typesFor(element: ElementDeclaration): readonly TypeDefinition[] {
    const type = this.#schema.types.get(element.type);
    return type === undefined ? [] : this.#substitutes(type, element);
  }

  literal(id: ComponentId): number {
    const known = this.#literals.get(id);
    if (known !== undefined) return known;
    const request = {
      schema: this.#schema,
      random: new Random(1),
      prefixes: new Prefixes(),
      hint: 'a',
      isShort: true,
    };
    const literal = sampleLiteral(request, id);
    // An ENTITY must be declared in a document type definition, which no sample has.
    const size = literal === undefined || this.#isEntity(id) ? Infinity : literal.length;
    this.#literals.set(id, size);
    return size;
  }

  #isEntity(id: ComponentId): boolean {
    const type = simpleTypeOf(this.#schema, id);
    if (type === undefined) return false;
    if (/\}ENTIT(?:Y|IES)$/.test(type.id)) return true;
    const above = type.variety.kind === 'list' ? type.variety.itemType : type.baseType;
    return above !== type.id && this.#isEntity(above);
  }

  #wildcard({ processContents, namespaceConstraint }: Wildcard): number {
    if (processContents !== 'strict') return FOREIGN_SIZE;
    let least = Infinity;
    for (const element of this.#schema.elements.values()) {
      if (element.scope !== 'global' || element.abstract) continue;
      if (allowsNamespace(namespaceConstraint, element.name.namespace))
        least = Math.min(least, this.element(element));
    }
    return least;
  }

  /** Sizes only shrink, so that the rounds end. */
  #settle(): void {
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      const note = (sizesOf: Map<ComponentId, number>, id: ComponentId, size: number): void => {
        if (size >= (sizesOf.get(id) ?? Infinity)) return;
        sizesOf.set(id, size);
        isSettled = false;
      };
      for (const type of this.#schema.types.values()) {
        if (type.kind === 'complex-type')
          note(this.#types, type.id, this.attributes(type) + this.#content(type));
      }
      for (const element of this.#schema.elements.values())
        note(this.#elements, element.id, this.#elementSize(element));
    }
  }

  #content({ contentType }: ComplexType): number {
    switch (contentType.kind) {
      case 'empty':
        return 0;
      case 'simple':
        return this.literal(contentType.type);
      case 'element-only':
      case 'mixed':
        return contentType.particle === undefined ? 0 : this.particle(contentType.particle);
    }
  }

  #elementSize(element: ElementDeclaration): number {
    const own = this.#schema.types.get(element.type);
    if (own === undefined) return Infinity;
    const types = this.typesFor(element);
    const least = Math.min(
      Infinity,
      ...types.map((type) => this.#instance(element, type) + (type === own ? 0 : XSI_TYPE_SIZE)),
      ...(element.nillable && element.valueConstraint?.kind !== 'fixed'
        ? types.map((type) => this.attributes(type) + XSI_NIL_SIZE)
        : []),
    );
    return least + 2 * element.name.localName.length + TAG_SIZE;
  }

  #instance(element: ElementDeclaration, type: TypeDefinition): number {
    if (element.valueConstraint?.kind !== 'fixed') return this.type(type);
    return this.attributes(type) + element.valueConstraint.lexical.length;
  }
}

const sizes = new WeakMap<Schema, CompletionSizes>();

/** Angle brackets, prefixes and indentation. */
const TAG_SIZE = 28;
const XSI_TYPE_SIZE = 30;
/** `xsi:nil` with its value. */
export const XSI_NIL_SIZE = 16;
const FOREIGN_SIZE = 40;

/** cvc-elt.4.3: which types an element may claim by `xsi:type`, its own included. */
function typeSubstitutes(schema: Schema): Substitutes {
  const derived = derivedTypes(schema);
  const known = new Map<string, readonly TypeDefinition[]>();
  return (type, { disallowedSubstitutions }) => {
    const key = `${type.id} ${disallowedSubstitutions.join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const prohibited = type.kind === 'complex-type' ? type.prohibitedSubstitutions : [];
    const blocked = new Set<string>([...disallowedSubstitutions, ...prohibited]);
    // A member type counts as derived from its union, and escapes the union's facets: not what a sample should show.
    const isUnion = type.kind === 'simple-type' && type.variety.kind === 'union';
    const others = (isUnion ? [] : (derived.get(type.id) ?? [])).flatMap(({ id, methods }) => {
      const other = schema.types.get(id);
      const isGlobal = other?.name !== undefined && componentId('type', other.name) === id;
      return isGlobal && ![...methods].some((method) => blocked.has(method)) ? [other] : [];
    });
    const all = [type, ...others].filter((each) => each.kind === 'simple-type' || !each.abstract);
    known.set(key, all);
    return all;
  };
}

type Substitutes = (type: TypeDefinition, element: ElementDeclaration) => readonly TypeDefinition[];
