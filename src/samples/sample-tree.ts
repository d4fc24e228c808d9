import type { ExpandedName } from '../foundation/expanded-name.js';
import type {
  ComponentId,
  ComplexType,
  ElementDeclaration,
  Particle,
  TypeDefinition,
} from '../model/schema/index.js';

/**
 * An element of a sample, with the components that govern it: a change of the tree can be judged by them. Trees are repaired
 * and broken in place.
 */
export interface SampleElement {
  readonly kind: 'element';
  name: ExpandedName;
  /** Undefined where nothing declares the element: under a wildcard that is lax or skips. */
  readonly declaration: ElementDeclaration | undefined;
  /** The type that `xsi:type` or the declaration gives. Undefined where the element is not assessed. */
  type: TypeDefinition | undefined;
  /** The leaf of the parent's content model that stands for it. Undefined for the document's element. */
  readonly particle: Particle | undefined;
  /** The value of `xsi:type`. */
  xsiType: ExpandedName | undefined;
  isNil: boolean;
  attributes: SampleAttribute[];
  children: SampleNode[];
}

/** An attribute, with the simple type of its value. */
export interface SampleAttribute {
  name: ExpandedName;
  value: string;
  /** Undefined where the attribute is not assessed. */
  readonly type: ComponentId | undefined;
  readonly isRequired: boolean;
  /** The schema fixes the value. */
  readonly isFixed: boolean;
}

/** Character content. */
export interface SampleText {
  readonly kind: 'text';
  value: string;
  /** The simple type of the element's content; undefined between elements of mixed content. */
  readonly type: ComponentId | undefined;
  readonly isFixed: boolean;
}

export type SampleNode = SampleElement | SampleText;

export const isElement = (node: SampleNode): node is SampleElement => node.kind === 'element';

/** The simple type of an element's text: its own, or that of simple content. */
export function textTypeOf(type: TypeDefinition | undefined): ComponentId | undefined {
  if (type === undefined) return undefined;
  if (type.kind === 'simple-type') return type.id;
  return type.contentType.kind === 'simple' ? type.contentType.type : undefined;
}

/** The particle of an element's content, where it has elements. */
export const particleOf = (type: TypeDefinition | undefined): Particle | undefined =>
  type !== undefined && hasElements(type) ? type.contentType.particle : undefined;

const hasElements = (
  type: TypeDefinition,
): type is ComplexType & { contentType: { kind: 'element-only' | 'mixed'; particle?: Particle } } =>
  type.kind === 'complex-type' &&
  (type.contentType.kind === 'element-only' || type.contentType.kind === 'mixed');

/** Every element, parents first, in document order. */
export function* elementsOf(root: SampleElement): Generator<SampleElement> {
  yield root;
  for (const child of root.children) if (child.kind === 'element') yield* elementsOf(child);
}

/** A copy that can be changed without touching the tree. */
export function copyOf(element: SampleElement): SampleElement {
  return {
    ...element,
    attributes: element.attributes.map((attribute) => ({ ...attribute })),
    children: element.children.map((child) => (child.kind === 'element' ? copyOf(child) : { ...child })),
  };
}
