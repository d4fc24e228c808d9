import type { ModelClass } from '../../model/information/index.js';
import type { ModelIndex } from '../information/model-index.js';

/**
 * Built-in types of XML Schema for the primitives of CIM (CIM modelling guide, rule R128) and for the names of other
 * languages that leak into models: those of Enterprise Architect, of Ecore, of ISO 19103 and of XML Schema itself.
 */
const BUILT_IN_OF: ReadonlyMap<string, string> = new Map([
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ['eboolean', 'boolean'],
  ['ebooleanobject', 'boolean'],
  ['date', 'date'],
  ['datetime', 'dateTime'],
  ['edate', 'dateTime'],
  ['decimal', 'decimal'],
  ['ebigdecimal', 'decimal'],
  ['duration', 'duration'],
  ['float', 'float'],
  ['efloat', 'float'],
  ['efloatobject', 'float'],
  ['single', 'float'],
  ['double', 'double'],
  ['real', 'double'],
  ['edouble', 'double'],
  ['edoubleobject', 'double'],
  ['integer', 'integer'],
  ['int', 'integer'],
  ['long', 'integer'],
  ['short', 'integer'],
  ['eint', 'integer'],
  ['eintegerobject', 'integer'],
  ['elong', 'integer'],
  ['ebiginteger', 'integer'],
  ['unlimitednatural', 'integer'],
  ['monthday', 'gMonthDay'],
  ['gmonthday', 'gMonthDay'],
  ['string', 'string'],
  ['estring', 'string'],
  ['characterstring', 'string'],
  ['character', 'string'],
  ['char', 'string'],
  ['uuid', 'string'],
  ['guid', 'string'],
  ['time', 'time'],
  ['uri', 'anyURI'],
  ['anyuri', 'anyURI'],
  ['iri', 'anyURI'],
  ['base64binary', 'base64Binary'],
  ['hexbinary', 'hexBinary'],
  ['year', 'gYear'],
  ['gyear', 'gYear'],
  ['yearmonth', 'gYearMonth'],
  ['gyearmonth', 'gYearMonth'],
  ['day', 'gDay'],
  ['gday', 'gDay'],
  ['month', 'gMonth'],
  ['gmonth', 'gMonth'],
]);

/** Local name of the built-in type that stands for a primitive; undefined where the name means nothing. */
export const builtInOf = (name: string): string | undefined =>
  BUILT_IN_OF.get(name.slice(name.search(/[^:#/]*$/u)).toLowerCase());

/** What a CIMDatatype comes to in a message: its value. Unit and multiplier are fixed by the model, or open. */
export interface DatatypeFacts {
  readonly builtIn: string;
  readonly unit?: string;
  readonly multiplier?: string;
}

/** Follows `value` down to a primitive; undefined where there is none. */
export function datatypeFacts(owner: ModelClass, index: ModelIndex): DatatypeFacts | undefined {
  const builtIn = valueType(owner, index, new Set());
  if (builtIn === undefined) return undefined;
  const fixed = (name: string): string | undefined => {
    const member = index.membersOf(owner).get(name);
    const value = member?.kind === 'attribute' ? member.attribute.default : undefined;
    return value === undefined || value === '' ? undefined : value;
  };
  const [unit, multiplier] = [fixed('unit'), fixed('multiplier')];
  return {
    builtIn,
    ...(unit === undefined ? {} : { unit }),
    ...(multiplier === undefined ? {} : { multiplier }),
  };
}

function valueType(owner: ModelClass, index: ModelIndex, seen: Set<ModelClass>): string | undefined {
  if (owner.kind === 'primitive') return builtInOf(owner.name);
  if (owner.kind !== 'datatype' || seen.has(owner)) return undefined;
  seen.add(owner);
  const member = index.membersOf(owner).get('value');
  if (member?.kind !== 'attribute') return builtInOf(owner.name);
  const { type } = member.attribute;
  if (type.kind === 'unresolved') return builtInOf(type.name);
  const found = index.model.classes.get(type.id);
  return found === undefined ? undefined : valueType(found, index, seen);
}
