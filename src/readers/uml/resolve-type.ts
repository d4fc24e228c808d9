import { ambiguousName, danglingType, missingType } from '../../diagnostics/catalogue/uml.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Span } from '../../foundation/span.js';
import type { Origin, TypeReference } from '../../model/information/index.js';
import { placeOf } from './build-element.js';
import type { PlacedClass, PlacedModel } from './place-elements.js';
import type { RawReference } from './raw-model.js';

/** Finds the classes that references mean, and reports what they miss. */
export class TypeResolver {
  readonly #dangling = new Map<string, { readonly attributes: string[]; readonly at: Span | undefined }>();

  constructor(
    private readonly placed: PlacedModel,
    private readonly diagnostics: DiagnosticBag,
  ) {}

  /** By identifier; where that leads nowhere by name, the class of the same package first. */
  classOf(
    { id, name, isBuiltIn = false }: RawReference,
    from: PlacedClass | undefined,
    where: string,
    origin: Origin,
  ): PlacedClass | undefined {
    const byId = id === undefined ? undefined : this.placed.classOf(id);
    if (byId !== undefined || name === undefined || isBuiltIn) return byId;
    const steps = name.split('::').map((step) => step.trim());
    const tail = `/${steps.join('/')}`;
    const named = this.placed.byName.get(steps.at(-1) ?? '') ?? [];
    const fitting = steps.length === 1 ? named : named.filter((one) => one.path.endsWith(tail));
    const [taken] = [...fitting].sort(
      (a, b) => Number(b.package === from?.package) - Number(a.package === from?.package),
    );
    if (taken !== undefined && fitting.length > 1) {
      this.diagnostics.add(ambiguousName, {
        where,
        name,
        taken: taken.path,
        others: fitting.filter((one) => one !== taken).map(({ path }) => path),
        at: placeOf(origin),
      });
    }
    return taken;
  }

  /** The type of an attribute. A name that is no class is kept; what it is mapped to is for those who use the model. */
  typeOf(reference: RawReference, owner: PlacedClass, where: string, origin: Origin): TypeReference {
    const found = this.classOf(reference, owner, where, origin);
    if (found !== undefined) return { kind: 'class', id: found.id };
    const name = reference.name?.trim() || reference.id || '';
    if (name === '') this.diagnostics.add(missingType, { where, at: placeOf(origin) });
    else if (reference.isBuiltIn !== true) {
      const entry = this.#dangling.get(name) ?? { attributes: [], at: placeOf(origin) };
      entry.attributes.push(where);
      this.#dangling.set(name, entry);
    }
    return { kind: 'unresolved', name };
  }

  /** Names each type that was not found once, whatever number of attributes has it. */
  report(): void {
    for (const [type, { attributes, at }] of this.#dangling) {
      this.diagnostics.add(danglingType, { type, attributes, at });
    }
  }
}
