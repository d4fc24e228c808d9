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
export { simpleTypeCodec } from './simple-type-codec.js';
export { isText } from '../../runtime/facet/facet.js';
export { lookupIn } from '../../runtime/primitive/simple-type.js';
