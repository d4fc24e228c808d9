export type { ContractOptions, EnvelopeSchema, EnvelopeTypes, PayloadSchema } from './contract-options.js';
export { emitAsyncApi } from './emit-asyncapi.js';
export { emitOpenApi } from './emit-openapi.js';
export { emitWsdl, type WsdlStyle } from './emit-wsdl.js';
