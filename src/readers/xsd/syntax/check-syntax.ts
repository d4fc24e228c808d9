import {
  attributeMissing,
  attributeNotAllowed,
  attributeValueInvalid,
  elementMisplaced,
  elementMissing,
  elementNotAllowed,
  foreignElement,
  idRepeated,
  textNotAllowed,
} from '../../../diagnostics/catalogue/xsd.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import { XML_NAMESPACE, XSD_NAMESPACE } from '../../../foundation/expanded-name.js';
import type { Span } from '../../../foundation/span.js';
import type { XmlAttribute, XmlElement } from '../../xml/xml-element.js';
import type { Shape, ShapeName, Slot } from './shape.js';
import { SHAPES } from './shapes.js';
import type { SyntaxAttribute, SyntaxNode } from './syntax-node.js';
import { collapse } from './value-type.js';

interface SyntaxContext {
  readonly diagnostics: DiagnosticBag;
  /** Every `id` of the document, and where it stands. */
  readonly ids: Map<string, Span>;
}

/**
 * Holds a schema document against the schema for schemas: attributes and their types, children and their order. Answers
 * the tree of what can be read on; each fault is reported once, and reading goes on behind it.
 */
export function checkSyntax(root: XmlElement, diagnostics: DiagnosticBag): SyntaxNode {
  return checkElement({ diagnostics, ids: new Map() }, root, 'schema');
}

function checkElement(ctx: SyntaxContext, element: XmlElement, shapeName: ShapeName): SyntaxNode {
  const shape = SHAPES[shapeName];
  const attributes = checkAttributes(ctx, element, shape);
  const children = shape.content === 'any' ? [] : checkContent(ctx, element, shape, shape.content);
  return { shape: shapeName, element, attributes, children };
}

function checkAttributes(
  ctx: SyntaxContext,
  element: XmlElement,
  shape: Shape,
): ReadonlyMap<string, SyntaxAttribute> {
  const attributes = new Map<string, SyntaxAttribute>();
  for (const attribute of element.attributes) {
    const key = attributeKey(attribute);
    if (key === undefined) continue;
    const rule = Object.hasOwn(shape.attributes, key) ? shape.attributes[key] : undefined;
    const { span: at } = attribute;
    if (rule === undefined) {
      if (attribute.name.namespace === XML_NAMESPACE) continue;
      const allowed = Object.keys(shape.attributes);
      ctx.diagnostics.add(attributeNotAllowed, { at, element: shape.element, attribute: key, allowed });
      continue;
    }
    const { type } = rule;
    const value = type.whiteSpace === 'collapse' ? collapse(attribute.value) : attribute.value;
    const isValid = type.accepts(value, element.namespaces);
    if (!isValid) {
      const { expected } = type;
      ctx.diagnostics.add(attributeValueInvalid, {
        at,
        element: shape.element,
        attribute: key,
        value,
        expected,
      });
    }
    attributes.set(key, { value, isValid, span: at });
    if (key === 'id' && isValid) checkId(ctx, value, at);
  }
  for (const [name, rule] of Object.entries(shape.attributes)) {
    if (!rule.required || attributes.has(name)) continue;
    ctx.diagnostics.add(attributeMissing, { at: element.span, element: shape.element, attribute: name });
  }
  return attributes;
}

/** How the shapes name an attribute; undefined for those of other namespaces, which may stand anywhere. */
function attributeKey({ name }: XmlAttribute): string | undefined {
  if (name.namespace === '') return name.localName;
  if (name.namespace === XML_NAMESPACE) return `xml:${name.localName}`;
  return name.namespace === XSD_NAMESPACE ? `{${XSD_NAMESPACE}}${name.localName}` : undefined;
}

function checkId(ctx: SyntaxContext, id: string, at: Span): void {
  const first = ctx.ids.get(id);
  if (first === undefined) ctx.ids.set(id, at);
  else ctx.diagnostics.add(idRepeated, { at, id, related: [{ at: first, label: 'is here too' }] });
}

function checkContent(
  ctx: SyntaxContext,
  element: XmlElement,
  shape: Shape,
  slots: readonly Slot[],
): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  const taken = slots.map(() => 0);
  let current = 0;
  for (const child of element.children) {
    if (typeof child === 'string') {
      checkText(ctx, element, shape, child);
      continue;
    }
    const name = child.name.localName;
    if (child.name.namespace !== XSD_NAMESPACE) {
      ctx.diagnostics.add(foreignElement, { at: child.span, element: name, parent: shape.element });
      continue;
    }
    const fits = (at: number): boolean => {
      const slot = slots[at];
      return slot !== undefined && Object.hasOwn(slot.children, name) && (slot.max !== 1 || taken[at] === 0);
    };
    let at = current;
    while (at < slots.length && !fits(at)) at++;
    if (at === slots.length) {
      at = slots.findIndex((_, index) => fits(index));
      const isKnown = slots.some((slot) => Object.hasOwn(slot.children, name));
      const definition = isKnown ? elementMisplaced : elementNotAllowed;
      const { element: parent, grammar } = shape;
      ctx.diagnostics.add(definition, { at: child.span, element: name, parent, grammar });
      if (at < 0) continue;
    } else {
      current = slots[at]?.last?.includes(name) === true ? slots.length : at;
    }
    const childShape = slots[at]?.children[name];
    if (childShape === undefined) continue;
    taken[at] = (taken[at] ?? 0) + 1;
    children.push(checkElement(ctx, child, childShape));
  }
  slots.forEach((slot, at) => {
    if (slot.min === 0 || taken[at] !== 0) return;
    const expected = Object.keys(slot.children);
    const { element: parent, grammar } = shape;
    ctx.diagnostics.add(elementMissing, { at: element.span, parent, expected, grammar });
  });
  return children;
}

function checkText(ctx: SyntaxContext, element: XmlElement, shape: Shape, text: string): void {
  const found = collapse(text);
  if (found === '') return;
  ctx.diagnostics.add(textNotAllowed, { at: element.span, parent: shape.element, text: found });
}
