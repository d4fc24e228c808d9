import type { Annotation } from '../../../model/schema/index.js';

const SAWSDL = 'http://www.w3.org/ns/sawsdl';

/** `sawsdl:modelReference`: the element of the information model that a component stands for. */
export const modelReference = ({ foreignAttributes }: Annotation): string | undefined =>
  foreignAttributes.find(({ name }) => name.namespace === SAWSDL && name.localName === 'modelReference')
    ?.value;

/** All documentation of a component as one text, white space and comments of the layout evened out. */
export const documentationOf = ({ documentation }: Annotation): string =>
  documentation
    .map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join('\n');

/** What a model reference names, without the namespace, which moves with every edition of the model. */
export const referencedName = (annotation: Annotation): string | undefined =>
  // Tools write an empty reference where there is none.
  modelReference(annotation)?.replace(/^.*[#/]/u, '') || undefined;
