import type { BridgePlan, MessagePlan } from '../../analysis/compatibility/bridge/bridge-plan.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import { code, type Code, docComment, exported, identifier, renderModule } from '../../printer/index.js';
import { type BridgeContext, type BridgeSdk, ofBridge, ofSdk } from './bridge-context.js';
import { hooksCode } from './hooks-code.js';
import { tableCode, valueCode } from './table-code.js';

/** What a bridge is generated from. */
export interface BridgeOptions {
  readonly older: BridgeSdk;
  readonly newer: BridgeSdk;
  readonly forward: BridgePlan;
  readonly backward: BridgePlan;
  /** Output folder, relative to the configuration as those of the SDKs are. */
  readonly folder: string;
  /** `@cimbind/runtime`, or where it is. */
  readonly runtime: string;
  readonly header: readonly string[];
}

/** Writes the converters between two SDKs, a module a direction: `forward.ts` to the newer one, `backward.ts` back. */
export function emitBridge(options: BridgeOptions): readonly FilePlan[] {
  const { older, newer, runtime, forward, backward } = options;
  return [
    direction(options, 'forward', { from: older, to: newer, plan: forward, runtime }),
    direction(options, 'backward', { from: newer, to: older, plan: backward, runtime }),
  ];
}

function direction({ folder, header }: BridgeOptions, name: string, ctx: BridgeContext): FilePlan {
  const codes = [
    ...ctx.plan.messages.flatMap((message) => messageCode(ctx, message)),
    ...[...ctx.plan.types.values()].map((type) => tableCode(ctx, type)),
  ];
  const path = `${name}.ts`;
  return {
    path,
    content: renderModule(codes, { language: 'ts', modulePath: `${folder}/${path}`, header }),
    layout: 'prettier',
  };
}

function messageCode(ctx: BridgeContext, message: MessagePlan): readonly Code[] {
  const { from, to, value } = message;
  const hooks = `${from.name}Hooks`;
  const end = (sdk: BridgeSdk, one: typeof from): Code =>
    code`${ofSdk(sdk, `${one.module}/messages`, one.name)}`;
  const [older, newer] = [end(ctx.from, from), end(ctx.to, to)];
  const valueOf = (descriptor: Code): Code => code`ReturnType<typeof ${descriptor}.decode>`;
  return [
    hooksCode(ctx, hooks, message),
    code`
      ${docComment([`Brings {${from.namespace}}${from.localName} over to {${to.namespace}}${to.localName}.`])}
      ${exported('const', from.name)} = ${ofBridge(ctx, 'bridgeMessage')}<${valueOf(older)}, ${valueOf(newer)}, ${identifier(hooks)}>(
        ${older},
        ${newer},
        ${valueCode(ctx, value)},
      );
    `,
  ];
}
