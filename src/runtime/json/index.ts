/*
 * Messages as JSON. An entry of its own, so that no message carries what its program does not ask for.
 */

export type { JsonOptions } from './json-text.js';
export type { ValueOf } from './message-json.js';
export { fromJson, toJson } from './message-json.js';
