import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { compareText, type ExpandedName, expandedName } from '../../foundation/expanded-name.js';
import type { ComponentId, Schema, SchemaDocumentNote, SymbolSpace } from '../schema/index.js';
import { BUILT_IN_ATTRIBUTES, BUILT_IN_TYPES } from './built-in-components.js';
import { collectDefinitions } from './collect-definitions.js';
import type { Definitions } from './definition.js';
import { linkAttribute, linkAttributeGroup } from './link-attribute.js';
import { type LinkContext, scopeOf } from './link-context.js';
import { linkElement } from './link-element.js';
import { linkGroup } from './link-particle.js';
import { linkGlobalType } from './link-type.js';
import type { LoadedDocument } from './loaded-document.js';
import { NameIndex } from './name-index.js';
import { Nesting } from './nesting.js';
import { substitutionHeads } from './substitution-heads.js';

/**
 * Resolves every reference between documents and builds the components. What cannot be resolved is reported and becomes
 * anyType or anySimpleType, or is left out; circles are reported and cut. The result does not depend on the order of documents.
 */
export function linkSchema(documents: readonly LoadedDocument[]): Read<Schema> {
  const diagnostics = new DiagnosticBag();
  const inOrder = [...documents].sort(compareDocuments);
  const definitions = collectDefinitions(inOrder, diagnostics);
  const ctx = makeContext(definitions, diagnostics);
  // Restrictions of complex types compare attributes by name: global ones come first.
  for (const { id, home, fragment } of definitions.attribute.values()) {
    linkAttribute(ctx, scopeOf(home, id), fragment, 'global');
  }
  for (const id of definitions.type.keys()) linkGlobalType(ctx, id);
  for (const id of definitions.group.keys()) linkGroup(ctx, id);
  for (const id of definitions.attributeGroup.keys()) linkAttributeGroup(ctx, id);
  for (const { id, home, fragment } of definitions.element.values()) {
    linkElement(ctx, scopeOf(home, id), fragment, 'global');
  }
  linkNotations(ctx);
  for (let at = 0; at < ctx.waiting.length; at++) ctx.waiting[at]?.();
  for (const finish of ctx.atEnd) finish();
  return { value: assemble(ctx, inOrder), diagnostics: diagnostics.sorted() };
}

/** What was asked for comes before what was merely found; else by what people call a document. */
const compareDocuments = (a: LoadedDocument, b: LoadedDocument): number =>
  Number(b.isEntry) - Number(a.isEntry) ||
  compareText(a.document.label, b.document.label) ||
  compareText(a.document.source, b.document.source) ||
  a.document.span.start - b.document.span.start ||
  compareText(a.targetNamespace, b.targetNamespace);

function makeContext(definitions: Definitions, diagnostics: DiagnosticBag): LinkContext {
  const keys: LinkContext['keys'] = new Map();
  const namesOf = (space: SymbolSpace): readonly ExpandedName[] => {
    if (space === 'key') return [...keys.keys()].flatMap(nameOfKey);
    const own = [...definitions[space].values()]
      .filter(({ isReplaced }) => !isReplaced)
      .map(({ home, fragment }) => expandedName(home.targetNamespace, fragment.name ?? ''));
    if (space !== 'type') return own;
    return [...own, ...[...BUILT_IN_TYPES.values()].flatMap(({ name }) => name ?? [])];
  };
  return {
    diagnostics,
    definitions,
    names: new NameIndex(namesOf),
    types: new Map(BUILT_IN_TYPES),
    elements: new Map(),
    attributes: new Map(BUILT_IN_ATTRIBUTES),
    attributeGroups: new Map(),
    modelGroups: new Map(),
    identityConstraints: new Map(),
    notations: new Map(),
    heads: substitutionHeads(definitions, diagnostics),
    headTypes: new Map(),
    keys,
    nesting: new Nesting(),
    waiting: [],
    atEnd: [],
  };
}

const nameOfKey = (id: ComponentId): readonly ExpandedName[] => {
  const match = /^key:\{([^}]*)\}(.*)$/.exec(id);
  return match === null ? [] : [expandedName(match[1] ?? '', match[2] ?? '')];
};

function linkNotations(ctx: LinkContext): void {
  for (const { id, home, fragment } of ctx.definitions.notation.values()) {
    const { systemIdentifier, publicIdentifier, annotation, span } = fragment;
    ctx.notations.set(id, {
      kind: 'notation-declaration',
      id,
      name: expandedName(home.targetNamespace, fragment.name),
      ...(systemIdentifier === undefined ? {} : { systemIdentifier }),
      ...(publicIdentifier === undefined ? {} : { publicIdentifier }),
      annotation,
      span,
    });
  }
}

function assemble(ctx: LinkContext, documents: readonly LoadedDocument[]): Schema {
  return {
    types: inIdOrder(ctx.types),
    elements: inIdOrder(ctx.elements),
    attributes: inIdOrder(ctx.attributes),
    attributeGroups: inIdOrder(ctx.attributeGroups),
    modelGroups: inIdOrder(ctx.modelGroups),
    identityConstraints: inIdOrder(ctx.identityConstraints),
    notations: inIdOrder(ctx.notations),
    documents: documents.map(noteOf),
  };
}

const inIdOrder = <T>(map: ReadonlyMap<ComponentId, T>): ReadonlyMap<ComponentId, T> =>
  new Map([...map].sort(([a], [b]) => compareText(a, b)));

function noteOf({ document, targetNamespace }: LoadedDocument): SchemaDocumentNote {
  const { source, label, version, annotation } = document;
  return { source, label, targetNamespace, ...(version === undefined ? {} : { version }), annotation };
}
