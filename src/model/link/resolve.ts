import {
  namespaceNotImported,
  referenceUnresolved,
  simpleTypeExpected,
} from '../../diagnostics/catalogue/xsd-link.js';
import { type ExpandedName, XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import { componentId, type ComponentId, type SymbolSpace } from '../schema/index.js';
import { ANY_SIMPLE_TYPE, BUILT_IN_ATTRIBUTES, BUILT_IN_TYPES } from './built-in-components.js';
import type { QNameReference } from './fragment/index.js';
import type { LinkContext } from './link-context.js';
import type { LoadedDocument } from './loaded-document.js';
import { adoptedName } from './redefine.js';

type GlobalSpace = Exclude<SymbolSpace, 'key'>;

/**
 * QName resolution (src-resolve): the component exists, and the document imports its namespace. What exists is answered
 * even if it is not imported.
 */
export function resolve(
  ctx: LinkContext,
  home: LoadedDocument,
  reference: QNameReference,
  space: GlobalSpace,
): ComponentId | undefined {
  const name = adoptedName(home, reference.name);
  const id = componentId(space, name);
  if (space === 'type' && BUILT_IN_TYPES.has(id)) return id;
  const exists = ctx.definitions[space].has(id) || (space === 'attribute' && BUILT_IN_ATTRIBUTES.has(id));
  if (!isVisible(home, name)) {
    const rule = name.namespace === '' ? 'src-resolve.4.1' : 'src-resolve.4.2';
    const isKnown = exists || name.namespace !== '';
    if (isKnown) ctx.diagnostics.add(namespaceNotImported, { at: reference.span, rule, what: space, name });
    else reportUnresolved(ctx, home, reference, space, name);
  } else if (!exists) {
    reportUnresolved(ctx, home, reference, space, name);
  }
  return exists ? id : undefined;
}

function isVisible({ targetNamespace, document }: LoadedDocument, { namespace }: ExpandedName): boolean {
  return (
    namespace === targetNamespace ||
    namespace === XSD_NAMESPACE ||
    document.imports.some((imported) => imported.namespace === namespace)
  );
}

function reportUnresolved(
  ctx: LinkContext,
  home: LoadedDocument,
  { span: at }: QNameReference,
  what: SymbolSpace,
  name: ExpandedName,
): void {
  const isImportMissing = home.missingNamespaces.includes(name.namespace);
  const nearest = isImportMissing ? undefined : ctx.names.nearest(what, name);
  ctx.diagnostics.add(referenceUnresolved, { at, what, name, nearest, isImportMissing });
}

/** Resolves a reference that must lead to a simple type; one that does not means anySimpleType. */
export function resolveSimpleType(
  ctx: LinkContext,
  home: LoadedDocument,
  reference: QNameReference,
): ComponentId {
  const id = resolve(ctx, home, reference, 'type');
  if (id === undefined) return ANY_SIMPLE_TYPE;
  if (isSimple(ctx, id)) return id;
  const name = adoptedName(home, reference.name);
  ctx.diagnostics.add(simpleTypeExpected, { at: reference.span, what: 'type', name });
  return ANY_SIMPLE_TYPE;
}

/** Whether a global type, linked or not, is simple. */
export function isSimple(ctx: LinkContext, id: ComponentId): boolean {
  const kind = BUILT_IN_TYPES.get(id)?.kind ?? ctx.definitions.type.get(id)?.fragment.kind;
  return kind === 'simple-type';
}
