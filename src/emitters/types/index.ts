export { fileHeader } from './file-header.js';
export { typesEmitter } from './types-emitter.js';
export type { TypesOptions } from './types-context.js';
