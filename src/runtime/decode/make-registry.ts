import { builtInTypes } from './built-in-types.js';
import type { Registry } from './registry.js';
import { special } from './special-element.js';

/** Makes a registry of the types, elements and attributes of a schema set; the types of XML Schema itself are added. */
export const makeRegistry = ({ types, elements, attributes }: Omit<Registry, 'special'>): Registry => ({
  types: { ...builtInTypes(), ...types },
  elements,
  attributes,
  special,
});
