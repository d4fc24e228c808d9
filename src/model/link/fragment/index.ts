export * from './attribute-fragment.js';
export * from './element-fragment.js';
export * from './particle-fragment.js';
export * from './reference.js';
export * from './schema-document.js';
export * from './type-fragment.js';
