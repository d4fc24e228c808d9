import { noLiteral } from '../diagnostics/catalogue/smp.js';
import type { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import { clark } from '../foundation/expanded-name.js';
import type { ComponentId, NameTest, Schema } from '../model/schema/index.js';
import { CompletionSizes } from './completion-size.js';
import { simpleTypeCodec } from '../analysis/simple-type/index.js';
import { namesIn } from './literal/names-in.js';
import { sampleLiteral } from './literal/sample-literal.js';
import { Prefixes } from './prefixes.js';
import { Random } from './random.js';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_DEPTH, type SampleOptions } from './sample-options.js';

/** What is known while one document grows. */
export class Growth {
  readonly sizes: CompletionSizes;
  readonly random: Random;
  readonly prefixes: Prefixes;
  readonly extent: SampleOptions['extent'];
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly schema: Schema;
  readonly #diagnostics: DiagnosticBag;
  readonly #identifiers = new Set<string>();
  readonly #open = new Map<ComponentId, number>();
  readonly #wanted = { element: new Map<string, number>(), attribute: new Map<string, number>() };

  constructor(schema: Schema, options: SampleOptions, diagnostics: DiagnosticBag, prefixes = new Prefixes()) {
    this.schema = schema;
    this.prefixes = prefixes;
    this.sizes = CompletionSizes.of(schema);
    this.random = new Random(options.seed);
    this.extent = options.extent;
    this.maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    this.maxDepth = options.maxDepth ?? DEFAULT_MAX_DEPTH;
    this.#diagnostics = diagnostics;
  }

  /** A value for people; each ID is a new one. Where none is found, that is reported, and the text is empty. */
  literal(id: ComponentId, hint: string, accept: (literal: string) => boolean = () => true): string {
    const literal = this.tryLiteral(id, hint, (text) => accept(text) && this.#isFree(id, text));
    if (literal !== undefined) {
      if (this.#isIdentifier(id, literal)) namesIn(literal).forEach((name) => this.#identifiers.add(name));
      return literal;
    }
    const type = this.schema.types.get(id);
    const named = type?.name === undefined ? id : clark(type.name);
    this.#diagnostics.add(noLiteral, { type: named, at: type?.span });
    return '';
  }

  tryLiteral(id: ComponentId, hint: string, accept: (literal: string) => boolean): string | undefined {
    const { schema, random, prefixes } = this;
    const request = { schema, random, prefixes, hint, accept };
    return (
      sampleLiteral({ ...request, isShort: false }, id) ?? sampleLiteral({ ...request, isShort: true }, id)
    );
  }

  /** Runs what is inside an element of a type: it counts as open, and the names that its keys need are wanted. */
  inside<T>(type: ComponentId, wanted: WantedNames, grow: () => T): T {
    add(this.#open, type, 1);
    wanted.elements.forEach((name) => add(this.#wanted.element, name, 1));
    wanted.attributes.forEach((name) => add(this.#wanted.attribute, name, 1));
    const grown = grow();
    add(this.#open, type, -1);
    wanted.elements.forEach((name) => add(this.#wanted.element, name, -1));
    wanted.attributes.forEach((name) => add(this.#wanted.attribute, name, -1));
    return grown;
  }

  /** Whether more of a type would be a recursion that nobody asked for. */
  isRecursion(type: ComponentId): boolean {
    const depth = this.#open.get(type) ?? 0;
    return depth > (this.extent === 'random' ? 1 : 0);
  }

  isWanted(kind: 'element' | 'attribute', name: string): boolean {
    return (this.#wanted[kind].get(name) ?? 0) > 0;
  }

  #isFree(id: ComponentId, literal: string): boolean {
    if (!this.#isIdentifier(id, literal)) return true;
    const names = namesIn(literal);
    return new Set(names).size === names.length && !names.some((name) => this.#identifiers.has(name));
  }

  #isIdentifier(id: ComponentId, literal: string): boolean {
    return simpleTypeCodec(this.schema, id).identifier?.(literal) === 'ID';
  }
}

/** Names that stand in the fields of keys, in Clark notation. */
export interface WantedNames {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
}

/** What the fields of the keys of an element name: without it, the nodes that the key selects are not valid. */
export function wantedBy(
  constraints: readonly {
    readonly category: string;
    readonly fields: readonly { readonly paths: readonly FieldPath[] }[];
  }[],
): WantedNames {
  const paths = constraints
    .filter(({ category }) => category === 'key')
    .flatMap(({ fields }) => fields.flatMap((field) => field.paths));
  const names = (tests: readonly NameTest[]): readonly string[] =>
    tests.flatMap((test) => (test.kind === 'name' ? [clark(test.name)] : []));
  return {
    elements: names(paths.flatMap(({ steps }) => steps)),
    attributes: names(paths.flatMap(({ attribute }) => (attribute === undefined ? [] : [attribute]))),
  };
}

interface FieldPath {
  readonly steps: readonly NameTest[];
  readonly attribute?: NameTest;
}

const add = <K>(counts: Map<K, number>, key: K, by: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + by);
