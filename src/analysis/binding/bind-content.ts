import { clark } from '../../foundation/expanded-name.js';
import { invariant } from '../../foundation/invariant.js';
import type { ComponentId, ComplexType, Particle, Schema } from '../../model/schema/index.js';
import { instantiableMembers } from '../content-model/substitution-group.js';
import type { PropertyRequest } from '../naming/index.js';
import type { FieldBinding, Shape } from './binding.js';
import type { ContentLeaf, ContentTree } from './content-tree.js';
import { contentTree, isEmptiableTree, leavesOf } from './content-tree.js';
import type { ElementValues } from './element-value.js';

/** The content of a complex type before its properties have names. */
export type ContentPlan =
  | { readonly kind: 'empty' }
  | { readonly kind: 'simple'; readonly type: ComponentId }
  | {
      readonly kind: 'fields';
      readonly shape: Shape;
      readonly fields: readonly FieldPlan[];
      readonly all: boolean;
    }
  | { readonly kind: 'ordered'; readonly mixed: boolean; readonly entries: readonly FieldPlan[] };

/** A field without its property. */
export type FieldPlan = Omit<FieldBinding, 'property'>;

/**
 * Chooses between flat fields and ordered content. Fields keep everything exactly if the order of the elements follows
 * from the content model: nothing but single elements and wildcards repeats, no name occurs twice, there is no text between.
 */
export function planContent(schema: Schema, values: ElementValues, type: ComplexType): ContentPlan {
  const { contentType } = type;
  switch (contentType.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'simple':
      return { kind: 'simple', type: contentType.type };
    case 'mixed':
      return {
        kind: 'ordered',
        mixed: true,
        entries: contentType.particle === undefined ? [] : entriesOf(schema, values, contentType.particle),
      };
    case 'element-only': {
      const tree = contentTree(contentType.particle);
      if (tree === undefined) return { kind: 'empty' };
      if (repeatsGroup(tree) || repeatsName(values, tree)) {
        return { kind: 'ordered', mixed: false, entries: entriesOf(schema, values, contentType.particle) };
      }
      return planFields(values, tree);
    }
  }
}

/** What asks for a property for a field, or for a name of an entry. */
export function propertyRequest(
  schema: Schema,
  field: FieldPlan,
  overrides: Readonly<Record<string, string>>,
): PropertyRequest {
  if (field.content.kind === 'wildcard') return { kind: 'synthetic', namespace: '', localName: 'any' };
  const element = schema.elements.get(field.content.element);
  invariant(element !== undefined, `element without declaration: ${field.content.element}`);
  return {
    kind: 'element',
    namespace: element.name.namespace,
    localName: element.name.localName,
    override: Object.hasOwn(overrides, element.id) ? overrides[element.id] : undefined,
  };
}

function planFields(values: ElementValues, tree: ContentTree): ContentPlan {
  const fields: FieldPlan[] = [];
  const root = shapeOf(tree, false, values, fields);
  return {
    kind: 'fields',
    shape: root.kind === 'all' ? root : { kind: 'all', members: [root] },
    fields,
    all: tree.kind === 'group' && tree.compositor === 'all',
  };
}

function shapeOf(tree: ContentTree, conditional: boolean, values: ElementValues, fields: FieldPlan[]): Shape {
  if (tree.kind === 'leaf') {
    fields.push(fieldOf(tree, conditional, values));
    return { kind: 'field', field: fields.length - 1 };
  }
  // Where everything inside may be absent, an optional group says nothing more.
  const isOptional = tree.min === 0 && !isEmptiableTree({ ...tree, min: 1 });
  const isConditional = conditional || isOptional || tree.compositor === 'choice';
  const members = tree.members.map((member) => shapeOf(member, isConditional, values, fields));
  const shape: Shape =
    tree.compositor === 'choice'
      ? { kind: 'one', branches: members }
      : {
          kind: 'all',
          members: members.flatMap((member) => (member.kind === 'all' ? member.members : [member])),
        };
  return isOptional ? { kind: 'optional', member: shape } : shape;
}

function fieldOf(leaf: ContentLeaf, conditional: boolean, values: ElementValues): FieldPlan {
  const occurrence = { minOccurs: leaf.min, maxOccurs: leaf.max, conditional };
  return {
    content: values.contentOf(leaf.term),
    list: leaf.max === 'unbounded' || leaf.max > 1,
    ...occurrence,
  };
}

const repeatsGroup = (tree: ContentTree): boolean =>
  tree.kind === 'group' && (tree.max === 'unbounded' || tree.max > 1 || tree.members.some(repeatsGroup));

/** Whether an element name can be matched by two leaves, by way of substitution groups too. */
function repeatsName(values: ElementValues, tree: ContentTree): boolean {
  const seen = new Set<string>();
  const meets = (namespace: string, localName: string): boolean => {
    const name = `${localName} ${namespace}`;
    const isKnown = seen.has(name);
    seen.add(name);
    return isKnown;
  };
  for (const { term } of leavesOf(tree)) {
    const content = values.contentOf(term);
    if (content.kind === 'wildcard') continue;
    if (meets(content.namespace, content.localName)) return true;
    for (const member of content.substitutions) {
      if (member.element !== content.element && meets(member.namespace, member.localName)) return true;
    }
  }
  return false;
}

/** One entry for each name that may occur; members of substitution groups stand for themselves. */
function entriesOf(schema: Schema, values: ElementValues, particle: Particle): readonly FieldPlan[] {
  const tree = contentTree(particle);
  if (tree === undefined) return [];
  const entries = new Map<string, FieldPlan>();
  for (const { term } of leavesOf(tree)) {
    if (term.kind === 'wildcard') {
      const { namespaceConstraint, processContents } = term;
      const key = `*${processContents} ${JSON.stringify(namespaceConstraint)}`;
      if (!entries.has(key)) entries.set(key, entryOf(values.contentOf(term)));
      continue;
    }
    for (const element of instantiableMembers(schema, term.element)) {
      const key = clark(element.name);
      if (!entries.has(key)) entries.set(key, entryOf(values.plainElement(element)));
    }
  }
  return [...entries.values()];
}

const entryOf = (content: FieldPlan['content']): FieldPlan => ({
  content,
  list: false,
  minOccurs: 0,
  maxOccurs: 'unbounded',
  conditional: false,
});
