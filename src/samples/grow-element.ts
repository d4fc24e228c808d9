import { instantiableMembers } from '../analysis/content-model/index.js';
import { simpleTypeCodec } from '../analysis/simple-type/index.js';
import { clark, type ExpandedName, expandedName, XSD_NAMESPACE } from '../foundation/expanded-name.js';
import {
  componentId,
  type ElementDeclaration,
  type ElementDeclarationRef,
  type Particle,
  type Schema,
  type TypeDefinition,
  type ValueConstraint,
  type Wildcard,
} from '../model/schema/index.js';
import { XSI_NIL_SIZE } from './completion-size.js';
import { expandContent } from './expand-content.js';
import { growAttributes } from './grow-attributes.js';
import { growForeign } from './grow-foreign.js';
import { type Growth, wantedBy } from './growth.js';
import { simpleTypeOf } from './literal/literal-facets.js';
import { qualifiedLiteral } from './literal/qualified-literal.js';
import { type SampleElement, type SampleNode, textTypeOf } from './sample-tree.js';

/** Something grown, and about how many bytes it takes. */
export interface Grown<T> {
  readonly value: T;
  readonly size: number;
}

/** What an element grows in. */
export interface Ground {
  readonly budget: number;
  readonly depth: number;
  readonly particle: Particle | undefined;
}

/** An element for a leaf of a content model: of the substitution group, or whatever a wildcard allows. */
export function growTerm(
  ctx: Growth,
  term: ElementDeclarationRef | Wildcard,
  ground: Ground,
): Grown<SampleElement> | undefined {
  if (term.kind === 'wildcard') return growForeign(ctx, term, ground);
  const declaration = chooseMember(ctx, instantiableMembers(ctx.schema, term.element), ground.budget);
  return declaration && growElement(ctx, declaration, ground);
}

/** The head itself where that fits; others at times. */
export function chooseMember(
  ctx: Growth,
  members: readonly ElementDeclaration[],
  budget: number,
): ElementDeclaration | undefined {
  const { sizes, random, extent } = ctx;
  const finite = members.filter((member) => sizes.element(member) !== Infinity);
  const fitting = finite.filter((member) => sizes.element(member) <= budget && !ctx.isRecursion(member.type));
  if (fitting.length === 0) return smallest(finite, (member) => sizes.element(member));
  const [head] = fitting;
  return extent === 'minimal' || (head === members[0] && random.chance(60)) ? head : random.pick(fitting);
}

/** A valid element of a declaration that is not abstract. */
export function growElement(
  ctx: Growth,
  declaration: ElementDeclaration,
  ground: Ground,
): Grown<SampleElement> {
  const tag = 2 * declaration.name.localName.length + 28;
  const type = chooseType(ctx, declaration, ground.budget - tag);
  const element: SampleElement = {
    kind: 'element',
    name: declaration.name,
    declaration,
    type,
    particle: ground.particle,
    xsiType: type === undefined || type.id === declaration.type ? undefined : type.name,
    isNil: false,
    attributes: [],
    children: [],
  };
  if (type === undefined) return { value: element, size: tag };
  element.isNil = isNil(ctx, declaration, type, ground.budget - tag);
  const wanted = wantedBy(declaration.identityConstraints);
  return ctx.inside(type.id, wanted, () => {
    const { budget, depth } = ground;
    const room = depth >= ctx.maxDepth ? 0 : budget - tag;
    const content = element.isNil ? 0 : ctx.sizes.type(type) - ctx.sizes.attributes(type);
    const attributes = growAttributes(ctx, type, room - content);
    element.attributes.push(...attributes.value);
    if (element.isNil) return { value: element, size: tag + attributes.size };
    const children = growContent(ctx, element, declaration, type, {
      ...ground,
      budget: room - attributes.size,
    });
    element.children.push(...children.value);
    return { value: element, size: tag + attributes.size + children.size };
  });
}

/** Its own type where that is allowed; another one at times, and where the own one is abstract or has no end. */
function chooseType(
  ctx: Growth,
  declaration: ElementDeclaration,
  budget: number,
): TypeDefinition | undefined {
  const { sizes, random, schema, extent } = ctx;
  const own = schema.types.get(declaration.type);
  if (own === undefined) return undefined;
  const unrestricted =
    extent === 'random' && random.chance(30) ? builtInFor(ctx, declaration, own) : undefined;
  if (unrestricted !== undefined) return unrestricted;
  if (own.kind === 'simple-type' && !(extent === 'random' && random.chance(3))) return own;
  const types = sizes.typesFor(declaration);
  const finite = types.filter((type) => sizes.type(type) !== Infinity);
  const all = finite.length > 0 ? finite : types;
  const fitting = all.filter((type) => sizes.type(type) <= budget && !ctx.isRecursion(type.id));
  const others =
    declaration.valueConstraint === undefined
      ? fitting.filter((type) => type !== own && !refers(ctx, type))
      : [];
  const leavesOwn = extent !== 'minimal' && others.length > 0 && random.chance(extent === 'full' ? 5 : 12);
  if (leavesOwn) return random.pick(others);
  if (all.includes(own) && (fitting.includes(own) || fitting.length === 0)) return own;
  if (fitting.length === 0 || extent === 'minimal') return smallest(all, (type) => sizes.type(type)) ?? own;
  return random.pick(fitting);
}

/** Nobody claims to send an ID or a reference where the schema asks for a text. */
function refers({ schema }: Growth, type: TypeDefinition): boolean {
  return type.kind === 'simple-type' && simpleTypeCodec(schema, type.id).identifier !== undefined;
}

/** Where everything is allowed, a sender says what it sends. */
function builtInFor(
  { random, schema }: Growth,
  declaration: ElementDeclaration,
  own: TypeDefinition,
): TypeDefinition | undefined {
  const { disallowedSubstitutions: blocked, valueConstraint } = declaration;
  if (!UR_TYPE.test(own.id) || valueConstraint !== undefined || blocked.includes('restriction'))
    return undefined;
  const name = random.pick(['string', 'decimal', 'dateTime', 'boolean']);
  return schema.types.get(componentId('type', expandedName(XSD_NAMESPACE, name)));
}

const UR_TYPE = /\}any(?:Simple)?Type$/;

function isNil(ctx: Growth, declaration: ElementDeclaration, type: TypeDefinition, budget: number): boolean {
  if (!declaration.nillable || declaration.valueConstraint?.kind === 'fixed') return false;
  if (ctx.isWanted('element', clark(declaration.name))) return false;
  const size = ctx.sizes.type(type);
  // Where there is no room, the smaller form ends the recursion.
  if (size > budget || ctx.isRecursion(type.id)) return ctx.sizes.attributes(type) + XSI_NIL_SIZE < size;
  return ctx.extent === 'random' && ctx.random.chance(8);
}

/** The content of an element: text, or children. */
export function growContent(
  ctx: Growth,
  element: SampleElement,
  declaration: ElementDeclaration,
  type: TypeDefinition,
  ground: Ground,
): Grown<readonly SampleNode[]> {
  const textType = textTypeOf(type);
  if (textType !== undefined) return growText(ctx, declaration, type, textType);
  if (type.kind === 'simple-type') return NOTHING;
  const { contentType } = type;
  if (contentType.kind === 'empty' || contentType.kind === 'simple') return NOTHING;
  const { valueConstraint } = declaration;
  if (contentType.kind === 'mixed' && valueConstraint !== undefined && element.xsiType === undefined) {
    return text(
      valueConstraint.kind === 'fixed'
        ? valueConstraint.lexical
        : ctx.random.pick([valueConstraint.lexical, 'plain text']),
    );
  }
  const children =
    contentType.particle === undefined ? NOTHING : growChildren(ctx, contentType.particle, ground);
  return contentType.kind === 'mixed' ? intersperse(ctx, children) : children;
}

const NOTHING: Grown<readonly SampleNode[]> = { value: [], size: 0 };

const text = (value: string): Grown<readonly SampleNode[]> => ({
  value: [{ kind: 'text', value, type: undefined, isFixed: true }],
  size: value.length,
});

function growText(
  ctx: Growth,
  { name, valueConstraint, type: declared }: ElementDeclaration,
  type: TypeDefinition,
  textType: TypeDefinition['id'],
): Grown<readonly SampleNode[]> {
  const isWanted = ctx.isWanted('element', clark(name));
  if (
    valueConstraint?.kind === 'default' &&
    declared === type.id &&
    !isWanted &&
    ctx.extent === 'random' &&
    ctx.random.chance(20)
  ) {
    return NOTHING;
  }
  const isFixed = valueConstraint?.kind === 'fixed';
  const value = isFixed ? constrained(ctx, textType, valueConstraint) : ctx.literal(textType, name.localName);
  if (value === '' && !isFixed) return NOTHING;
  return { value: [{ kind: 'text', value, type: textType, isFixed }], size: value.length };
}

/** The lexical form of a value constraint, with the prefixes of the document. */
export function constrained(
  { schema, prefixes }: { readonly schema: Schema; readonly prefixes: Growth['prefixes'] },
  typeId: TypeDefinition['id'],
  { lexical, namespaces }: ValueConstraint,
): string {
  const type = simpleTypeOf(schema, typeId);
  return type === undefined ? lexical : qualifiedLiteral(schema, type, lexical, namespaces, prefixes);
}

function growChildren(
  ctx: Growth,
  particle: Particle,
  { budget, depth }: Ground,
): Grown<readonly SampleNode[]> {
  const { schema, sizes, random, extent } = ctx;
  const isShunned = (term: ElementDeclarationRef | Wildcard): boolean =>
    term.kind === 'wildcard'
      ? !random.chance(extent === 'full' ? 60 : 30)
      : instantiableMembers(schema, term.element).every((member) => ctx.isRecursion(member.type));
  const nameOf = (term: ElementDeclarationRef): ExpandedName | undefined =>
    schema.elements.get(term.element)?.name;
  const isWanted = (term: ElementDeclarationRef | Wildcard): boolean => {
    const name = term.kind === 'wildcard' ? undefined : nameOf(term);
    return (
      name !== undefined && depth < ctx.maxDepth && ctx.isWanted('element', clark(name)) && !isShunned(term)
    );
  };
  const slots = expandContent({ sizes, random, extent, isShunned, isWanted }, particle, budget);
  let slack = Math.max(0, budget - slots.reduce((sum, slot) => sum + slot.size, 0));
  const children: SampleNode[] = [];
  let size = 0;
  slots.forEach((slot, at) => {
    const share = slot.size + Math.floor(slack / (slots.length - at));
    const grown = growTerm(ctx, slot.term, { budget: share, depth: depth + 1, particle: slot.particle });
    if (grown === undefined) return;
    slack = Math.max(0, slack - Math.max(0, grown.size - slot.size));
    size += grown.size;
    children.push(grown.value);
  });
  return { value: children, size };
}

/** Mixed content: words between the elements. */
function intersperse(
  ctx: Growth,
  { value, size }: Grown<readonly SampleNode[]>,
): Grown<readonly SampleNode[]> {
  if (ctx.extent === 'minimal') return { value, size };
  const nodes: SampleNode[] = [];
  for (const [at, node] of [...value, undefined].entries()) {
    if (ctx.random.chance(at === 0 ? 70 : 40)) {
      nodes.push({
        kind: 'text',
        value: ctx.random.pick(['see ', ' and ', ' as noted ', ' — ', ' & <so> on ']),
        type: undefined,
        isFixed: false,
      });
    }
    if (node !== undefined) nodes.push(node);
  }
  return { value: nodes, size: size + nodes.length * 8 };
}

export function smallest<T>(items: readonly T[], sizeOf: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || sizeOf(item) < sizeOf(best)) best = item;
  return best;
}
