export * from './binding.js';
export * from './interface-specification.js';
export * from './message.js';
export * from './port-type.js';
export * from './service.js';
export * from './service-component-id.js';
export * from './service-model.js';
