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
  const items = given.length === understood.length ? given : joined(given);
  if (items.length === understood.length) {
    items.forEach((item, index) => {
      compare(item, understood[index], `${pointer}/${index}`, found);
    });
    return;
  }
  const count = found.length;
  items.forEach((item, index) => {
    if (index < understood.length && found.length === count)
      compare(item, understood[index], `${pointer}/${index}`, found);
  });
  if (found.length === count)
    found.push({
      pointer,
      message: `${given.length} items found, of which ${understood.length} would be read`,
    });
}

/** In mixed content, pieces of text side by side are one text. */
function joined(items: readonly unknown[]): readonly unknown[] {
  const whole: unknown[] = [];
  for (const item of items) {
    const before = whole.at(-1);
    if (typeof item !== 'string') whole.push(item);
    else if (typeof before === 'string') whole[whole.length - 1] = before + item;
    else if (item !== '') whole.push(item);
  }
  return whole;
}

function compareMembers(given: Members, understood: Members, pointer: string, found: Misfit[]): void {
  const isOpen = isOpenElement(understood);
  for (const name of Object.keys(given)) {
    const inner = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const value = Object.hasOwn(understood, name) ? understood[name] : undefined;
    // Which prefixes there are follows from the whole document.
    if (isOpen && (name === 'prefix' || name === 'namespaces')) continue;
    // An order that is the schema's is not kept.
    if (name === '$order' && value === undefined && isOrderOf(given[name], understood)) continue;
    if (value === undefined)
      found.push({ pointer: inner, message: `"${name}" has no meaning here`, found: name });
    else compare(given[name], value, inner, found);
  }
}

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

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
