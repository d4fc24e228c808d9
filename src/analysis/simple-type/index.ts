export {
  isAnySimpleType,
  isBuiltInType,
  primitiveName,
  simpleTypeBehind,
  withSimpleBaseTypes,
} from './base-types.js';
export { builtInCodec } from './built-in-codec.js';
export {
  effectiveFacet,
  type EffectiveFacets,
  effectiveFacets,
  type StatedFacet,
} from './effective-facets.js';
export { facetsByKind } from './facets-by-kind.js';
export { lookupIn, simpleTypeCodec } from './simple-type-codec.js';
