export * from './codec-name.js';
export * from './component-path.js';
export * from './component-span.js';
export * from './enumeration-member.js';
export { capitalised, toKebabCase } from './identifier-form.js';
export * from './module-path.js';
export * from './property-name.js';
export * from './reserved-name.js';
export * from './type-name.js';
