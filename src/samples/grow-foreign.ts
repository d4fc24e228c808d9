import { allowsNamespace, componentId, type Wildcard } from '../model/schema/index.js';
import { type Grown, growElement, type Ground, smallest } from './grow-element.js';
import type { Growth } from './growth.js';
import type { SampleElement } from './sample-tree.js';

/** Where names of foreign elements and attributes come from. */
export const EXTENSION_NAMESPACE = 'urn:example:extension';

/** An element that a wildcard allows: a declared one where it must be declared, else mostly one that nobody knows. */
export function growForeign(
  ctx: Growth,
  wildcard: Wildcard,
  ground: Ground,
): Grown<SampleElement> | undefined {
  const { processContents } = wildcard;
  const isKnown =
    processContents === 'strict' ||
    (processContents === 'lax' && ctx.extent === 'random' && ctx.random.chance(25));
  return (isKnown ? growDeclared(ctx, wildcard, ground) : undefined) ?? growUnknown(ctx, wildcard, ground);
}

function growDeclared(ctx: Growth, wildcard: Wildcard, ground: Ground): Grown<SampleElement> | undefined {
  const { sizes, random } = ctx;
  const allowed = [...ctx.schema.elements.values()].filter(
    (element) =>
      element.scope === 'global' &&
      !element.abstract &&
      allowsNamespace(wildcard.namespaceConstraint, element.name.namespace) &&
      sizes.element(element) !== Infinity,
  );
  const fitting = allowed.filter(
    (element) => sizes.element(element) <= ground.budget && !ctx.isRecursion(element.type),
  );
  // The size of a lax wildcard is that of an unknown element: one that does not fit might hold wildcards without end.
  const isOptional = wildcard.processContents !== 'strict' && fitting.length === 0;
  const chosen =
    ctx.extent === 'minimal' || fitting.length === 0
      ? smallest(isOptional ? [] : allowed, (element) => sizes.element(element))
      : random.pick(fitting);
  return chosen && growElement(ctx, chosen, ground);
}

function growUnknown(
  ctx: Growth,
  wildcard: Wildcard,
  { particle }: Ground,
): Grown<SampleElement> | undefined {
  const { processContents, namespaceConstraint } = wildcard;
  if (processContents === 'strict') return undefined;
  const namespace =
    namespaceConstraint.kind === 'enumeration'
      ? ctx.random.pick(namespaceConstraint.namespaces)
      : EXTENSION_NAMESPACE;
  if (namespace === undefined) return undefined;
  let localName = 'remark';
  for (let at = 2; ctx.schema.elements.has(componentId('element', { namespace, localName })); at++)
    localName = `remark${at}`;
  const element: SampleElement = {
    kind: 'element',
    name: { namespace, localName },
    declaration: undefined,
    type: undefined,
    particle,
    xsiType: undefined,
    isNil: false,
    attributes: [],
    children: [{ kind: 'text', value: 'as agreed', type: undefined, isFixed: false }],
  };
  return { value: element, size: 60 };
}
