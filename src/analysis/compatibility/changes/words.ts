import type { ExpandedName } from '../../../foundation/expanded-name.js';
import { clark } from '../../../foundation/expanded-name.js';
import type {
  ComponentId,
  Particle,
  Schema,
  ValueConstraint,
  Wildcard,
} from '../../../model/schema/index.js';
import { namespaceText, type Occurs } from '../../content-model/index.js';

/** How often, as UML writes it: `0..1`, `1`, `1..*`. */
export const occursText = ({ min, max }: Occurs): string => {
  const end = max === 'unbounded' ? '*' : String(max);
  return String(min) === end ? end : `${min}..${end}`;
};

/** The name of a type: `Reading`, `xs:string`, or what an anonymous one derives from. */
export function typeText(schema: Schema, id: ComponentId): string {
  const type = schema.types.get(id);
  if (type === undefined) return id;
  if (type.name !== undefined)
    return type.span.source === '' ? `xs:${type.name.localName}` : type.name.localName;
  const base = schema.types.get(type.baseType);
  const isPlain = base === undefined || (base.span.source === '' && type.kind === 'complex-type');
  return isPlain ? 'an anonymous type' : `an anonymous type from ${typeText(schema, type.baseType)}`;
}

export const valueText = (value: ValueConstraint | undefined): string =>
  value === undefined ? 'none' : `${value.kind} ${JSON.stringify(value.lexical)}`;

/** A wildcard in words. */
export const wildcardText = ({ namespaceConstraint, processContents }: Wildcard): string =>
  `any of ${namespaceText(namespaceConstraint)}, ${processContents}`;

export const qualifiedText = (name: ExpandedName): string => clark(name);

const MOST_LETTERS = 240;

/** A content model in one line: `sequence(mRID?, choice(a, b)*, (any))`. */
export function contentText(schema: Schema, particle: Particle | undefined): string {
  const text = particle === undefined ? 'empty' : particleText(schema, particle);
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS)}…`;
}

function particleText(schema: Schema, { term, minOccurs, maxOccurs }: Particle): string {
  const mark = occursMark({ min: minOccurs, max: maxOccurs });
  switch (term.kind) {
    case 'element-declaration-ref':
      return `${schema.elements.get(term.element)?.name.localName ?? term.element}${mark}`;
    case 'wildcard':
      return `(any)${mark}`;
    case 'model-group':
      return `${term.compositor}(${term.particles.map((one) => particleText(schema, one)).join(', ')})${mark}`;
  }
}

/** As in regular expressions. */
export const occursMark = ({ min, max }: Occurs): string => {
  if (min === 1 && max === 1) return '';
  if (min === 0 && max === 1) return '?';
  if (max === 'unbounded') return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === max ? `{${min}}` : `{${min},${max}}`;
};
