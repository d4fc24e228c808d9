import { clark, sameName, XML_NAMESPACE } from '../foundation/expanded-name.js';
import {
  allowsNamespace,
  type AttributeDeclaration,
  type AttributeUse,
  type TypeDefinition,
  type Wildcard,
} from '../model/schema/index.js';
import { EXTENSION_NAMESPACE } from './grow-foreign.js';
import { constrained, type Grown } from './grow-element.js';
import type { Growth } from './growth.js';
import { simpleTypeCodec } from '../analysis/simple-type/index.js';
import type { SampleAttribute } from './sample-tree.js';

/** The attributes of an element: required ones always, others as the extent has it and the budget allows. */
export function growAttributes(
  ctx: Growth,
  type: TypeDefinition,
  budget: number,
): Grown<readonly SampleAttribute[]> {
  if (type.kind === 'simple-type') return { value: [], size: 0 };
  const attributes: SampleAttribute[] = [];
  let size = ctx.sizes.attributes(type);
  for (const use of type.attributeUses) {
    const declaration = ctx.schema.attributes.get(use.attribute);
    if (declaration === undefined) continue;
    if (!use.required) {
      const least = ctx.sizes.attribute(use);
      if (!isTaken(ctx, declaration, least, budget - size)) continue;
      size += least;
    }
    const attribute = growAttribute(ctx, declaration, use);
    size += Math.max(0, attribute.value.length - 10);
    attributes.push(attribute);
  }
  const { attributeWildcard: wildcard } = type;
  const extra =
    wildcard && ctx.extent === 'random' && ctx.random.chance(10)
      ? growByWildcard(ctx, wildcard, attributes)
      : undefined;
  if (extra !== undefined) attributes.push(extra);
  return { value: attributes, size };
}

function isTaken(ctx: Growth, { name }: AttributeDeclaration, least: number, room: number): boolean {
  if (least === Infinity) return false;
  if (ctx.isWanted('attribute', clark(name))) return true;
  if (least > room) return false;
  return ctx.extent === 'full' || (ctx.extent === 'random' && ctx.random.chance(50));
}

/** An attribute with a value: the fixed one, at times the default one, else a new one. */
export function growAttribute(
  ctx: Growth,
  declaration: AttributeDeclaration,
  use: AttributeUse,
): SampleAttribute {
  const { name, type } = declaration;
  const constraint = use.valueConstraint ?? declaration.valueConstraint;
  const isFixed = constraint?.kind === 'fixed';
  const takesConstraint = isFixed || (constraint !== undefined && ctx.random.chance(30));
  const value = takesConstraint ? constrained(ctx, type, constraint) : ctx.literal(type, name.localName);
  return { name, value, type, isRequired: use.required, isFixed };
}

/** An attribute that only the wildcard allows: a declared one where it must be declared, else a foreign one. */
function growByWildcard(
  ctx: Growth,
  { processContents, namespaceConstraint }: Wildcard,
  taken: readonly SampleAttribute[],
): SampleAttribute | undefined {
  if (processContents !== 'strict' && allowsNamespace(namespaceConstraint, EXTENSION_NAMESPACE)) {
    const name = { namespace: EXTENSION_NAMESPACE, localName: 'remark' };
    return { name, value: 'as agreed', type: undefined, isRequired: false, isFixed: false };
  }
  const declared = [...ctx.schema.attributes.values()].filter(
    ({ name, scope, type }) =>
      scope === 'global' &&
      (name.namespace === XML_NAMESPACE || !name.namespace.startsWith('http://www.w3.org/')) &&
      allowsNamespace(namespaceConstraint, name.namespace) &&
      ctx.sizes.literal(type) !== Infinity &&
      // An element has one ID at most, and references are not begun where nothing asks for them.
      simpleTypeCodec(ctx.schema, type).identifier === undefined &&
      !taken.some((attribute) => sameName(attribute.name, name)),
  );
  const declaration = ctx.random.pick(declared);
  if (declaration === undefined) return undefined;
  const { name, type, valueConstraint } = declaration;
  const isFixed = valueConstraint?.kind === 'fixed';
  const value = isFixed ? constrained(ctx, type, valueConstraint) : ctx.literal(type, name.localName);
  return { name, value, type, isRequired: false, isFixed };
}
