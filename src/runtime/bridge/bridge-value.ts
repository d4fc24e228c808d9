import { fromFirstEdition, parseFirstEditionReadingType } from '../codes/first-edition.js';
import { formatReadingType } from '../codes/reading-type.js';
import { numberFrom, numberText } from '../value/mapping.js';
import {
  type FieldBridge,
  type MembersBridge,
  type MissingField,
  type OrderedBridge,
  settled,
  type SimpleBridge,
  type TypeBridge,
  type ValueBridge,
  type ValueForm,
} from './bridge-table.js';
import type { Loss } from './loss.js';

/** Asked by name for what cannot be derived. */
export type AnyHook = (from: unknown, place: { readonly path: string }) => unknown;

/** One way of a message over a bridge. */
export interface Crossing {
  readonly hooks: Readonly<Record<string, AnyHook | undefined>>;
  readonly losses: Loss[];
  readonly asked: { readonly hook: string; readonly path: string }[];
}

type Properties = Readonly<Record<string, unknown>>;

/** What stands for a value that did not come over. */
const NOTHING = Symbol('nothing');

/** Brings a value over; `undefined` where nothing of it is left. */
export function bridgeRoot(crossing: Crossing, bridge: ValueBridge, value: unknown): unknown {
  const brought = bridgeValue(crossing, bridge, value, '', undefined);
  return brought === NOTHING ? undefined : brought;
}

function bridgeValue(
  c: Crossing,
  bridge: ValueBridge,
  value: unknown,
  path: string,
  instead: (() => unknown) | undefined,
): unknown {
  if (bridge.kind === 'open') return value;
  const isNil = (value as Properties | null)?.['$nil'] === true;
  if (isNil && bridge.kind !== 'nillable' && bridge.kind !== 'members') {
    lose(c, 'value-not-allowed', path, '$nil', value);
    return NOTHING;
  }
  switch (bridge.kind) {
    case 'nillable': {
      const inner = settled(bridge.value);
      if (!isNil) return bridgeValue(c, inner, value, path, instead);
      return inner.kind === 'type' ? typeValue(c, inner, value as Properties, path) : { $nil: true };
    }
    case 'simple':
      return simpleValue(c, bridge, value, path, instead);
    case 'type':
      return typeValue(c, bridge, value as Properties, path);
    case 'members':
      return member(c, bridge, value, path);
    case 'wrap': {
      const inner = simpleValue(c, bridge.value, value, path, instead);
      return inner === NOTHING ? NOTHING : { [bridge.property]: inner };
    }
    case 'unwrap': {
      for (const [name, attribute] of Object.entries(value as Properties))
        if (name !== bridge.property) lose(c, 'no-counterpart', join(path, name), name, attribute);
      return simpleValue(c, bridge.value, (value as Properties)[bridge.property], path, instead);
    }
  }
}

function simpleValue(
  c: Crossing,
  { accepts, form, isReadingType }: SimpleBridge,
  value: unknown,
  path: string,
  instead: (() => unknown) | undefined,
): unknown {
  const text = literalOf(value);
  const fits = (literal: string): boolean => accepts?.check(literal, () => '') === undefined;
  if (fits(text)) return inForm(form, text, value);
  const code = isReadingType === true ? parseFirstEditionReadingType(text) : undefined;
  if (code?.ok === true) {
    const longer = formatReadingType(fromFirstEdition(code.value));
    if (fits(longer)) return longer;
  }
  const other = instead?.();
  if (other !== undefined) return other;
  lose(c, 'value-not-allowed', path, path.replace(/^.*\./u, '').replace(/\[\d+\]$/u, ''), value);
  return NOTHING;
}

/** As it stands in XML. */
const literalOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(literalOf).join(' ') : String(numberText(value));

function inForm(form: ValueForm, text: string, value: unknown): unknown {
  const items = (): readonly string[] => (text === '' ? [] : text.split(' '));
  switch (form) {
    case 'text':
      return text;
    case 'boolean':
      return typeof value === 'boolean' ? value : text === 'true' || text === '1';
    case 'number':
      return numberFrom(text);
    case 'texts':
      return items();
    case 'booleans':
      return items().map((item) => item === 'true' || item === '1');
    case 'numbers':
      return items().map(numberFrom);
  }
}

function typeValue(c: Crossing, declared: TypeBridge, value: Properties, path: string): unknown {
  const said = value['$type'];
  const derived = typeof said === 'string' ? declared.derived?.[said] : undefined;
  if (typeof said === 'string' && derived === undefined) {
    lose(c, 'no-counterpart', join(path, '$type'), said, value);
    return NOTHING;
  }
  const bridge = derived?.type() ?? declared;
  const to: Record<string, unknown> = derived?.name === undefined ? {} : { $type: derived.name };
  const isNil = value['$nil'] === true;
  if (isNil) to['$nil'] = true;
  for (const field of bridge.fields) bringField(c, bridge, field, value, to, path, isNil);
  for (const property of bridge.lost ?? []) {
    const lost = value[property];
    if (lost !== undefined && !(Array.isArray(lost) && lost.length === 0))
      lose(c, property === '$order' ? 'order' : 'no-counterpart', join(path, property), property, lost);
  }
  if (!isNil) {
    for (const field of bridge.missing ?? [])
      to[field.to] = given(c, bridge, field, value, join(path, field.to));
    if (bridge.ordered !== undefined) to[bridge.ordered.to] = entries(c, bridge.ordered, value, path);
  }
  return to;
}

function bringField(
  c: Crossing,
  type: TypeBridge,
  field: FieldBridge,
  value: Properties,
  to: Record<string, unknown>,
  path: string,
  isNil: boolean,
): void {
  const found = value[field.from];
  const target = field.to ?? field.from;
  const at = join(path, field.from);
  const all: readonly unknown[] =
    field.fromList === true
      ? ((found as readonly unknown[] | undefined) ?? [])
      : found === undefined
        ? []
        : [found];
  const bridge = settled(field.value);
  const instead = (): unknown => ask(c, `${type.name}.${target}`, value, at);
  const brought = all.flatMap((one, index) => {
    const value = bridgeValue(c, bridge, one, field.fromList === true ? `${at}[${index}]` : at, instead);
    return value === NOTHING ? [] : [value];
  });
  const most = field.toList === true ? (field.most ?? Infinity) : 1;
  brought.slice(most).forEach((one, index) => {
    lose(c, 'too-many', `${at}[${most + index}]`, field.from, one);
  });
  const kept = brought.slice(0, most);
  if (kept.length === 0 && field.required === true && !isNil) {
    to[target] = given(c, type, { ...field, to: target }, value, at);
    return;
  }
  if (field.toList === true) {
    // A list that a choice left out stays out.
    if (found !== undefined || field.fromList !== true) to[target] = kept;
  } else if (kept.length > 0) to[target] = kept[0];
}

/** What the new model asks for and the old message lacks: the hook's answer, or the model's own default. */
function given(c: Crossing, type: TypeBridge, field: MissingField, from: Properties, path: string): unknown {
  const answer = ask(c, `${type.name}.${field.to}`, from, path) ?? field.fallback;
  if (answer === undefined) lose(c, 'not-given', path, field.to, undefined);
  if (field.toList !== true) return answer;
  return answer === undefined ? [] : [answer];
}

function ask(c: Crossing, hook: string, from: unknown, path: string): unknown {
  const asked = c.hooks[hook];
  if (asked === undefined) return undefined;
  c.asked.push({ hook, path });
  return asked(from, { path });
}

function member(c: Crossing, bridge: MembersBridge, value: unknown, path: string): unknown {
  const said =
    bridge.plain === undefined ? (value as { readonly $type: string; readonly value: unknown }) : undefined;
  const found = bridge.plain ?? bridge.members[said?.$type ?? ''];
  if (found === undefined) {
    lose(c, 'no-counterpart', path, said?.$type ?? '', said?.value);
    return NOTHING;
  }
  const brought = bridgeValue(
    c,
    settled(found.value),
    said === undefined ? value : said.value,
    path,
    undefined,
  );
  if (brought === NOTHING || bridge.bare === true) return brought;
  return { $type: found.name, value: brought };
}

function entries(c: Crossing, ordered: OrderedBridge, value: Properties, path: string): readonly unknown[] {
  const all = (value[ordered.from] ?? []) as readonly (
    string | { readonly name: string; readonly value: unknown }
  )[];
  return all.flatMap<unknown>((entry, index) => {
    const at = `${join(path, ordered.from)}[${index}]`;
    if (typeof entry === 'string') {
      if (ordered.mixed) return [entry];
      if (entry.trim() !== '') lose(c, 'no-counterpart', at, 'text', entry);
      return [];
    }
    const found = Object.hasOwn(ordered.entries, entry.name) ? ordered.entries[entry.name] : undefined;
    if (found === undefined) {
      lose(c, 'no-counterpart', at, entry.name, entry.value);
      return [];
    }
    const brought = bridgeValue(c, settled(found.value), entry.value, at, undefined);
    return brought === NOTHING ? [] : [{ ...entry, name: found.name, value: brought }];
  });
}

const join = (path: string, property: string): string => (path === '' ? property : `${path}.${property}`);

function lose(c: Crossing, reason: Loss['reason'], path: string, name: string, value: unknown): void {
  c.losses.push({ reason, path, name, value });
}
