export { emitJsonSchema, type JsonSchemaOptions } from './json-schema-emitter.js';
export { emitExchangeSchema } from './exchange-schema.js';
