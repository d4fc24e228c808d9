export { classSet } from './class-set.js';
export * from './code-point-set.js';
export { type CompiledPattern, compilePattern } from './compile-pattern.js';
export { type ParsedPattern, parsePattern } from './parse-pattern.js';
export type { PatternFault } from './pattern-fault.js';
export type { CharacterClass, ClassItem, PatternNode } from './pattern-syntax.js';
export { regexpSource } from './regexp-source.js';
export { simplifyPattern } from './simplify-pattern.js';
export * from './pattern-automaton.js';
