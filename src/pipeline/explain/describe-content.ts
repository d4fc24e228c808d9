import { namespaceText } from '../../analysis/content-model/index.js';
import { clark } from '../../foundation/expanded-name.js';
import { unreachable } from '../../foundation/invariant.js';
import type {
  AttributeUse,
  ComplexType,
  ComponentId,
  Facet,
  Particle,
  Schema,
  SimpleType,
  Term,
  TypeDefinition,
  Wildcard,
} from '../../model/schema/index.js';

/** What a complex type may hold, as an indented tree of its particles. */
export function describeContent(schema: Schema, { contentType }: ComplexType): string {
  switch (contentType.kind) {
    case 'empty':
      return 'empty';
    case 'simple':
      return `text of type ${typeName(schema, contentType.type)}`;
    case 'element-only':
      return particleLines(schema, contentType.particle).join('\n');
    case 'mixed': {
      const lines = contentType.particle === undefined ? [] : particleLines(schema, contentType.particle);
      return ['text, mixed with', ...lines].join('\n');
    }
    default:
      return unreachable(contentType);
  }
}

/** A particle and all that is in it, one line each. */
export function particleLines(schema: Schema, { term, minOccurs, maxOccurs }: Particle): readonly string[] {
  const occurs = minOccurs === 1 && maxOccurs === 1 ? '' : `  ${minOccurs}..${maxOccurs}`;
  const inner =
    term.kind === 'model-group' ? term.particles.flatMap((one) => particleLines(schema, one)) : [];
  return [`${termName(schema, term)}${occurs}`, ...inner.map((line) => `  ${line}`)];
}

function termName(schema: Schema, term: Term): string {
  switch (term.kind) {
    case 'element-declaration-ref': {
      const element = schema.elements.get(term.element);
      return element === undefined
        ? term.element
        : `element ${element.name.localName}: ${typeName(schema, element.type)}`;
    }
    case 'model-group':
      return term.definition === undefined ? term.compositor : `${term.compositor} (${term.definition})`;
    case 'wildcard':
      return `any element of ${namespaceText(term.namespaceConstraint)}, ${term.processContents}`;
    default:
      return unreachable(term);
  }
}

/** One line for each attribute use, and one for the wildcard. */
export function describeAttributes(
  schema: Schema,
  uses: readonly AttributeUse[],
  wildcard: Wildcard | undefined,
): readonly string[] {
  const lines = uses.map(({ attribute, required, valueConstraint }) => {
    const declaration = schema.attributes.get(attribute);
    const value = valueConstraint ?? declaration?.valueConstraint;
    const shown = value === undefined ? '' : `, ${value.kind} "${value.lexical}"`;
    const type = declaration === undefined ? '' : `: ${typeName(schema, declaration.type)}`;
    return `${declaration?.name.localName ?? attribute}${type}${required ? ', required' : ''}${shown}`;
  });
  if (wildcard === undefined) return lines;
  return [
    ...lines,
    `any attribute of ${namespaceText(wildcard.namespaceConstraint)}, ${wildcard.processContents}`,
  ];
}

/** The variety and, step by step towards the built-in type, what each derivation restricts. */
export function describeSimpleType(schema: Schema, type: SimpleType): string {
  const steps: string[] = [];
  const { variety } = type;
  if (variety.kind === 'list') steps.push(`list of ${typeName(schema, variety.itemType)}`);
  if (variety.kind === 'union') {
    steps.push(`union of ${variety.memberTypes.map((member) => typeName(schema, member)).join(', ')}`);
  }
  for (let at: TypeDefinition | undefined = type; at?.kind === 'simple-type' && at.span.source !== '';) {
    const facets = describeFacets(at.facets);
    steps.push(`restricts ${typeName(schema, at.baseType)}${facets === '' ? '' : `: ${facets}`}`);
    at = schema.types.get(at.baseType);
  }
  return steps.join('\n');
}

const MOST_VALUES = 40;

function describeFacets(facets: readonly Facet[]): string {
  const values = facets
    .filter(({ kind }) => kind === 'enumeration')
    .map(({ value }) => JSON.stringify(value));
  const others = facets
    .filter(({ kind }) => kind !== 'enumeration')
    .map(({ kind, value }) => `${kind} ${value}`);
  if (values.length === 0) return others.join(', ');
  const more = values.length > MOST_VALUES ? ` and ${values.length - MOST_VALUES} more` : '';
  return [...others, `one of ${values.slice(0, MOST_VALUES).join(' | ')}${more}`].join(', ');
}

/** The name of a type; an anonymous one is described by what it derives from. */
export function typeName(schema: Schema, id: ComponentId): string {
  const type = schema.types.get(id);
  if (type?.name !== undefined)
    return type.span.source === '' ? `xs:${type.name.localName}` : type.name.localName;
  return type === undefined ? id : `anonymous, from ${typeName(schema, type.baseType)}`;
}

/** The name of a type with its namespace. */
export function fullTypeName(schema: Schema, id: ComponentId): string {
  const type = schema.types.get(id);
  return type?.name === undefined || type.span.source === '' ? typeName(schema, id) : clark(type.name);
}
