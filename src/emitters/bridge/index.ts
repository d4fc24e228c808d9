export type { BridgeSdk } from './bridge-context.js';
export { type BridgeOptions, emitBridge } from './emit-bridge.js';
