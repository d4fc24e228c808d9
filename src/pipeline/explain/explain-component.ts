import { bindSchema } from '../../analysis/binding/index.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { typesEmitter } from '../../emitters/types/index.js';
import { unreachable } from '../../foundation/invariant.js';
import { lineColumn } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import type { Schema } from '../../model/schema/index.js';
import type { SourceHost } from '../../readers/source/source-host.js';
import { bindingOptions } from '../binding-options.js';
import { loadModel } from '../load-model.js';
import type { ComponentExplanation, ComponentExplanations, ExplainRequest } from '../ports.js';
import { declarationText } from './declaration-text.js';
import {
  describeAttributes,
  describeContent,
  describeSimpleType,
  fullTypeName,
  particleLines,
} from './describe-content.js';
import type { ExplainedComponent } from './find-components.js';
import { findComponents, nearestComponent, usersOf } from './find-components.js';

/** Says of each component of a name where it is declared, what it may hold, and what TypeScript it became. */
export async function explainComponent(request: ExplainRequest): Promise<Read<ComponentExplanations>> {
  const { entries, host, project, component: wanted } = request;
  const model = await loadModel(entries, host);
  const { schema } = model.value;
  const components = findComponents(schema, wanted);
  if (components.length === 0) {
    return {
      value: { found: [], nearest: nearestComponent(schema, wanted) },
      diagnostics: model.diagnostics,
    };
  }
  const isSound = !model.diagnostics.some(({ severity }) => severity === 'error');
  const typeScript = isSound ? typeScriptOf(schema, project) : (): undefined => undefined;
  const found = components.map((component) => explain(component, schema, host, typeScript(component)));
  return { value: { found, nearest: undefined }, diagnostics: model.diagnostics };
}

function typeScriptOf(
  schema: Schema,
  project: ExplainRequest['project'],
): (component: ExplainedComponent) => string | undefined {
  const binding = (project === undefined ? bindSchema(schema) : bindSchema(schema, bindingOptions(project)))
    .value;
  const runtime = `${project?.runtime ?? '@cimbind/runtime'}/codegen/v1`;
  const plans = typesEmitter.emit(
    { schema, binding, runtime },
    { numbers: project?.numbers ?? 'lexical' },
  ).value;
  return (component) => declarationText(component, schema, binding, plans);
}

function explain(
  component: ExplainedComponent,
  schema: Schema,
  host: SourceHost,
  typeScript: string | undefined,
): ComponentExplanation {
  const { documentation } = component.annotation;
  const sections = [
    { title: 'declared', body: describePlace(component.span, host) },
    { title: 'documentation', body: documentation.map(({ text }) => paragraphs(text)).join('\n\n') },
    ...describe(component, schema),
    { title: 'TypeScript', body: typeScript ?? '' },
  ];
  return { component: component.id, sections: sections.filter(({ body }) => body !== '') };
}

type Sections = ComponentExplanation['sections'];

function describe(component: ExplainedComponent, schema: Schema): Sections {
  switch (component.kind) {
    case 'complex-type': {
      const { derivationMethod, baseType, abstract, attributeUses, attributeWildcard } = component;
      const attributes = describeAttributes(schema, attributeUses, attributeWildcard);
      return [
        {
          title: 'derivation',
          body: `${derivationMethod} of ${fullTypeName(schema, baseType)}${abstract ? ', abstract' : ''}`,
        },
        { title: 'content model', body: describeContent(schema, component) },
        { title: 'attributes', body: attributes.join('\n') },
        { title: 'used by', body: list(usersOf(schema, component.id)) },
      ];
    }
    case 'simple-type':
      return [
        { title: 'derivation', body: describeSimpleType(schema, component) },
        { title: 'used by', body: list(usersOf(schema, component.id)) },
      ];
    case 'element-declaration': {
      const members = [...schema.elements.values()].filter((one) => one.substitutionGroup === component.id);
      const facts = [
        ...(component.abstract ? ['abstract'] : []),
        ...(component.nillable ? ['nillable'] : []),
        ...(component.valueConstraint === undefined
          ? []
          : [`${component.valueConstraint.kind} "${component.valueConstraint.lexical}"`]),
      ];
      const constraints = component.identityConstraints.map(
        ({ category, name, selector, fields }) =>
          `${category} ${name.localName}: ${selector.text} by ${fields.map(({ text }) => text).join(', ')}`,
      );
      return [
        { title: 'type', body: [fullTypeName(schema, component.type), ...facts].join(', ') },
        { title: 'substitution group head', body: component.substitutionGroup ?? '' },
        { title: 'substitution group members', body: list(members.map(({ id }) => id)) },
        { title: 'identity constraints', body: constraints.join('\n') },
        ...contentOfElement(component.type, schema),
      ];
    }
    case 'attribute-declaration':
      return [{ title: 'type', body: fullTypeName(schema, component.type) }];
    case 'model-group-definition': {
      const particle = {
        kind: 'particle',
        minOccurs: 1,
        maxOccurs: 1,
        term: component.modelGroup,
        span: component.span,
      } as const;
      return [{ title: 'model group', body: particleLines(schema, particle).join('\n') }];
    }
    case 'attribute-group-definition': {
      const attributes = describeAttributes(schema, component.attributeUses, component.attributeWildcard);
      return [{ title: 'attributes', body: attributes.join('\n') }];
    }
    default:
      return unreachable(component);
  }
}

function contentOfElement(id: ExplainedComponent['id'], schema: Schema): Sections {
  const type = schema.types.get(id);
  if (type?.kind !== 'complex-type') return [];
  return [
    { title: 'content model', body: describeContent(schema, type) },
    {
      title: 'attributes',
      body: describeAttributes(schema, type.attributeUses, type.attributeWildcard).join('\n'),
    },
  ];
}

function describePlace({ source, start }: Span, host: SourceHost): string {
  if (source === '') return 'built in';
  const { value } = host.load(source);
  if (value === undefined) return source;
  const { line, column } = lineColumn(value.bytes, start);
  return `${value.label}:${line}:${column}`;
}

/** The text without the indentation that it has in the schema; empty lines separate paragraphs. */
const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim().replaceAll(/\s+/gu, ' '))
    .join('\n\n');

const MOST_LISTED = 12;

const list = (ids: readonly string[]): string =>
  ids.length <= MOST_LISTED
    ? ids.join('\n')
    : [...ids.slice(0, MOST_LISTED), `and ${ids.length - MOST_LISTED} more`].join('\n');
