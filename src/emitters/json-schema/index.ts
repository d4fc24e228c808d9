export { emitJsonSchema, type JsonSchemaOptions } from './json-schema-emitter.js';
