import { simpleTypeBehind } from '../../simple-type/index.js';
import type {
  ComplexTypeBinding,
  ContentBinding,
  DerivedBinding,
  ElementFieldBinding,
  ElementValueBinding,
  FieldBinding,
  SubstitutionBinding,
} from '../../binding/index.js';
import type { ComponentId, ValueConstraint } from '../../../model/schema/index.js';
import { narrowings } from '../wire/simple/narrowing.js';
import type { BridgeEnds } from './bridge-ends.js';
import type {
  BridgePlan,
  FieldPlan,
  MessagePlan,
  MissingPlan,
  SimplePlan,
  TypePlan,
  ValuePlan,
} from './bridge-plan.js';
import { pairAttributes, pairFields } from './pair-fields.js';

/** Plans the way of every message that both models have. Types are planned once a pair, however often they are met. */
export function planBridge(ends: BridgeEnds): BridgePlan {
  const planner = new Planner(ends);
  const messages: MessagePlan[] = [];
  for (const from of ends.from.binding.messages.values()) {
    const other = ends.counterpart.get(from.element);
    const to = other === undefined ? undefined : ends.to.binding.messages.get(other);
    if (to === undefined || from.abstract || to.abstract) continue;
    const value = planner.elementValue(from.value, to.value);
    if (value !== undefined) messages.push({ from, to, value });
  }
  planner.run();
  return { messages, types: planner.types };
}

/** Pairs of types that wait, and those that were planned. */
class Planner {
  readonly types = new Map<string, TypePlan>();
  readonly #ends: BridgeEnds;
  readonly #waiting: (readonly [key: string, from: ComplexTypeBinding, to: ComplexTypeBinding])[] = [];
  readonly #known = new Set<string>();

  constructor(ends: BridgeEnds) {
    this.#ends = ends;
  }

  run(): void {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift())
      this.types.set(next[0], this.#typePlan(...next));
  }

  /** The way of an element's value; undefined where there is none. */
  elementValue(from: ElementValueBinding, to: ElementValueBinding): ValuePlan | undefined {
    const value = this.#value(from.type, to.type);
    return value && to.nillable ? { kind: 'nillable', value } : value;
  }

  #value(from: ComponentId, to: ComponentId): ValuePlan | undefined {
    const { from: one, to: other } = this.#ends;
    const [before, after] = [one.binding.complexTypes.get(from), other.binding.complexTypes.get(to)];
    if (before !== undefined && after !== undefined) return { kind: 'type', key: this.#pair(before, after) };
    const isSimple = (end: typeof one, id: ComponentId): boolean =>
      end.schema.types.get(id)?.kind === 'simple-type';
    if (before === undefined && after === undefined) {
      if (isSimple(one, from) && isSimple(other, to)) return this.#simple(from, to);
      // xs:anyType on both sides.
      return isSimple(one, from) || isSimple(other, to) ? undefined : { kind: 'open' };
    }
    if (before?.content.kind === 'simple' && isSimple(other, to))
      return {
        kind: 'unwrap',
        property: before.content.property,
        value: this.#simple(before.content.type, to),
      };
    if (after?.content.kind === 'simple' && isSimple(one, from))
      return {
        kind: 'wrap',
        property: after.content.property,
        value: this.#simple(from, after.content.type),
      };
    return undefined;
  }

  #simple(from: ComponentId, to: ComponentId): SimplePlan {
    const { comparison, to: end } = this.#ends;
    const name = simpleTypeBehind(end.schema, to)?.name?.localName ?? '';
    return {
      kind: 'simple',
      to,
      narrows: narrowings(comparison, from, to).length > 0,
      isReadingType: /ReadingType/u.test(name),
    };
  }

  #pair(from: ComplexTypeBinding, to: ComplexTypeBinding): string {
    const key = `${from.id} ${to.id}`;
    if (!this.#known.has(key)) {
      this.#known.add(key);
      this.#waiting.push([key, from, to]);
    }
    return key;
  }

  #typePlan(key: string, from: ComplexTypeBinding, to: ComplexTypeBinding): TypePlan {
    const parts = [this.#attributes(from, to), this.#content(from.content, to.content)];
    return {
      key,
      from,
      to,
      fields: parts.flatMap(({ fields = [] }) => fields),
      lost: parts.flatMap(({ lost = [] }) => lost),
      missing: parts.flatMap(({ missing = [] }) => missing),
      derived: (from.union?.derived ?? []).flatMap((one) => this.#derived(one, to)),
      ...parts.reduce<Pick<TypePlan, 'ordered'>>((all, { ordered }) => (ordered ? { ordered } : all), {}),
    };
  }

  #derived(one: DerivedBinding, declared: ComplexTypeBinding): TypePlan['derived'] {
    const { counterpart, from, to } = this.#ends;
    const other = counterpart.get(one.type);
    const before = from.binding.complexTypes.get(one.type);
    const after = other === undefined ? undefined : to.binding.complexTypes.get(other);
    if (before === undefined || after === undefined) return [];
    const name = declared.union?.derived.find(({ type }) => type === other)?.name;
    if (name === undefined && other !== declared.id) return [];
    return [{ from: one.name, to: name, key: this.#pair(before, after) }];
  }

  #attributes(from: ComplexTypeBinding, to: ComplexTypeBinding): TypeParts {
    const { pairs, removed, added } = pairAttributes(this.#ends, from.attributes, to.attributes);
    const open = (side: ComplexTypeBinding): string | undefined => side.anyAttribute?.property;
    const [openFrom, openTo] = [open(from), open(to)];
    return {
      fields: [
        ...pairs.map(([a, b]): FieldPlan => ({
          from: a.property,
          to: b.property,
          value: this.#simple(a.type, b.type),
          fromList: false,
          toList: false,
          required: b.required,
          mayBeAbsent: !a.required,
          most: undefined,
          fallback: b.required ? b.valueConstraint?.lexical : undefined,
        })),
        ...(openFrom === undefined || openTo === undefined ? [] : [openField(openFrom, openTo, false)]),
      ],
      lost: [
        ...removed.map(({ property }) => property),
        ...(openFrom === undefined || openTo !== undefined ? [] : [openFrom]),
      ],
      missing: added
        .filter(({ required }) => required)
        .map(({ property, valueConstraint, type }) => ({
          to: property,
          toList: false,
          fallback: valueConstraint?.lexical,
          type,
        })),
    };
  }

  #content(from: ContentBinding, to: ContentBinding): TypeParts {
    if (from.kind === 'simple' && to.kind === 'simple') {
      const value = this.#simple(from.type, to.type);
      const field = { from: from.property, to: to.property, value };
      return { fields: [{ ...ALWAYS_ONE, ...field }] };
    }
    if (from.kind === 'fields' && to.kind === 'fields') return this.#fields(from, to);
    if (from.kind === 'ordered' && to.kind === 'ordered') {
      const { pairs } = pairFields(this.#ends, from.entries, to.entries);
      const entries = pairs.flatMap(([a, b]) => {
        const value = this.#field(a, b);
        return value === undefined ? [] : [{ from: a.property, to: b.property, value }];
      });
      return { ordered: { from: from.property, to: to.property, mixed: to.mixed, entries } };
    }
    return {
      lost: propertiesOf(from),
      missing: to.kind === 'fields' ? to.fields.filter(isRequired).map(missing) : [],
    };
  }

  #fields(
    from: Extract<ContentBinding, { readonly kind: 'fields' }>,
    to: Extract<ContentBinding, { readonly kind: 'fields' }>,
  ): TypeParts {
    const { pairs, removed, added } = pairFields(this.#ends, from.fields, to.fields);
    const fields: FieldPlan[] = [];
    const gone = [...removed];
    const come = [...added];
    for (const [a, b] of pairs) {
      const value = this.#field(a, b);
      if (value === undefined) {
        gone.push(a);
        come.push(b);
        continue;
      }
      fields.push({
        from: a.property,
        to: b.property,
        value,
        fromList: a.list,
        toList: b.list,
        required: isRequired(b),
        mayBeAbsent: a.minOccurs === 0 || a.conditional || b.minOccurs > a.minOccurs,
        most: b.list && b.maxOccurs !== 'unbounded' ? b.maxOccurs : undefined,
        fallback: b.content.kind === 'element' ? literalOf(b.content.value.valueConstraint) : undefined,
      });
    }
    return {
      fields,
      lost: [...gone.map(({ property }) => property), ...(from.all ? ['$order'] : [])],
      missing: come.filter(isRequired).map(missing),
    };
  }

  #field({ content: from }: FieldBinding, { content: to }: FieldBinding): ValuePlan | undefined {
    if (from.kind === 'wildcard' || to.kind === 'wildcard') return from.kind === to.kind ? OPEN : undefined;
    if (from.substitutions.length === 0 && to.substitutions.length === 0)
      return this.elementValue(from.value, to.value);
    return this.#members(from, to);
  }

  #members(from: ElementFieldBinding, to: ElementFieldBinding): ValuePlan | undefined {
    const { counterpart } = this.#ends;
    const targets: readonly Pick<SubstitutionBinding, 'name' | 'element' | 'value'>[] =
      to.substitutions.length > 0 ? to.substitutions : [{ name: '', element: to.element, value: to.value }];
    const bare = to.substitutions.length === 0;
    const find = (
      element: ComponentId,
      value: ElementValueBinding,
      isDeclared: boolean,
    ): { readonly to: string; readonly value: ValuePlan } | undefined => {
      const other = counterpart.get(element);
      // Local elements are matched by their place.
      const target = targets.find(
        (one) => one.element === other || (isDeclared && one.element === to.element),
      );
      const way = target && this.elementValue(value, target.value);
      return way && { to: target.name, value: way };
    };
    if (from.substitutions.length === 0) {
      const plain = find(from.element, from.value, true);
      return plain && { kind: 'members', members: [], plain, bare };
    }
    const members = from.substitutions.flatMap((one) => {
      const found = find(one.element, one.value, one.element === from.element);
      return found === undefined ? [] : [{ from: one.name, ...found }];
    });
    return { kind: 'members', members, bare };
  }
}

type TypeParts = Partial<Pick<TypePlan, 'fields' | 'lost' | 'missing' | 'ordered'>>;

const OPEN: ValuePlan = { kind: 'open' };

const ALWAYS_ONE = {
  fromList: false,
  toList: false,
  required: true,
  mayBeAbsent: false,
  most: undefined,
  fallback: undefined,
};

const openField = (from: string, to: string, list: boolean): FieldPlan => ({
  ...ALWAYS_ONE,
  from,
  to,
  value: OPEN,
  fromList: list,
  toList: list,
  required: false,
});

const isRequired = ({ minOccurs, conditional }: FieldBinding): boolean => minOccurs > 0 && !conditional;

const literalOf = (constraint: ValueConstraint | undefined): string | undefined => constraint?.lexical;

const missing = (field: FieldBinding): MissingPlan => ({
  to: field.property,
  toList: field.list,
  fallback: field.content.kind === 'element' ? literalOf(field.content.value.valueConstraint) : undefined,
  type: field.content.kind === 'element' ? field.content.value.type : ('' as ComponentId),
});

function propertiesOf(content: ContentBinding): TypePlan['lost'] {
  switch (content.kind) {
    case 'empty':
      return [];
    case 'simple':
    case 'ordered':
      return [content.property];
    case 'fields':
      return content.fields.map(({ property }) => property);
  }
}
