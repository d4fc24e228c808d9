export * from './automaton.js';
export * from './content-walk.js';
export * from './derived-types.js';
export * from './effective-total-range.js';
export * from './namespace-text.js';
export * from './substitution-group.js';
export * from './unique-particle-attribution.js';
