export * from './code.js';
export { delimited } from './delimited.js';
export * from './doc-comment.js';
export * from './identifier.js';
export { memberText, propertyText, quote } from './literal.js';
export * from './render.js';
export type { Language } from './sheet.js';
export * from './type-expression.js';
export { type MaybeAttribute, printXml, xmlElement, type XmlElementText } from './xml-text.js';
