export type { Change } from './change.js';
export { compareSchemaModels, type SchemaComparison } from './compare-schema-models.js';
export { compareInformationModels } from './information/compare-information.js';
export { type JsonBreak, judgeJson } from './judge-json.js';
export { judgeSource } from './judge-source.js';
export { judgeWire } from './judge-wire.js';
export type { ApiBreak } from './source/api-break.js';
export { unexplainedApi, unexplainedWire } from './unexplained.js';
