/** A part of a value that did not come through: what was given is not what the message says. */
export interface Misfit {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
}

/**
 * Compares a value from outside with what was understood of it: what the reader made of the XML that was written from it.
 * Nothing may be gone, and nothing may be another value. The reader may add: defaults, empty lists, prefixes.
 */
export function misfits(given: unknown, understood: unknown): readonly Misfit[] {
  const found: Misfit[] = [];
  compare(given, understood, '', found);
  return found;
}

/** As many are told; a value that is quite another one has one everywhere. */
const MOST = 100;

function compare(given: unknown, understood: unknown, pointer: string, found: Misfit[]): void {
  if (found.length >= MOST || given === understood) return;
  const kinds = [kindOf(given), kindOf(understood)] as const;
  const [kind, wanted] = kinds;
  if (kind !== wanted) {
    // Numbers that JSON has no literals for are texts.
    if (wanted === 'a number' && typeof given === 'string' && NO_LITERAL.has(given)) return;
    found.push({ pointer, message: `${kind} found, ${wanted} expected`, expected: wanted, found: kind });
  } else if (Array.isArray(given) && Array.isArray(understood))
    compareItems(given, understood, pointer, found);
  else if (isObject(given) && isObject(understood)) compareMembers(given, understood, pointer, found);
  else if (!Object.is(given, understood))
    found.push({
      pointer,
      message: `${show(given)} would be read as ${show(understood)}`,
      expected: show(understood),
      found: show(given),
    });
}

function compareItems(
  given: readonly unknown[],
  understood: readonly unknown[],
  pointer: string,
  found: Misfit[],
): void {
  const before = found.length;
  for (let at = 0; at < Math.min(given.length, understood.length) && found.length < MOST; at++) {
    compare(given[at], understood[at], `${pointer}/${at}`, found);
    // Behind an item that is gone, all are others.
    if (given.length !== understood.length && found.length > before) return;
  }
  if (given.length !== understood.length)
    found.push({
      pointer,
      message: `${given.length} items found, which would be read as ${understood.length}`,
    });
}

function compareMembers(given: Members, understood: Members, pointer: string, found: Misfit[]): void {
  const isOpen = isOpenElement(understood);
  for (const [name, value] of Object.entries(given)) {
    const inner = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const meant = Object.hasOwn(understood, name) ? understood[name] : undefined;
    // Which prefixes there are follows from the whole document.
    if (isOpen && name === 'prefix' && typeof value === 'string') continue;
    if (isOpen && name === 'namespaces' && isObject(value) && Object.values(value).every(isText)) continue;
    // An order that is the schema's is not kept.
    if (name === '$order' && meant === undefined && isOrderOf(value, understood)) continue;
    if (meant === undefined)
      found.push({ pointer: inner, message: `"${name}" has no meaning here`, found: name });
    else compare(value, meant, inner, found);
  }
  for (const [name, value] of Object.entries(understood))
    if (value === '' && !Object.hasOwn(given, name))
      found.push({ pointer, message: `"${name}" is missing`, expected: name });
}

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string';

const isOpenElement = ({ attributes, children }: Members): boolean =>
  Array.isArray(children) && isObject(attributes);

const isOrderOf = (order: unknown, understood: Members): boolean =>
  Array.isArray(order) && order.every((name) => typeof name === 'string' && Object.hasOwn(understood, name));

const NO_LITERAL: ReadonlySet<string> = new Set(['INF', '-INF', 'NaN', '-0']);

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  switch (typeof value) {
    case 'object':
      return 'an object';
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'nothing';
  }
};

const show = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
