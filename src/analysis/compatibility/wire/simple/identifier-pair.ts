import type { ComponentId, Schema } from '../../../../model/schema/index.js';
import { type Comparison, type Difference, placeOf } from '../comparison.js';
import { simpleTypeCodec } from '../../../simple-type/index.js';
import type { ValueSite } from '../site.js';

/** Compares what values have to do with IDs: an ID is unique, a reference leads to one. */
export function compareIdentifiers(c: Comparison, a: ComponentId, b: ComponentId, site: ValueSite): void {
  const before = identifierKind(c.from, a);
  const after = identifierKind(c.to, b);
  if (before === after && before !== 'some') return;
  const typeA = c.from.types.get(a);
  const typeB = c.to.types.get(b);
  if (typeA === undefined || typeB === undefined) return;
  const difference: Difference = {
    rule: 'type.identifier',
    from: placeOf(typeA),
    to: placeOf(typeB),
    path: site.path,
    detail: { subject: site.path.slice(site.path.lastIndexOf('/') + 1), before, after },
  };
  if (before === 'some' || after === 'some') {
    if (before !== after || a !== b) c.doubt('identifier-not-comparable', difference);
    return;
  }
  if (before === 'ID' && hasReferences(c.from)) c.doubt('identifier-not-comparable', difference);
  if (before === 'IDREF' || after === 'none') return;
  const isValid = simpleTypeCodec(c.from, a).check('nowhere', () => undefined) === undefined;
  if (after === 'IDREF' && isValid) c.report(difference, site.witness('nowhere'));
  else c.doubt('identifier-not-comparable', difference);
}

/** Whether values are IDs, references, neither, or some of them are. */
export function identifierKind(schema: Schema, id: ComponentId): 'ID' | 'IDREF' | 'none' | 'some' {
  const { identifier, variety } = simpleTypeCodec(schema, id);
  if (identifier === undefined) return 'none';
  if (variety === 'union') return 'some';
  return identifier('a') === 'ID' ? 'ID' : 'IDREF';
}

const references = new WeakMap<Schema, boolean>();

/** Whether anything in a schema refers to IDs. */
export function hasReferences(schema: Schema): boolean {
  let has = references.get(schema);
  if (has === undefined) {
    const uses = [...schema.elements.values(), ...schema.attributes.values()];
    has = uses.some(({ type }) => {
      const kind = identifierKind(schema, type);
      return kind === 'IDREF' || kind === 'some';
    });
    references.set(schema, has);
  }
  return has;
}
