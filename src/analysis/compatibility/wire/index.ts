export { movedNamespaces, type NameMatch, SAME_NAMES } from './name-match.js';
export * from './rules.js';
export * from './verdict.js';
export * from './witness.js';
export { wireInclusion } from './wire-inclusion.js';
