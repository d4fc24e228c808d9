import {
  componentRepeated,
  redefinedGroupRepeats,
  redefinesNothing,
  redefinitionNotOfItself,
} from '../../diagnostics/catalogue/xsd-link.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { type ExpandedName, expandedName, sameName } from '../../foundation/expanded-name.js';
import { type ComponentId, nestedId } from '../schema/index.js';
import { type Definition, definitionId, symbolSpaceOf } from './definition.js';
import type {
  AttributeGroupFragment,
  GlobalFragment,
  GroupFragment,
  ModelGroupFragment,
  QNameReference,
  RedefinableFragment,
} from './fragment/index.js';
import type { IncludeGraph } from './include-graph.js';
import type { LoadedDocument } from './loaded-document.js';

/** What redefining works on. */
export interface Redefining {
  readonly table: Map<ComponentId, Definition>;
  readonly graph: IncludeGraph;
  readonly diagnostics: DiagnosticBag;
  readonly define: (home: LoadedDocument, fragment: GlobalFragment) => void;
  /** Keys of the documents whose redefinitions are in place. */
  readonly done: Set<string>;
}

/**
 * Puts the redefinitions of a document in place (4.2.2), those of the documents below it first: each takes the place of
 * the component that the redefined schema has under its name.
 */
export function redefine(ctx: Redefining, home: LoadedDocument): void {
  if (ctx.done.has(home.key)) return;
  ctx.done.add(home.key);
  for (const { fragment, target } of home.redefines) {
    const below = target === undefined ? undefined : ctx.graph.reachableFrom(target);
    for (const key of below ?? []) {
      const document = ctx.graph.document(key);
      if (document !== undefined) redefine(ctx, document);
    }
    for (const component of fragment.components) replace(ctx, home, below, component);
  }
}

function replace(
  ctx: Redefining,
  home: LoadedDocument,
  below: ReadonlySet<string> | undefined,
  fragment: RedefinableFragment,
): void {
  const { table, diagnostics } = ctx;
  const id = definitionId(home, fragment);
  const name = expandedName(home.targetNamespace, fragment.name ?? '');
  const facts = { at: fragment.span, what: symbolSpaceOf(fragment), name };
  const current = table.get(id);
  if (current === undefined) {
    // Where the redefined document could not be had, that was told already.
    if (below !== undefined) diagnostics.add(redefinesNothing, facts);
    ctx.define(home, fragment);
    return;
  }
  if (below?.has(current.home.key) !== true || current.home.key === home.key) {
    const related = [{ at: current.fragment.span, label: 'is defined here too' }];
    diagnostics.add(componentRepeated, { ...facts, related });
    return;
  }
  checkSelfReference(ctx, home, fragment, name);
  const original = withdraw(table, current);
  table.set(id, { id, fragment, home, original, isReplaced: false });
}

/** Moves what is replaced, and what that had replaced before, to ids that nobody else has. */
function withdraw(table: Map<ComponentId, Definition>, definition: Definition): ComponentId {
  const id = nestedId(definition.id, 'redefined()');
  const deeper = definition.original === undefined ? undefined : table.get(definition.original);
  const original = deeper === undefined ? {} : { original: withdraw(table, deeper) };
  table.set(id, { ...definition, id, isReplaced: true, ...original });
  return id;
}

/** src-redefine, clauses 5, 6.1 and 7.1. */
function checkSelfReference(
  { diagnostics }: Redefining,
  home: LoadedDocument,
  fragment: RedefinableFragment,
  name: ExpandedName,
): void {
  const facts = { at: fragment.span, what: symbolSpaceOf(fragment), name };
  switch (fragment.kind) {
    case 'simple-type': {
      const { derivation } = fragment;
      const isOwn = derivation.kind === 'restriction' && isSelf(home, derivation.base, name);
      if (!isOwn && derivation.kind !== 'broken') diagnostics.add(redefinitionNotOfItself, facts);
      return;
    }
    case 'complex-type':
      if (!isSelf(home, fragment.content.base, name)) diagnostics.add(redefinitionNotOfItself, facts);
      return;
    case 'group': {
      const occurs = selfReferences(home, fragment);
      const rule = occurs.length > 1 ? 'src-redefine.6.1.1' : 'src-redefine.6.1.2';
      if (occurs.length > 1 || occurs.some((range) => range !== '1..1')) {
        diagnostics.add(redefinedGroupRepeats, { ...facts, rule });
      }
      return;
    }
    case 'attribute-group':
      if (selfReferences(home, fragment).length < 2) return;
      diagnostics.add(redefinedGroupRepeats, { ...facts, rule: 'src-redefine.7.1' });
      return;
  }
}

/** How often each reference of a redefining group to itself occurs. Without any, the group must restrict its original. */
export function selfReferences(
  home: LoadedDocument,
  fragment: GroupFragment | AttributeGroupFragment,
): readonly string[] {
  const name = expandedName(home.targetNamespace, fragment.name);
  if (fragment.kind === 'group') {
    return groupReferences(fragment.modelGroup).flatMap(({ ref, occurs }) =>
      isSelf(home, ref, name) ? [occurs] : [],
    );
  }
  return fragment.attributes.items.flatMap((item) =>
    item.kind === 'attribute-group-reference' && isSelf(home, item.ref, name) ? ['1..1'] : [],
  );
}

const isSelf = (home: LoadedDocument, reference: QNameReference | undefined, self: ExpandedName): boolean =>
  reference !== undefined && sameName(adoptedName(home, reference.name), self);

/** In a chameleon, a name without namespace means the target namespace of the document that includes it. */
export const adoptedName = (home: LoadedDocument, name: ExpandedName): ExpandedName =>
  name.namespace === '' && home.isChameleon ? { ...name, namespace: home.targetNamespace } : name;

interface GroupOccurrence {
  readonly ref: QNameReference;
  readonly occurs: string;
}

function groupReferences(group: ModelGroupFragment): readonly GroupOccurrence[] {
  return group.particles.flatMap(({ term, minOccurs, maxOccurs }) => {
    if (term.kind === 'group-reference') return [{ ref: term.ref, occurs: `${minOccurs}..${maxOccurs}` }];
    return term.kind === 'model-group' ? groupReferences(term) : [];
  });
}
