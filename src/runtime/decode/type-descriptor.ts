import type { Tag, Writer } from '../encode/writer.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import { nameTable, NO_NAMES, type NameTable } from '../xml/name-table.js';
import type { Reader } from '../xml/reader.js';
import type { FlatContent } from './flat-content.js';
import type { WildcardInfo } from './wildcard.js';

/**
 * Where the children of flat content may stand, by number: the last child before is at least `after` and below `low`,
 * or between `from` and `to`. The element is complete behind a child with at least the number `complete`.
 */
interface Places {
  readonly after: Uint16Array;
  readonly low: Uint16Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** The child that will most likely come behind each, and may; 0 for none. */
  readonly follow: Uint16Array;
  readonly complete: number;
}

/** A complex type as generated code describes it: the table is that of its child elements. */
export interface ComplexTypeInfo extends NameTable, Places {
  readonly kind: 'complex';
  /** Clark name; '' for an anonymous type. */
  readonly name: string;
  readonly attributes: NameTable;
  /** The wildcard of flat content, and its number among the names, where `*` stands for it. */
  readonly wildcard: WildcardInfo | undefined;
  readonly open: number;
  /** Abstract elements by Clark name, and the children that may stand for each. */
  abstracts: Readonly<Record<string, readonly string[]>> | null;
  /** Reads attributes and content of the element whose start tag was read, and its end tag. */
  readonly read: (r: Reader, type: ComplexTypeInfo) => unknown;
  /** Writes attributes and content of an element whose name was written, and its end tag. */
  readonly write: (w: Writer, value: never, tag: Tag, type: ComplexTypeInfo) => void;
  /** Content that is all data: what `read` and `write` go by. */
  readonly flat: FlatContent | null;
  /** `xs:anyType`: keeps the element as it stands, whatever type `xsi:type` names, once `validate` has read it. */
  readonly keep?: (r: Reader, validate: () => unknown) => unknown;
}

/** A simple type as something an element can have. */
export interface SimpleTypeInfo {
  readonly kind: 'simple';
  readonly name: string;
  readonly codec: SimpleTypeCodec;
}

export type TypeInfo = ComplexTypeInfo | SimpleTypeInfo;

/**
 * Occurrence of the children of flat content. A text, where each child has a place of its own: `1` required, `?` optional,
 * `+` and `*` repeatable. Otherwise five numbers a child: after, low, from, to, required (1 on the last child of a slot that
 * must be taken).
 */
export type Occurrence = string | readonly number[];

/** Whether child `found` may stand behind child `last`. */
export const mayFollow = (type: ComplexTypeInfo, last: number, found: number): boolean =>
  (last >= (type.after[found] as number) && last < (type.low[found] as number)) ||
  (last >= (type.from[found] as number) && last <= (type.to[found] as number));

/** Makes the descriptor of a complex type. Generated code calls this once a type. */
export function complexType(
  name: string,
  namespace: string,
  children: readonly string[],
  attributes: readonly string[],
  occurs: Occurrence,
  read: ComplexTypeInfo['read'],
  write: ComplexTypeInfo['write'],
  wildcard?: WildcardInfo,
): ComplexTypeInfo {
  return {
    kind: 'complex',
    name,
    ...nameTable(namespace, children),
    ...placesOf(children, occurs),
    attributes: attributes.length === 0 ? NO_NAMES : nameTable('', attributes),
    wildcard,
    open: wildcard === undefined ? 0 : children.indexOf('*') + 1,
    abstracts: null,
    read,
    write,
    flat: null,
  };
}

/** A new descriptor, told of abstract elements and of the children that may stand for each. */
export function withAbstracts(
  type: ComplexTypeInfo,
  abstracts: Readonly<Record<string, readonly string[]>>,
): ComplexTypeInfo {
  type.abstracts = abstracts;
  return type;
}

function placesOf(children: readonly string[], occurs: Occurrence): Places {
  const size = children.length + 1;
  const after = new Uint16Array(size);
  const low = new Uint16Array(size);
  const from = new Uint16Array(size).fill(1);
  const to = new Uint16Array(size);
  const follow = new Uint16Array(size);
  let complete = 0;
  for (let number = 1; number < size; number++) {
    const at = (number - 1) * 5;
    if (typeof occurs === 'string') {
      const mark = occurs[number - 1];
      after[number] = complete;
      low[number] = number;
      if (mark === '+' || mark === '*') from[number] = to[number] = number;
      if (mark === '1' || mark === '+') complete = number;
    } else if (occurs.length > 0) {
      after[number] = occurs[at] as number;
      low[number] = occurs[at + 1] as number;
      from[number] = occurs[at + 2] as number;
      to[number] = occurs[at + 3] as number;
      if (occurs[at + 4] === 1) complete = low[number] as number;
    }
  }
  for (let number = 0; number < size; number++) {
    const next = number + 1;
    const repeats = number >= (from[number] as number) && number <= (to[number] as number);
    const isNext = number >= (after[next] ?? 0) && number < (low[next] ?? 0) && children[number] !== '*';
    follow[number] = repeats ? number : isNext ? next : 0;
  }
  return { after, low, from, to, follow, complete };
}
