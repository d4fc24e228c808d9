export type { Change } from './change.js';
export { compareSchemaModels } from './compare-schema-models.js';
