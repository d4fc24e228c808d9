import type { ComplexType, Particle, Schema, TypeDefinition } from '../../../model/schema/index.js';
import { simpleTypeBehind } from '../../simple-type/index.js';

/** What a type is made of, in names: children, attributes, values, base. Two types that share most of it are likely one. */
export function featuresOf(schema: Schema, type: TypeDefinition): ReadonlySet<string> {
  const features = new Set<string>();
  const base = schema.types.get(type.baseType)?.name?.localName;
  if (base !== undefined && base !== 'anyType' && base !== 'anySimpleType') features.add(`base ${base}`);
  if (type.kind === 'complex-type') {
    addContent(schema, type, features);
    return features;
  }
  for (const { kind, value } of type.facets) features.add(`${kind} ${value}`);
  return features;
}

function addContent(schema: Schema, type: ComplexType, features: Set<string>): void {
  for (const { attribute } of type.attributeUses)
    features.add(`@${schema.attributes.get(attribute)?.name.localName ?? ''}`);
  const { contentType } = type;
  if (contentType.kind === 'simple') {
    const simple = simpleTypeBehind(schema, type.id);
    if (simple !== undefined) features.add(`content ${simple.name?.localName ?? ''}`);
  } else if (contentType.kind !== 'empty' && contentType.particle !== undefined) {
    addChildren(schema, contentType.particle, features);
  }
}

function addChildren(schema: Schema, { term }: Particle, features: Set<string>): void {
  if (term.kind === 'model-group') for (const one of term.particles) addChildren(schema, one, features);
  if (term.kind === 'element-declaration-ref')
    features.add(schema.elements.get(term.element)?.name.localName ?? '');
}
