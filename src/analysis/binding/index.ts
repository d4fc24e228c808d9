export * from './bind-schema.js';
export * from './binding-options.js';
export * from './binding.js';
export { deprecationOf } from './deprecation.js';
export { isPlainInterface } from './interface-extension.js';
export { builtInBase, isAnyType, isBuiltIn, isTextual } from './simple-type-fact.js';
export * from './simple-value.js';
