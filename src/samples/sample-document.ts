import { instantiableMembers } from '../analysis/content-model/index.js';
import { noConsistentReferences, noDocument } from '../diagnostics/catalogue/smp.js';
import type { Diagnostic, Read } from '../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import { clark } from '../foundation/expanded-name.js';
import type { ComponentId, Schema } from '../model/schema/index.js';
import { chooseMember, growElement } from './grow-element.js';
import { Growth } from './growth.js';
import { makeConsistent } from './reference/make-consistent.js';
import type { Prefixes } from './prefixes.js';
import type { SampleOptions } from './sample-options.js';
import type { SampleElement } from './sample-tree.js';
import { writeDocument } from './write-document.js';

export type { SampleOptions } from './sample-options.js';

/** A valid document of a global element, as XML text. The same arguments give the same text. */
export const sampleDocument = (schema: Schema, element: ComponentId, options: SampleOptions): string =>
  readSample(schema, element, options).value;

/** The same, with what is to be said about it. */
export function readSample(schema: Schema, element: ComponentId, options: SampleOptions): Read<string> {
  const { tree, prefixes, diagnostics } = sampleTree(schema, element, options);
  return { value: tree === undefined ? '' : writeDocument(tree, prefixes), diagnostics };
}

/** A document before it is text. */
export interface SampleTree {
  /** Undefined where no document of the element can be valid. */
  readonly tree: SampleElement | undefined;
  readonly prefixes: Prefixes;
  readonly diagnostics: readonly Diagnostic[];
}

/** How often chance gets another try where keys and references do not come out. */
const TRIES = 8;
/** Far from each other, so that the tries of neighbouring seeds differ. */
const NEXT_SEED = 0x3c6e_f372;

/** A valid tree, with the components that govern it. */
export function sampleTree(schema: Schema, element: ComponentId, options: SampleOptions): SampleTree {
  let last: SampleTree | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    // Where references need something to refer to, the full document has it sooner than the minimal one.
    const extent = attempt < TRIES / 2 || options.extent !== 'minimal' ? options.extent : 'full';
    const tried = attemptTree(schema, element, {
      ...options,
      extent,
      seed: options.seed + attempt * NEXT_SEED,
    });
    if (tried.tree === undefined || tried.isConsistent) return tried;
    last = tried;
  }
  return last ?? attemptTree(schema, element, options);
}

function attemptTree(
  schema: Schema,
  element: ComponentId,
  options: SampleOptions,
): SampleTree & { readonly isConsistent: boolean } {
  const bag = new DiagnosticBag();
  const ctx = new Growth(schema, options, bag);
  const { prefixes } = ctx;
  const declaration = schema.elements.get(element);
  const chosen =
    declaration &&
    (declaration.abstract
      ? chooseMember(ctx, instantiableMembers(schema, element), ctx.maxBytes)
      : declaration);
  if (chosen === undefined || ctx.sizes.element(chosen) === Infinity) {
    const at = declaration?.span;
    bag.add(noDocument, { element: declaration === undefined ? element : clark(declaration.name), at });
    return { tree: undefined, prefixes, diagnostics: bag.sorted(), isConsistent: false };
  }
  const { value: tree } = growElement(ctx, chosen, { budget: ctx.maxBytes, depth: 0, particle: undefined });
  const broken = makeConsistent(ctx, tree);
  if (broken !== undefined)
    bag.add(noConsistentReferences, { element: clark(chosen.name), rule: broken, at: chosen.span });
  return { tree, prefixes, diagnostics: bag.sorted(), isConsistent: broken === undefined };
}
