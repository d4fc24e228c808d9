import { CMP_ATTRIBUTE } from './cmp-attribute.js';
import { CMP_CONTENT } from './cmp-content.js';
import { CMP_ELEMENT } from './cmp-element.js';
import { CMP_MODEL } from './cmp-model.js';
import { CMP_NAMES } from './cmp-names.js';
import { CMP_TYPE } from './cmp-type.js';
import { CMP_UNEXPLAINED } from './cmp-unexplained.js';
import { CMP_WORDS } from './cmp-words.js';

/** The id of every kind of change, for configurations that weigh them. */
export const CHANGE_RULES: readonly string[] = [
  ...CMP_NAMES,
  ...CMP_CONTENT,
  ...CMP_ELEMENT,
  ...CMP_ATTRIBUTE,
  ...CMP_TYPE,
  ...CMP_WORDS,
  ...CMP_MODEL,
  ...CMP_UNEXPLAINED,
].map(({ rule }) => rule);
