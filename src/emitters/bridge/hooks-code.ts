import type {
  BridgePlan,
  MessagePlan,
  TypePlan,
  ValuePlan,
} from '../../analysis/compatibility/bridge/bridge-plan.js';
import {
  code,
  type Code,
  docComment,
  identifier,
  joinCode,
  NO_CODE,
  propertyName,
} from '../../printer/index.js';
import { type BridgeContext, hookOwner, ofBridge, ofSdk } from './bridge-context.js';

/** What a hook gives, and why it is asked. */
interface HookPlan {
  readonly name: string;
  readonly type: TypePlan;
  readonly property: string;
  readonly isList: boolean;
  /** The new model asks for it: without the hook, messages would not be valid. */
  readonly isNeeded: boolean;
  readonly doc: string;
}

/** The interface of the hooks that a message's bridge asks: those that are needed are demanded by the compiler. */
export function hooksCode(ctx: BridgeContext, name: string, message: MessagePlan): Code {
  const hooks = hooksOf(ctx, message);
  const rows = hooks.map(({ name: hook, type, property, isList, isNeeded, doc }) => {
    const from = typeOf(ctx, 'from', type);
    const value = code`${typeOf(ctx, 'to', type)}[${property}]`;
    const given = isList ? code`${ofBridge(ctx, 'ListItem', true)}<${value}>` : code`NonNullable<${value}>`;
    return code`${docComment([doc])}
      readonly ${propertyName(hook)}${isNeeded ? NO_CODE : code`?`}: ${ofBridge(ctx, 'Hook', true)}<${from}, ${given}>;`;
  });
  return code`
    ${docComment([rows.length === 0 ? 'Everything can be derived: no hook is asked.' : 'What cannot be derived from the message.'])}
    export interface ${identifier(name)} {
      ${joinCode(rows, '\n')}
    }
  `;
}

/** Whether the compiler demands hooks. */
export const needsHooks = (ctx: BridgeContext, message: MessagePlan): boolean =>
  hooksOf(ctx, message).some(({ isNeeded }) => isNeeded);

function hooksOf(ctx: BridgeContext, { value }: MessagePlan): readonly HookPlan[] {
  const hooks = new Map<string, HookPlan>();
  for (const type of typesBehind(ctx.plan, value)) {
    const owner = hookOwner(ctx, type);
    const add = (to: string, isList: boolean, isNeeded: boolean, doc: string): void => {
      const name = `${owner}.${to}`;
      const known = hooks.get(name);
      if (known === undefined || (isNeeded && !known.isNeeded))
        hooks.set(name, { name, type, property: to, isList, isNeeded, doc });
    };
    for (const { to, toList, fallback } of type.missing)
      add(to, toList, fallback === undefined, `Asked for here, unknown where the message comes from.`);
    for (const field of type.fields) {
      const narrows = canFail(field.value);
      const isNeeded = field.required && (field.mayBeAbsent || narrows) && field.fallback === undefined;
      const why = [field.mayBeAbsent ? 'absent' : '', narrows ? 'of a value that is not allowed here' : '']
        .filter((part) => part !== '')
        .join(' or ');
      if (isNeeded)
        add(field.to, field.toList, true, `Asked for here, may be ${why} where the message comes from.`);
      else if (narrows) add(field.to, field.toList, false, 'For values that are not allowed here.');
    }
  }
  return [...hooks.values()];
}

const canFail = (value: ValuePlan): boolean =>
  value.kind === 'simple'
    ? value.narrows
    : value.kind === 'wrap' || value.kind === 'unwrap'
      ? value.value.narrows
      : value.kind === 'nillable' && canFail(value.value);

/** Pairs of types that a value leads to, each once. */
function typesBehind(plan: BridgePlan, root: ValuePlan): readonly TypePlan[] {
  const found = new Map<string, TypePlan>();
  const open: ValuePlan[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value.kind === 'nillable') open.push(value.value);
    if (value.kind === 'members')
      open.push(
        ...value.members.map((one) => one.value),
        ...(value.plain === undefined ? [] : [value.plain.value]),
      );
    const type = value.kind === 'type' && !found.has(value.key) ? plan.types.get(value.key) : undefined;
    if (type === undefined) continue;
    found.set(type.key, type);
    open.push(
      ...type.fields.map((field) => field.value),
      ...(type.ordered?.entries ?? []).map((entry) => entry.value),
      ...type.derived.map(({ key }): ValuePlan => ({ kind: 'type', key })),
    );
  }
  return [...plan.types.values()].filter((type) => found.has(type.key));
}

function typeOf(ctx: BridgeContext, side: 'from' | 'to', type: TypePlan): Code {
  const { module, name } = type[side];
  return code`${{ ...ofSdk(ctx[side], `${module}/types`, name), typeOnly: true }}`;
}
