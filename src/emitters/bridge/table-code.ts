import type {
  FieldPlan,
  MissingPlan,
  SimplePlan,
  TypePlan,
  ValuePlan,
} from '../../analysis/compatibility/bridge/bridge-plan.js';
import { itemTypeOf, simpleValueForm } from '../../analysis/binding/index.js';
import type { ComponentId } from '../../model/schema/index.js';
import {
  annotation,
  code,
  type Code,
  exported,
  identifier,
  joinCode,
  propertyName,
} from '../../printer/index.js';
import { type BridgeContext, hookOwner, ofBridge, simpleCodec, tableName } from './bridge-context.js';

/** The table of a pair of types: `export const MeterReading: TypeBridge = { … };`. */
export function tableCode(ctx: BridgeContext, type: TypePlan): Code {
  const members: Code[] = [
    code`kind: 'type'`,
    code`name: ${hookOwner(ctx, type)}`,
    code`fields: ${list(type.fields.map((field) => fieldCode(ctx, field)))}`,
  ];
  if (type.lost.length > 0) members.push(code`lost: ${list(type.lost.map((property) => code`${property}`))}`);
  if (type.missing.length > 0)
    members.push(code`missing: ${list(type.missing.map((one) => missingCode(ctx, one)))}`);
  if (type.derived.length > 0)
    members.push(
      code`derived: ${record(
        type.derived.map(({ from, to, key }) => [
          from,
          object([...(to === undefined ? [] : [code`name: ${to}`]), code`type: () => ${tableOf(ctx, key)}`]),
        ]),
      )}`,
    );
  if (type.ordered !== undefined) {
    const { from, to, mixed, entries } = type.ordered;
    const rows = entries.map((one): readonly [string, Code] => [
      one.from,
      object([code`name: ${one.to}`, code`value: ${valueCode(ctx, one.value)}`]),
    ]);
    members.push(
      code`ordered: ${object([code`from: ${from}`, code`to: ${to}`, code`mixed: ${mixed}`, code`entries: ${record(rows)}`])}`,
    );
  }
  return code`${exported('const', tableName(ctx, type))}${annotation`: ${ofBridge(ctx, 'TypeBridge', true)}`} = ${object(members)};`;
}

function fieldCode(ctx: BridgeContext, field: FieldPlan): Code {
  const { from, to, most, fallback } = field;
  return object([
    code`from: ${from}`,
    ...(to === from ? [] : [code`to: ${to}`]),
    ...(field.fromList ? [code`fromList: true`] : []),
    ...(field.toList ? [code`toList: true`] : []),
    ...(field.required ? [code`required: true`] : []),
    ...(most === undefined ? [] : [code`most: ${most}`]),
    ...fallbackCode(ctx, fallback, field.value.kind === 'simple' ? field.value.to : undefined),
    code`value: ${valueCode(ctx, field.value)}`,
  ]);
}

const missingCode = (ctx: BridgeContext, { to, toList, fallback, type }: MissingPlan): Code =>
  object([code`to: ${to}`, ...(toList ? [code`toList: true`] : []), ...fallbackCode(ctx, fallback, type)]);

/** The default of the model, as a value. Only texts, numbers and truth values have one that is worth it. */
function fallbackCode(
  ctx: BridgeContext,
  literal: string | undefined,
  type: ComponentId | undefined,
): readonly Code[] {
  if (literal === undefined || type === undefined) return [];
  const form = formOf(ctx, type);
  if (form === 'text') return [code`fallback: ${literal}`];
  if (form === 'boolean') return [code`fallback: ${literal === 'true' || literal === '1'}`];
  return form === 'number' ? [code`fallback: ${Number(literal)}`] : [];
}

export function valueCode(ctx: BridgeContext, value: ValuePlan): Code {
  switch (value.kind) {
    case 'open':
      return code`{ kind: 'open' }`;
    case 'simple':
      return simpleCode(ctx, value);
    case 'type':
      return code`() => ${tableOf(ctx, value.key)}`;
    case 'nillable':
      return object([code`kind: 'nillable'`, code`value: ${valueCode(ctx, value.value)}`]);
    case 'wrap':
      return object([
        code`kind: 'wrap'`,
        code`property: ${value.property}`,
        code`value: ${simpleCode(ctx, value.value)}`,
      ]);
    case 'unwrap':
      return object([
        code`kind: 'unwrap'`,
        code`property: ${value.property}`,
        code`value: ${simpleCode(ctx, value.value)}`,
      ]);
    case 'members': {
      const row = (one: { readonly to: string; readonly value: ValuePlan }): Code =>
        object([code`name: ${one.to}`, code`value: ${valueCode(ctx, one.value)}`]);
      return object([
        code`kind: 'members'`,
        code`members: ${record(value.members.map((one) => [one.from, row(one)]))}`,
        ...(value.plain === undefined ? [] : [code`plain: ${row(value.plain)}`]),
        ...(value.bare ? [code`bare: true`] : []),
      ]);
    }
  }
}

const simpleCode = (ctx: BridgeContext, { to, narrows, isReadingType }: SimplePlan): Code =>
  object([
    code`kind: 'simple'`,
    ...(narrows ? [code`accepts: ${simpleCodec(ctx, ctx.to, to)}`] : []),
    code`form: ${formOf(ctx, to)}`,
    ...(narrows && isReadingType ? [code`isReadingType: true`] : []),
  ]);

function formOf({ to: { schema, numbers } }: BridgeContext, id: ComponentId): string {
  const type = schema.types.get(id);
  if (type?.kind !== 'simple-type') return 'text';
  const form = simpleValueForm(schema, type, numbers);
  if (form !== 'list') return form === 'string' ? 'text' : form;
  const item = itemTypeOf(schema, type);
  const inner = item === undefined ? 'string' : simpleValueForm(schema, item, numbers);
  return inner === 'string' ? 'texts' : `${inner}s`;
}

const tableOf = (ctx: BridgeContext, key: string): Code => {
  const type = ctx.plan.types.get(key);
  return code`${identifier(type === undefined ? 'undefined' : tableName(ctx, type))}`;
};

const list = (items: readonly Code[]): Code => code`[${joinCode(items, ', ')}]`;
const object = (members: readonly Code[]): Code => code`{ ${joinCode(members, ', ')} }`;
const record = (rows: readonly (readonly [string, Code])[]): Code =>
  object(rows.map(([name, value]) => code`${propertyName(name)}: ${value}`));
