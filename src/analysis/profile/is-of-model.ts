import type { ModelMember } from '../information/model-index.js';

/**
 * Whether a message may have it: a constant of the model is never sent, nor is what Ecore puts into another vocabulary
 * than the class, such as the `rdf:ID` of a form of the model that is kept as RDF.
 */
export function isOfModel(member: ModelMember): boolean {
  if (member.kind === 'end') return true;
  const { static: isStatic, constant, taggedValues } = member.attribute;
  const vocabulary = taggedValues.find((tag) => tag.name === 'ExtendedMetaData.namespace')?.value;
  return !isStatic && !constant && (vocabulary === undefined || vocabulary === member.owner.namespace);
}
