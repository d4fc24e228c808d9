import {
  compareText,
  type ExpandedName,
  XML_NAMESPACE,
  XSD_NAMESPACE,
} from '../../foundation/expanded-name.js';
import type { Annotation, ComponentId, Schema } from '../../model/schema/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import { printXml, xmlElement, type XmlElementText } from '../../printer/index.js';
import { annotationXml, foreignAttributes } from './annotation-xml.js';
import { attributeGroupXml, attributeXml } from './attributes-xml.js';
import { complexTypeXml } from './complex-type-xml.js';
import { elementXml, groupXml } from './particle-xml.js';
import { simpleTypeXml } from './simple-type-xml.js';
import { allotPrefixes, homeNamespace, replacedName, typeName, type XsdContext } from './xsd-context.js';

/** How schemas are written. */
export interface XsdOptions {
  /** Namespace name to prefix. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/** Writes a schema as XSD: one document a namespace, components by kind and name, references by import. */
export function emitXsd(schema: Schema, options: XsdOptions = {}): readonly FilePlan[] {
  const namespaces = targetNamespaces(schema);
  const prefixes = allotPrefixes([...namespaces, ...otherNamespaces(schema)], options.prefixes ?? {});
  const files = fileNames(schema, namespaces);
  return namespaces.map((namespace) => ({
    path: files.get(namespace) ?? '',
    content: printXml(documentXml(schema, namespace, prefixes, files)),
    layout: 'printed',
  }));
}

/** Namespaces that components are declared in, those of XML Schema itself left out. */
function targetNamespaces(schema: Schema): readonly string[] {
  const ids = [
    ...schema.types.keys(),
    ...[...schema.elements.values()].filter(({ scope }) => scope === 'global').map(({ id }) => id),
    ...[...schema.attributes.values()].filter(({ scope }) => scope === 'global').map(({ id }) => id),
    ...schema.modelGroups.keys(),
    ...schema.attributeGroups.keys(),
    ...schema.notations.keys(),
  ];
  const all = new Set([...schema.documents.map((one) => one.targetNamespace), ...ids.map(homeNamespace)]);
  return [...all].filter((one) => !BUILT_IN.has(one)).sort(compareText);
}

const BUILT_IN = new Set([XSD_NAMESPACE, 'http://www.w3.org/2001/XMLSchema-instance']);

/** Namespaces of foreign attributes and of paths: they need prefixes, but no document. */
function otherNamespaces(schema: Schema): readonly string[] {
  const found = new Set<string>();
  const note = ({ annotation }: { readonly annotation: Annotation }): void => {
    for (const { name } of annotation.foreignAttributes) found.add(name.namespace);
  };
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('foreignAttributes' in value) note({ annotation: value as Annotation });
    if (
      'kind' in value &&
      'namespace' in value &&
      value.kind === 'namespace' &&
      typeof value.namespace === 'string'
    )
      found.add(value.namespace);
    if ('localName' in value && 'namespace' in value && typeof value.namespace === 'string')
      found.add(value.namespace);
    for (const inner of value instanceof Map ? value.values() : Object.values(value)) walk(inner);
  };
  walk(schema);
  return [...found];
}

/** A file for each namespace: the telling end of its name, or the name that our own declarations are known by. */
function fileNames(schema: Schema, namespaces: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const namespace of namespaces) {
    const wellKnown = schema.documents.find(
      (one) => one.targetNamespace === namespace && one.source.startsWith('cimbind:/well-known/'),
    );
    const parts = namespace.split(/[^\p{L}\p{N}._-]+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
    const base =
      wellKnown?.label.replace(/^.*\//u, '').replace(/\.xsd$/u, '') ?? parts.at(-1) ?? 'no-namespace';
    let name = base;
    for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${base}-${at}`;
    taken.add(name.toLowerCase());
    names.set(namespace, `${name}.xsd`);
  }
  return names;
}

function documentXml(
  schema: Schema,
  targetNamespace: string,
  prefixes: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): XmlElementText {
  const declared = new Map<string, string>([['xs', XSD_NAMESPACE]]);
  const ctx: XsdContext = {
    schema,
    targetNamespace,
    qualifiesElements: mostly(schema.elements, targetNamespace, true),
    qualifiesAttributes: mostly(schema.attributes, targetNamespace, false),
    prefixes,
    prefixOf: (namespace) => {
      const prefix = prefixes.get(namespace) ?? 'xs';
      if (prefix !== 'xml') declared.set(prefix, namespace);
      return prefix;
    },
    imported: new Set(),
    declared,
  };
  const documents = schema.documents.filter((one) => one.targetNamespace === targetNamespace);
  const annotation = joined(documents.map((one) => one.annotation));
  const foreign = foreignAttributes(ctx, annotation);
  if (targetNamespace !== '') ctx.prefixOf(targetNamespace);
  const components = componentsXml(ctx);
  const version = documents.find((one) => one.version !== undefined)?.version;
  return xmlElement(
    'xs:schema',
    [
      ...[...declared]
        .sort(([a], [b]) => compareText(a, b))
        .map(([prefix, namespace]) => [`xmlns:${prefix}`, namespace] as const),
      ['targetNamespace', targetNamespace === '' ? undefined : targetNamespace],
      ['elementFormDefault', ctx.qualifiesElements ? 'qualified' : undefined],
      ['attributeFormDefault', ctx.qualifiesAttributes ? 'qualified' : undefined],
      ['version', version],
      ...foreign,
    ],
    [
      ...[...ctx.imported].sort(compareText).map((namespace) =>
        xmlElement('xs:import', [
          ['namespace', namespace === '' ? undefined : namespace],
          ['schemaLocation', files.get(namespace)],
        ]),
      ),
      annotationXml(annotation),
      ...components,
    ],
  );
}

/** The form that most local declarations of a document have, which is then its default. */
function mostly(
  all: ReadonlyMap<
    ComponentId,
    { readonly id: ComponentId; readonly scope: string; readonly name: ExpandedName }
  >,
  targetNamespace: string,
  otherwise: boolean,
): boolean {
  if (targetNamespace === '') return false;
  const local = [...all.values()].filter(
    ({ id, scope }) => scope !== 'global' && homeNamespace(id) === targetNamespace,
  );
  const qualified = local.filter(({ name }) => name.namespace !== '').length;
  return local.length === 0 ? otherwise : qualified * 2 > local.length;
}

/** The annotations of several documents as one. */
function joined(all: readonly Annotation[]): Annotation {
  const foreign = new Map(
    all.flatMap(({ foreignAttributes: some }) =>
      some.map((one) => [`${one.name.namespace} ${one.name.localName}`, one] as const),
    ),
  );
  return {
    documentation: all.flatMap(({ documentation }) => documentation),
    appinfo: all.flatMap(({ appinfo }) => appinfo),
    foreignAttributes: [...foreign.values()],
  };
}

/** Global components: elements, complex types, simple types, then what they are made of; each kind by name. */
function componentsXml(ctx: XsdContext): readonly XmlElementText[] {
  const { schema, targetNamespace } = ctx;
  const here = <T extends { readonly id: ComponentId }>(
    all: ReadonlyMap<ComponentId, T>,
    nameOf: (one: T) => ExpandedName | undefined,
  ): readonly (readonly [name: string, component: T])[] =>
    [...all.values()]
      .flatMap((one) => {
        const name = nameOf(one);
        return name?.namespace === targetNamespace ? [[name.localName, one] as const] : [];
      })
      .sort(([a], [b]) => compareText(a, b));
  const globalName = (one: {
    readonly scope: string;
    readonly name: ExpandedName;
  }): ExpandedName | undefined => (one.scope === 'global' ? one.name : undefined);
  const groupName = (one: { readonly id: ComponentId; readonly name: ExpandedName }): ExpandedName =>
    replacedName(one.id) ?? one.name;
  const types = here(schema.types, typeName).filter(() => !BUILT_IN.has(targetNamespace));
  return [
    ...here(schema.elements, globalName).map(([, element]) => elementXml(ctx, element, [])),
    ...types.flatMap(([name, type]) =>
      type.kind === 'complex-type' ? [complexTypeXml(ctx, type, name)] : [],
    ),
    ...types.flatMap(([name, type]) => (type.kind === 'simple-type' ? [simpleTypeXml(ctx, type, name)] : [])),
    ...here(schema.modelGroups, groupName).map(([name, { modelGroup, annotation }]) =>
      xmlElement(
        'xs:group',
        [['name', name], ...foreignAttributes(ctx, annotation)],
        [annotationXml(annotation), groupXml(ctx, modelGroup)],
      ),
    ),
    ...here(schema.attributeGroups, groupName).map(([name, group]) => attributeGroupXml(ctx, group, name)),
    ...here(schema.attributes, globalName)
      .filter(() => targetNamespace !== XML_NAMESPACE || schema.documents.length > 0)
      .map(([, attribute]) => attributeXml(ctx, attribute, [], attribute.valueConstraint)),
    ...here(schema.notations, ({ name }) => name).map(([name, notation]) =>
      xmlElement(
        'xs:notation',
        [
          ['name', name],
          ['public', notation.publicIdentifier],
          ['system', notation.systemIdentifier],
          ...foreignAttributes(ctx, notation.annotation),
        ],
        [annotationXml(notation.annotation)],
      ),
    ),
  ];
}
