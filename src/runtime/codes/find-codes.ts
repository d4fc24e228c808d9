import type { CodeKind } from './code-kind.js';

/** Names of the elements that refer to a type, or are one, by kind of code. */
export type CodePlaces = Readonly<Record<CodeKind, readonly string[]>>;

/** The names of the classes, which profiles use for the roles too. */
export const CODE_PLACES: CodePlaces = {
  readingType: ['ReadingType'],
  endDeviceEventType: ['EndDeviceEventType'],
  endDeviceControlType: ['EndDeviceControlType'],
  readingQualityType: ['ReadingQualityType'],
};

/** A text that stands where a code may stand. */
export interface FoundCode {
  readonly kind: CodeKind;
  /** What the text is to the element: a reference, or an identity of its own. */
  readonly role: 'ref' | 'mRID' | 'name';
  readonly text: string;
  readonly path: string;
}

/** Finds the texts of a decoded message that can be codes, in order. */
export function findCodes(message: unknown, places: CodePlaces, root: string): readonly FoundCode[] {
  const kinds = new Map<string, CodeKind>();
  for (const kind of Object.keys(places) as CodeKind[]) {
    for (const name of places[kind]) kinds.set(name, kind);
  }
  const found: FoundCode[] = [];
  const visit = (name: string, value: unknown, path: string): void => {
    const kind = kinds.get(name);
    if (kind !== undefined) found.push(...textsOf(kind, value, path));
    for (const child of childrenOf(value)) visit(child.name, child.value, `${path}/${child.step}`);
  };
  visit('', message, root);
  return found;
}

function* textsOf(kind: CodeKind, value: unknown, path: string): Generator<FoundCode> {
  for (const child of childrenOf(value)) {
    const at = `${path}/${child.step}`;
    if (child.name === 'ref' || child.name === 'mRID') {
      const text = textOf(child.value);
      if (text !== undefined) yield { kind, role: child.name, text, path: at };
    } else if (child.name === 'Names') {
      for (const part of childrenOf(child.value)) {
        const text = part.name === 'name' ? textOf(part.value) : undefined;
        if (text !== undefined) yield { kind, role: 'name', text, path: `${at}/${part.step}` };
      }
    }
  }
}

interface Child {
  readonly name: string;
  /** Name and position, as in `MeterReading[2]`. */
  readonly step: string;
  readonly value: unknown;
}

/**
 * The children of a decoded value by name, whatever shape the content has: a property each, a list of them, entries of
 * ordered content, or elements that a wildcard kept whole.
 */
function childrenOf(value: unknown): readonly Child[] {
  if (typeof value !== 'object' || value === null) return [];
  const counts = new Map<string, number>();
  const named = (name: string, child: unknown): Child => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { name, step: count === 1 ? name : `${name}[${count}]`, value: child };
  };
  return membersOf(value).map(([name, child]) => named(name, child));
}

type NamedValue = readonly [name: string, value: unknown];

function membersOf(value: object): readonly NamedValue[] {
  if (isKept(value)) return [...Object.entries(value.attributes), ...value.children.flatMap(keptMember)];
  return Object.entries(value).flatMap(([name, child]: NamedValue) =>
    Array.isArray(child) ? child.map((item: unknown) => memberOf(name, item)) : [memberOf(name, child)],
  );
}

/** A value under its own name where it brings one, else under that of the property. */
function memberOf(name: string, value: unknown): NamedValue {
  if (isEntry(value)) return [localName(value.name ?? value.$type), value.value];
  return keptMember(value)[0] ?? [name, value];
}

const keptMember = (value: unknown): readonly NamedValue[] =>
  typeof value === 'object' && value !== null && isKept(value) && 'name' in value
    ? [[localName(value.name), value]]
    : [];

/** An element of ordered content or a member of a substitution group. A pair of plain texts is an element's own content. */
interface Entry {
  readonly name?: unknown;
  readonly $type?: unknown;
  readonly value: object;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  ('name' in value || '$type' in value) &&
  'value' in value &&
  typeof value.value === 'object' &&
  value.value !== null &&
  Object.keys(value).length === 2;

const localName = (name: unknown): string => String(name).replace(/^\{.*\}/u, '');

/** An element that a wildcard let in: attributes and children, uninterpreted. */
interface Kept {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly unknown[];
}

const isKept = (value: object): value is Kept =>
  'attributes' in value &&
  'children' in value &&
  typeof value.attributes === 'object' &&
  Array.isArray(value.children);

/** The text of a simple value, or of an element that a wildcard kept. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (isKept(value))
    return value.children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim();
  return 'value' in value ? textOf(value.value) : undefined;
}
