import { derivedTypes } from '../../content-model/derived-types.js';
import { instantiableMembers } from '../../content-model/substitution-group.js';
import { isValidlyDerived } from '../../constraints/type-derivation.js';
import { isUrType } from '../../constraints/constraint-context.js';
import {
  allowsNamespace,
  componentId,
  type ComponentId,
  type Derivation,
  type ElementDeclaration,
  type Particle,
  type Schema,
  type Term,
  type TypeDefinition,
} from '../../../model/schema/index.js';
import { isAnySimpleType } from '../../simple-type/index.js';

/**
 * How many elements the smallest valid form of a component has. Infinity where there is none: an abstract type that nothing
 * derives from, a recursion without end. What has no form is in no message, so that it breaks nothing.
 */
export class LeastSizes {
  readonly #schema: Schema;
  readonly #elements = new Map<ComponentId, number>();
  readonly #types = new Map<ComponentId, number>();
  readonly #permitted = new Map<string, readonly TypeDefinition[]>();
  #derived: ReturnType<typeof derivedTypes> | undefined;

  private constructor(schema: Schema) {
    this.#schema = schema;
  }

  static of(schema: Schema): LeastSizes {
    const known = memory.get(schema);
    if (known !== undefined) return known;
    const made = new LeastSizes(schema);
    made.#settle();
    memory.set(schema, made);
    return made;
  }

  element(element: ElementDeclaration): number {
    return this.#elements.get(element.id) ?? Infinity;
  }

  type(type: TypeDefinition): number {
    return type.kind === 'simple-type' ? 0 : (this.#types.get(type.id) ?? Infinity);
  }

  particle(particle: Particle): number {
    return particle.minOccurs === 0 ? 0 : particle.minOccurs * this.term(particle.term);
  }

  /** One occurrence. */
  term(term: Term): number {
    switch (term.kind) {
      case 'element-declaration-ref':
        return least(instantiableMembers(this.#schema, term.element).map((member) => this.element(member)));
      case 'model-group': {
        const parts = term.particles.filter(({ maxOccurs }) => maxOccurs !== 0);
        const sizes = parts.map((part) => this.particle(part));
        return term.compositor === 'choice' ? least(sizes) : sizes.reduce((sum, size) => sum + size, 0);
      }
      case 'wildcard': {
        const { processContents, namespaceConstraint } = term;
        if (processContents !== 'strict')
          return namespaceConstraint.kind === 'enumeration' && namespaceConstraint.namespaces.length === 0
            ? Infinity
            : 1;
        const allowed = [...this.#schema.elements.values()].filter(
          ({ scope, abstract, name }) =>
            scope === 'global' && !abstract && allowsNamespace(namespaceConstraint, name.namespace),
        );
        return least(allowed.map((element) => this.element(element)));
      }
    }
  }

  /** The types that an element of a declared type may claim by `xsi:type` (cvc-elt.4), its own among them if it has a name. */
  permittedTypes(declared: TypeDefinition, blocked: readonly Derivation[]): readonly TypeDefinition[] {
    const key = `${declared.id} ${blocked.join(' ')}`;
    let permitted = this.#permitted.get(key);
    if (permitted === undefined)
      this.#permitted.set(key, (permitted = this.#findPermitted(declared, blocked)));
    return permitted;
  }

  #findPermitted(declared: TypeDefinition, blocked: readonly Derivation[]): readonly TypeDefinition[] {
    const { types } = this.#schema;
    this.#derived ??= derivedTypes(this.#schema);
    const candidates =
      isUrType(declared) || isAnySimpleType(declared)
        ? [...types.values()]
        : [declared, ...(this.#derived.get(declared.id) ?? []).flatMap(({ id }) => types.get(id) ?? [])];
    return candidates.filter(
      (type) =>
        type.name !== undefined &&
        componentId('type', type.name) === type.id &&
        !(type.kind === 'complex-type' && type.abstract) &&
        isValidlyDerived(this.#schema, type.id, declared.id, blocked),
    );
  }

  /** Sizes only shrink, so that the rounds end. */
  #settle(): void {
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      const note = (sizes: Map<ComponentId, number>, id: ComponentId, size: number): void => {
        if (size >= (sizes.get(id) ?? Infinity)) return;
        sizes.set(id, size);
        isSettled = false;
      };
      for (const type of this.#schema.types.values()) {
        if (type.kind === 'simple-type') continue;
        const { contentType } = type;
        const hasParticle = contentType.kind === 'element-only' || contentType.kind === 'mixed';
        const particle = hasParticle ? contentType.particle : undefined;
        note(this.#types, type.id, particle === undefined ? 0 : this.particle(particle));
      }
      for (const element of this.#schema.elements.values())
        note(this.#elements, element.id, 1 + this.#contentOf(element));
    }
  }

  #contentOf(element: ElementDeclaration): number {
    const type = this.#schema.types.get(element.type);
    if (type === undefined) return Infinity;
    if (element.nillable && element.valueConstraint?.kind !== 'fixed') return 0;
    if (type.kind === 'simple-type' || !type.abstract) {
      const own = this.type(type);
      if (own === 0) return 0;
    }
    const others = this.permittedTypes(type, blockedOf(element, type)).map((other) => this.type(other));
    return least(type.kind === 'complex-type' && type.abstract ? others : [this.type(type), ...others]);
  }
}

/** What an element and its type forbid to be replaced by `xsi:type` (cvc-elt.4.3). */
export const blockedOf = (
  element: Pick<ElementDeclaration, 'disallowedSubstitutions'>,
  type: TypeDefinition,
): readonly Derivation[] => [
  ...new Set([
    ...element.disallowedSubstitutions,
    ...(type.kind === 'complex-type' ? type.prohibitedSubstitutions : []),
  ]),
];

const least = (sizes: readonly number[]): number => sizes.reduce((a, b) => Math.min(a, b), Infinity);

const memory = new WeakMap<Schema, LeastSizes>();
