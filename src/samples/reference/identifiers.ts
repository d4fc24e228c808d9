import { simpleTypeCodec } from '../../analysis/simple-type/index.js';
import { normalizeWhiteSpace } from '../../runtime/primitive/white-space.js';
import { namesIn } from '../literal/names-in.js';
import { elementsOf, type SampleElement } from '../sample-tree.js';
import type { BrokenReference } from './identity-rows.js';
import { type ValueContext, type ValueField, valuesOf } from './value-field.js';

/** The identifiers of a document and what refers to them. */
export interface Identifiers {
  readonly declared: readonly ValueField[];
  readonly references: readonly ValueField[];
}

/** Every ID and every IDREF of a tree, in document order. */
export function identifiersOf(ctx: ValueContext, root: SampleElement): Identifiers {
  const declared: ValueField[] = [];
  const references: ValueField[] = [];
  for (const element of elementsOf(root)) {
    for (const value of valuesOf(ctx, element)) {
      const role = roleOf(ctx, value);
      if (role === 'ID') declared.push(value);
      if (role === 'IDREF') references.push(value);
    }
  }
  return { declared, references };
}

function roleOf(
  { schema }: ValueContext,
  { type, literal }: ValueField,
): 'ID' | 'IDREF' | 'ENTITY' | undefined {
  const codec = simpleTypeCodec(schema, type);
  return codec.identifier?.(normalizeWhiteSpace(literal, codec.whiteSpace));
}

/** Identifiers that stand twice, and references to nothing (cvc-id, 3.15.5.2). */
export function brokenIdentifiers(ctx: ValueContext, root: SampleElement): readonly BrokenReference[] {
  const { declared, references } = identifiersOf(ctx, root);
  const names = new Set<string>();
  const broken: BrokenReference[] = [];
  for (const { literal, owner } of declared) {
    for (const name of namesIn(literal)) {
      if (names.has(name)) broken.push({ rule: 'cvc-id.2', node: owner });
      names.add(name);
    }
  }
  for (const { literal, owner } of references) {
    if (!namesIn(literal).every((name) => names.has(name))) broken.push({ rule: 'cvc-id.1', node: owner });
  }
  return broken;
}
