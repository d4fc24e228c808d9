import { componentConflict, componentRepeated } from '../../diagnostics/catalogue/xsd-link.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { expandedName } from '../../foundation/expanded-name.js';
import type { ComponentId } from '../schema/index.js';
import { BUILT_IN_ATTRIBUTES, BUILT_IN_TYPES } from './built-in-components.js';
import {
  type Definition,
  definitionId,
  type Definitions,
  symbolSpaceOf,
  type TypeFragment,
} from './definition.js';
import type {
  AttributeFragment,
  AttributeGroupFragment,
  ElementFragment,
  GlobalFragment,
  GroupFragment,
  NotationFragment,
} from './fragment/index.js';
import { IncludeGraph } from './include-graph.js';
import type { LoadedDocument } from './loaded-document.js';
import { redefine, type Redefining } from './redefine.js';

/**
 * The global components of all documents, redefinitions applied. Schema Properties Correct (sch-props-correct.2): a
 * symbol space holds a name once.
 */
export function collectDefinitions(
  documents: readonly LoadedDocument[],
  diagnostics: DiagnosticBag,
): Definitions {
  const graph = new IncludeGraph(documents);
  const table = new Map<ComponentId, Definition>();
  const define = (home: LoadedDocument, fragment: GlobalFragment): void => {
    const id = definitionId(home, fragment);
    // A document that declares the built-in components (the schema for schemas) adds nothing to them.
    if (BUILT_IN_TYPES.has(id) || BUILT_IN_ATTRIBUTES.has(id)) return;
    const first = table.get(id);
    if (first === undefined) table.set(id, { id, fragment, home, isReplaced: false });
    else reportRepetition(diagnostics, graph, first, home, fragment);
  };
  for (const home of documents) {
    for (const fragment of home.document.components) define(home, fragment);
  }
  const ctx: Redefining = { table, graph, diagnostics, define, done: new Set() };
  for (const home of documents) redefine(ctx, home);
  return bySymbolSpace(table);
}

function reportRepetition(
  diagnostics: DiagnosticBag,
  graph: IncludeGraph,
  first: Definition,
  home: LoadedDocument,
  fragment: GlobalFragment,
): void {
  const facts = {
    at: fragment.span,
    what: symbolSpaceOf(fragment),
    name: expandedName(home.targetNamespace, fragment.name ?? ''),
    related: [{ at: first.fragment.span, label: 'is defined here too' }],
  };
  const isOneSchema = graph.groupOf(home.key) === graph.groupOf(first.home.key);
  const isCopy = !isOneSchema && saysTheSame(fragment, first.fragment);
  if (isCopy) return;
  // Two imports of one namespace may name different documents: schemaLocation is a hint, and the first one counts.
  const isHinted = !graph.isAskedFor(home.key) || !graph.isAskedFor(first.home.key);
  diagnostics.add(!isOneSchema && isHinted ? componentConflict : componentRepeated, facts);
}

/** Two copies of one text, wherever they stand. */
const saysTheSame = (a: GlobalFragment, b: GlobalFragment): boolean => bare(a) === bare(b);

const bare = (fragment: GlobalFragment): string =>
  JSON.stringify(fragment, (key, value: unknown) =>
    key === 'span' || key === 'annotation' || key === 'namespaces' ? undefined : value,
  );

function bySymbolSpace(table: ReadonlyMap<ComponentId, Definition>): Definitions {
  const type = new Map<ComponentId, Definition<TypeFragment>>();
  const element = new Map<ComponentId, Definition<ElementFragment>>();
  const attribute = new Map<ComponentId, Definition<AttributeFragment>>();
  const group = new Map<ComponentId, Definition<GroupFragment>>();
  const attributeGroup = new Map<ComponentId, Definition<AttributeGroupFragment>>();
  const notation = new Map<ComponentId, Definition<NotationFragment>>();
  const sorted = [...table.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const definition of sorted) {
    const { id, fragment } = definition;
    switch (fragment.kind) {
      case 'simple-type':
      case 'complex-type':
        type.set(id, { ...definition, fragment });
        break;
      case 'element':
        element.set(id, { ...definition, fragment });
        break;
      case 'attribute':
        attribute.set(id, { ...definition, fragment });
        break;
      case 'group':
        group.set(id, { ...definition, fragment });
        break;
      case 'attribute-group':
        attributeGroup.set(id, { ...definition, fragment });
        break;
      case 'notation':
        notation.set(id, { ...definition, fragment });
        break;
    }
  }
  return { type, element, attribute, group, attributeGroup, notation };
}
