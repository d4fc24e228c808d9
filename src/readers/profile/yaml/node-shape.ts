import type { Document, Node, Pair } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import {
  profileKey,
  profileKeyMissing,
  profileKeyTwice,
  profileValue,
} from '../../../diagnostics/catalogue/prf.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import { nearestName } from '../../../foundation/near-miss.js';
import type { Span } from '../../../foundation/span.js';
import type { Marked } from '../../../model/information/index.js';
import type { JsonSchema } from './json-schema.js';

/** What a shape needs to read a node and to say where it stands. */
export interface NodeContext {
  readonly document: Document.Parsed;
  readonly diagnostics: DiagnosticBag;
  /** The place of a node; of nothing, the place of what holds it. */
  readonly spanOf: (node: Node | null | undefined, holder: Span) => Span;
}

/** A node with its name for people (`occurs of mRID`) and the place to point at where it is empty. */
export interface NodePlace {
  readonly node: Node | null;
  readonly what: string;
  readonly holder: Span;
}

/** The form of one node: how it is read, and how editors are told. Both come from the same definition. */
export interface NodeShape<T> {
  readonly schema: JsonSchema;
  /** Undefined where it is wrong; what is wrong was reported. */
  read(place: NodePlace, ctx: NodeContext): T | undefined;
}

/** A text; numbers are taken as they are written. */
export function text(
  expected = 'a text',
  accepts: (value: string) => boolean = (value) => value.trim() !== '',
  schema: JsonSchema = {},
): NodeShape<Marked<string>> {
  return {
    schema: { type: 'string', ...schema },
    read(place, ctx) {
      const node = resolved(place.node, ctx);
      const value = isScalar(node) ? textOf(node.value, node.source) : undefined;
      if (value !== undefined && accepts(value)) return { value, span: ctx.spanOf(place.node, place.holder) };
      return refuse(place, ctx, expected);
    },
  };
}

/** One of some literals. */
export function oneOf<const T extends string | number | boolean>(
  ...values: readonly T[]
): NodeShape<Marked<T>> {
  return {
    schema: { enum: values },
    read(place, ctx) {
      const node = resolved(place.node, ctx);
      const value = isScalar(node) ? values.find((known) => known === node.value) : undefined;
      if (value !== undefined) return { value, span: ctx.spanOf(place.node, place.holder) };
      return refuse(place, ctx, values.map((known) => JSON.stringify(known)).join(' or '));
    },
  };
}

export const flag: NodeShape<Marked<boolean>> = { ...oneOf(true, false), schema: { type: 'boolean' } };

/** A list of texts, none twice. */
export function listOf(item: NodeShape<Marked<string>>): NodeShape<readonly Marked<string>[]> {
  return {
    schema: { type: 'array', items: item.schema, uniqueItems: true },
    read(place, ctx) {
      const node = resolved(place.node, ctx);
      if (!isSeq<Node>(node)) return refuse(place, ctx, 'a list');
      const seen = new Set<string>();
      return node.items.flatMap((one) => {
        const read = item.read({ node: one, what: `an item of ${place.what}`, holder: place.holder }, ctx);
        if (read === undefined) return [];
        const isNew = !seen.has(read.value);
        seen.add(read.value);
        if (!isNew)
          ctx.diagnostics.add(profileKeyTwice, { at: read.span, key: read.value, what: place.what });
        return isNew ? [read] : [];
      });
    },
  };
}

/** Something by name: the entries in the order in which they are written, each with its name. */
export function namedBy<V extends object>(
  name: NodeShape<Marked<string>>,
  value: NodeShape<V>,
): NodeShape<readonly (V & { readonly name: Marked<string> })[]> {
  return {
    schema: { type: 'object', propertyNames: name.schema, additionalProperties: value.schema },
    read(place, ctx) {
      const pairs = pairsOf(place, ctx);
      return pairs?.flatMap(({ key, node }) => {
        const checked = name.read({ node: key.node, what: `a name in ${place.what}`, holder: key.span }, ctx);
        const read = value.read({ node, what: key.value, holder: key.span }, ctx);
        return checked === undefined || read === undefined ? [] : [{ ...read, name: checked }];
      });
    },
  };
}

/** A key of an object: its shape, what editors say about it, and what stands for nothing. */
export interface Field<T> {
  readonly shape: NodeShape<NonNullable<T>>;
  readonly describe: string;
  readonly isRequired?: boolean;
  /** What an absent key means; without it the property is absent too. */
  readonly otherwise?: NonNullable<T>;
}

/** A shape for each key. The place of the whole is added by the reader where the type asks for it. */
export type Fields<T> = { readonly [K in Exclude<keyof T, 'span'>]-?: Field<T[K]> };

/** An object with known keys. An empty node is an object without any. */
export function objectOf<T extends object>(fields: Fields<T>, described = ''): NodeShape<T> {
  const known = Object.keys(fields);
  const table: Readonly<Record<string, Field<unknown>>> = fields;
  const required = known.filter((key) => table[key]?.isRequired === true);
  return {
    schema: {
      type: 'object',
      ...(described === '' ? {} : { description: described }),
      properties: Object.fromEntries(
        Object.entries(table).map(([key, { shape, describe }]) => [
          key,
          { description: describe, ...shape.schema },
        ]),
      ),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    },
    read(place, ctx) {
      const pairs = pairsOf(place, ctx);
      if (pairs === undefined) return undefined;
      const span = ctx.spanOf(place.node, place.holder);
      const values: Record<string, unknown> = { span };
      for (const [key, { otherwise }] of Object.entries(table))
        if (otherwise !== undefined) values[key] = otherwise;
      for (const { key, node } of pairs) {
        const field = Object.hasOwn(table, key.value) ? table[key.value] : undefined;
        if (field === undefined) {
          const facts = { key: key.value, what: place.what, known, nearest: nearestName(key.value, known) };
          ctx.diagnostics.add(profileKey, { at: key.span, ...facts });
          continue;
        }
        const read = field.shape.read(
          { node, what: `"${key.value}" of ${place.what}`, holder: key.span },
          ctx,
        );
        if (read !== undefined) values[key.value] = read;
      }
      const missing = required.filter((key) => !pairs.some((pair) => pair.key.value === key));
      for (const key of missing)
        ctx.diagnostics.add(profileKeyMissing, { at: firstLine(span, pairs), key, what: place.what });
      // Each field was read by the shape that `T` gives it, and what is required is there or was reported.
      return required.some((key) => values[key] === undefined) ? undefined : (values as T);
    },
  };
}

/** Either a short form, or the long one. An empty node is the long form without keys. */
export function shortOr<S, T>(
  short: NodeShape<S>,
  long: NodeShape<T>,
  lengthen: (value: S) => T,
): NodeShape<T> {
  return {
    schema: { oneOf: [{ type: 'null' }, ...alternatives(short.schema), ...alternatives(long.schema)] },
    read(place, ctx) {
      const node = resolved(place.node, ctx);
      if (isMap(node) || node === null || isNull(node)) return long.read(place, ctx);
      const read = short.read(place, ctx);
      return read === undefined ? undefined : lengthen(read);
    },
  };
}

const alternatives = (schema: JsonSchema): readonly JsonSchema[] => schema.oneOf ?? [schema];

interface NodePair {
  readonly key: Marked<string> & { readonly node: Node };
  readonly node: Node | null;
}

/** The entries of a map; an empty node has none. Undefined where it is no map. */
function pairsOf(place: NodePlace, ctx: NodeContext): readonly NodePair[] | undefined {
  const node = resolved(place.node, ctx);
  if (node === null || isNull(node)) return [];
  if (!isMap<Node, Node | null>(node)) return refuse(place, ctx, 'a map of names to values');
  const seen = new Set<string>();
  return node.items.flatMap((pair: Pair<Node, Node | null>) => {
    const value = isScalar(pair.key) ? textOf(pair.key.value, pair.key.source) : undefined;
    const span = ctx.spanOf(pair.key, place.holder);
    if (value === undefined)
      return refuse({ ...place, node: pair.key, what: `a key in ${place.what}` }, ctx, 'a text') ?? [];
    if (seen.has(value)) {
      ctx.diagnostics.add(profileKeyTwice, { at: span, key: value, what: place.what });
      return [];
    }
    seen.add(value);
    return [{ key: { value, span, node: pair.key }, node: pair.value }];
  });
}

const firstLine = (span: Span, pairs: readonly NodePair[]): Span => pairs[0]?.key.span ?? span;

const resolved = (node: Node | null, ctx: NodeContext): Node | null =>
  isAlias(node) ? (node.resolve(ctx.document) ?? null) : node;

const isNull = (node: Node | null): boolean => isScalar(node) && node.value === null;

/** Numbers and words that YAML takes for something else keep the text that was written: an edition is `2.0`. */
function textOf(value: unknown, source: string | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? (source ?? String(value)) : undefined;
}

/** Reports a node of the wrong form. */
export function refuse(place: NodePlace, ctx: NodeContext, expected: string): undefined {
  const at = ctx.spanOf(place.node, place.holder);
  ctx.diagnostics.add(profileValue, {
    at,
    what: place.what,
    found: foundOf(resolved(place.node, ctx) ?? place.node),
    expected,
  });
  return undefined;
}

function foundOf(node: Node | null): string {
  if (node === null || isNull(node)) return 'empty';
  if (isAlias(node)) return `*${node.source}, an alias of nothing`;
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  return isScalar(node) ? JSON.stringify(node.value) : 'something else';
}
