export { ANY_SIMPLE_TYPE, ANY_TYPE, BUILT_IN_ATTRIBUTES, BUILT_IN_TYPES } from './built-in-components.js';
export { linkSchema } from './link-schema.js';
export type { LoadedDocument, LoadedRedefine } from './loaded-document.js';
