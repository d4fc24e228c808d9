export type { BridgePlan, MessagePlan, TypePlan, ValuePlan } from './bridge-plan.js';
export { type BridgeEnd, bridgeEnds } from './bridge-ends.js';
export { planBridge } from './plan-bridge.js';
