export { checkSchema } from './check-schema.js';
export { isIdentifierType, isValidlyDerived } from './type-derivation.js';
