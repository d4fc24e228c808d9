import type { ComponentId, Schema, SimpleType } from '../../model/schema/index.js';
import { builtInBase } from './simple-type-fact.js';

/**
 * How numbers are held: `lexical` keeps every literal as a branded string; `native` makes those types numbers whose
 * values a floating-point number holds exactly (up to 32 bits), and `float` and `double`.
 */
export type NumberForm = 'lexical' | 'native';

/** What a value of a simple type is in JavaScript. A union is a string whatever its members are. */
export type SimpleValueForm = 'string' | 'boolean' | 'number' | 'list';

const NATIVE: ReadonlySet<string> = new Set(
  'byte short int unsignedByte unsignedShort unsignedInt float double'.split(' '),
);

/** The form of a simple type's values: the same answer for types and codecs. */
export function simpleValueForm(schema: Schema, type: SimpleType, numbers: NumberForm): SimpleValueForm {
  switch (type.variety.kind) {
    case 'union':
      return 'string';
    case 'list':
      return 'list';
    case 'atomic': {
      const base = builtInBase(schema, type);
      if (base === 'boolean') return 'boolean';
      return numbers === 'native' && NATIVE.has(base) ? 'number' : 'string';
    }
  }
}

/** The item type of a list type, looked for along the chain of base types. */
export function itemTypeOf(schema: Schema, type: SimpleType): SimpleType | undefined {
  if (type.variety.kind !== 'list') return undefined;
  return simpleTypeOf(schema, type.variety.itemType);
}

const simpleTypeOf = (schema: Schema, id: ComponentId): SimpleType | undefined => {
  const type = schema.types.get(id);
  return type?.kind === 'simple-type' ? type : undefined;
};
