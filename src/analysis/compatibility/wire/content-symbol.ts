import { clark, type ExpandedName } from '../../../foundation/expanded-name.js';
import { allowsNamespace, componentId, type ElementDeclaration } from '../../../model/schema/index.js';
import type { ContentAutomaton, Position } from '../../content-model/automaton.js';
import { instantiableMembers } from '../../content-model/substitution-group.js';
import type { Comparison } from './comparison.js';
import { globalsOf, unknownElement } from './content-words.js';
import { namespacesOf } from './namespaces.js';
import { elementAt } from './site.js';
import type { WitnessElement } from './witness.js';

/** What a content model of the first model can read next: an element of a name, or any other of a namespace. */
export type ContentSymbol =
  | {
      readonly kind: 'name';
      readonly key: string;
      /** As the first model spells it, and as the second one does. */
      readonly name: ExpandedName;
      readonly other: ExpandedName;
      /** Undefined where a wildcard lets in what is not declared or not looked at. */
      readonly declaration: ElementDeclaration | undefined;
      readonly example: WitnessElement;
    }
  | {
      readonly kind: 'rest';
      readonly key: string;
      readonly namespace: string;
      readonly otherNamespace: string;
      readonly example: WitnessElement;
    };

/** The symbols of two content models that are read together. */
export class Alphabet {
  readonly #c: Comparison;
  /** Names that the second content model gives to elements, as the first model spells them. */
  readonly #named = new Map<string, ExpandedName>();
  readonly #symbols = new Map<Position, readonly ContentSymbol[]>();

  constructor(c: Comparison, right: ContentAutomaton) {
    this.#c = c;
    for (const { term } of right.positions) {
      if (term.kind === 'wildcard') continue;
      for (const { name } of instantiableMembers(c.to, term.element)) {
        const back = c.match.elementBack(name);
        this.#named.set(clark(back), back);
      }
    }
  }

  /** Names that a wildcard of the second model does not get to see everywhere. */
  get named(): ReadonlySet<string> {
    return new Set(this.#named.keys());
  }

  /** What a position of the first content model can read. */
  symbolsOf(position: Position): readonly ContentSymbol[] {
    let symbols = this.#symbols.get(position);
    if (symbols === undefined) this.#symbols.set(position, (symbols = this.#find(position)));
    return symbols;
  }

  #find({ term }: Position): readonly ContentSymbol[] {
    const c = this.#c;
    if (term.kind === 'element-declaration-ref')
      return instantiableMembers(c.from, term.element)
        .filter((member) => c.sizes.element(member) !== Infinity)
        .map((member) => this.#declared(member));
    const { namespaceConstraint, processContents } = term;
    const symbols: ContentSymbol[] = [];
    for (const name of this.#named.values()) {
      if (!allowsNamespace(namespaceConstraint, name.namespace)) continue;
      const global = c.from.elements.get(componentId('element', name));
      const isUsable = global !== undefined && !global.abstract && c.sizes.element(global) !== Infinity;
      if (processContents !== 'skip' && isUsable) symbols.push(this.#declared(global));
      else if (processContents === 'skip' || (processContents === 'lax' && global === undefined))
        symbols.push({
          kind: 'name',
          key: `?${clark(name)}`,
          name,
          other: c.match.element(name),
          declaration: undefined,
          example: elementAt({ name, declaration: undefined }),
        });
    }
    for (const namespace of namespacesOf(c)) {
      if (!allowsNamespace(namespaceConstraint, namespace)) continue;
      const example = this.#exampleOf(namespace, processContents === 'strict');
      const otherNamespace = c.match.namespace(namespace);
      if (example !== undefined)
        symbols.push({ kind: 'rest', key: `*${namespace}`, namespace, otherNamespace, example });
    }
    return symbols;
  }

  #declared(declaration: ElementDeclaration): ContentSymbol {
    const { name, id } = declaration;
    const other = this.#c.match.element(name);
    const example = elementAt({ name, declaration: id });
    return { kind: 'name', key: id, name, other, declaration, example };
  }

  #exampleOf(namespace: string, isClosed: boolean): WitnessElement | undefined {
    const c = this.#c;
    if (!isClosed) return unknownElement(c, namespace);
    const global = globalsOf(c.from).find(
      (element) =>
        element.name.namespace === namespace &&
        !this.#named.has(clark(element.name)) &&
        c.sizes.element(element) !== Infinity,
    );
    return global && elementAt({ name: global.name, declaration: global.id });
  }
}

/** The declaration of the second model that a position reads a name with; its wildcard; undefined where it does not read it. */
export function readAt(
  c: Comparison,
  { term }: Position,
  symbol: ContentSymbol,
): ElementDeclaration | 'wildcard' | undefined {
  if (term.kind === 'wildcard') {
    const namespace = symbol.kind === 'name' ? symbol.other.namespace : symbol.otherNamespace;
    return allowsNamespace(term.namespaceConstraint, namespace) ? 'wildcard' : undefined;
  }
  if (symbol.kind === 'rest') return undefined;
  const { localName, namespace } = symbol.other;
  return instantiableMembers(c.to, term.element).find(
    ({ name }) => name.localName === localName && name.namespace === namespace,
  );
}
