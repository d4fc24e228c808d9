export { loadSchemaDocuments, type LoadOptions, type SchemaEntry } from './load-schema-documents.js';
export { readSchemaDocument } from './read-schema-document.js';
