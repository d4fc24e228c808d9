import {
  type Configuration,
  type ContentAutomaton,
  contentAutomaton,
  instantiableMembers,
  matches,
  startWith,
  stepAll,
} from '../../analysis/content-model/index.js';
import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Schema } from '../../model/schema/index.js';
import { isElement, particleOf, type SampleElement } from '../sample-tree.js';

/** What is wrong with the order and number of children. */
export interface ContentVerdict {
  readonly rule: 'cvc-complex-type.2.4.a' | 'cvc-complex-type.2.4.b' | 'cvc-complex-type.2.4.d';
  /** The first child that does not fit; undefined where the content ends too early. */
  readonly child: SampleElement | undefined;
}

/** Compares the children of an element with its content model (cvc-complex-type.2.4). Undefined where they match. */
export function judgeContent(schema: Schema, element: SampleElement): ContentVerdict | undefined {
  const particle = particleOf(element.type);
  if (particle === undefined) return undefined;
  const automaton = contentAutomaton(particle);
  const children = element.children.filter(isElement);
  const names = children.map(({ name }) => name);
  if (matches(schema, automaton, names)) return undefined;
  const next = (at: readonly Configuration[] | undefined, name: ExpandedName): readonly Configuration[] =>
    at === undefined ? startWith(schema, automaton, name) : stepAll(schema, automaton, at, name);
  let at: readonly Configuration[] | undefined;
  for (const child of children) {
    const after = next(at, child.name);
    if (after.length === 0) {
      const isMoreExpected = [...leafNames(schema, automaton)].some((name) => next(at, name).length > 0);
      return { rule: isMoreExpected ? 'cvc-complex-type.2.4.a' : 'cvc-complex-type.2.4.d', child };
    }
    at = after;
  }
  return { rule: 'cvc-complex-type.2.4.b', child: undefined };
}

function* leafNames(schema: Schema, { positions }: ContentAutomaton): Generator<ExpandedName> {
  for (const { term } of positions) {
    if (term.kind === 'wildcard') {
      const { namespaceConstraint } = term;
      const namespaces =
        namespaceConstraint.kind === 'enumeration' ? namespaceConstraint.namespaces : ['urn:example:any'];
      for (const namespace of namespaces) yield { namespace, localName: 'any' };
    } else {
      for (const { name } of instantiableMembers(schema, term.element)) yield name;
    }
  }
}
