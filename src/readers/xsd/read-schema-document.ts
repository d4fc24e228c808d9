import { importOfOwnNamespace, notASchema } from '../../diagnostics/catalogue/xsd.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { clark, XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { SourceText } from '../../foundation/source-text.js';
import type {
  GlobalFragment,
  ImportFragment,
  IncludeFragment,
  NotationFragment,
  RedefinableFragment,
  RedefineFragment,
  SchemaDocument,
} from '../../model/link/fragment/index.js';
import { NO_ANNOTATION } from '../../model/schema/index.js';
import type { XmlElement } from '../xml/xml-element.js';
import { includeConditionally } from './conditional-inclusion.js';
import { readAnnotation } from './read-annotation.js';
import { readAttribute, readAttributeGroup } from './read-attribute.js';
import { readComplexType } from './read-complex-type.js';
import { present, type ReadContext } from './read-context.js';
import { readElement } from './read-element.js';
import { readGroup } from './read-particle.js';
import { readSimpleType } from './read-simple-type.js';
import { checkRepresentation } from './syntax/representation-rules.js';
import { checkSyntax } from './syntax/check-syntax.js';
import { states, type SyntaxNode, valueOf } from './syntax/syntax-node.js';

/**
 * Reads one schema document: its syntax is checked against the schema for schemas and the representation constraints,
 * and whatever could be read becomes fragments. Nothing is resolved or loaded.
 */
export function readSchemaDocument(root: XmlElement, source: SourceText): Read<SchemaDocument> {
  const diagnostics = new DiagnosticBag();
  if (!isSchemaElement(root)) {
    diagnostics.add(notASchema, { at: root.span, found: clark(root.name) });
    return { value: emptyDocument(root, source), diagnostics: diagnostics.sorted() };
  }
  const node = checkSyntax(includeConditionally(root), diagnostics);
  checkRepresentation(node, diagnostics);
  const ctx: ReadContext = {
    source,
    diagnostics,
    targetNamespace: valueOf(node, 'targetNamespace') ?? '',
    qualifiesElements: valueOf(node, 'elementFormDefault') === 'qualified',
    qualifiesAttributes: valueOf(node, 'attributeFormDefault') === 'qualified',
    blockDefault: valueOf(node, 'blockDefault') ?? '',
    finalDefault: valueOf(node, 'finalDefault') ?? '',
  };
  return { value: readDocument(ctx, node), diagnostics: diagnostics.sorted() };
}

/** Whether this is the document element of a schema document. */
export const isSchemaElement = ({ name }: XmlElement): boolean =>
  name.namespace === XSD_NAMESPACE && name.localName === 'schema';

function readDocument(ctx: ReadContext, node: SyntaxNode): SchemaDocument {
  const { source } = ctx;
  return {
    ...emptyDocument(node.element, source),
    targetNamespace: ctx.targetNamespace,
    ...present({ version: valueOf(node, 'version') }),
    qualifiesElements: ctx.qualifiesElements,
    includes: node.children.flatMap((child) => readInclude(child) ?? []),
    imports: node.children.flatMap((child) => readImport(ctx, child) ?? []),
    redefines: node.children.flatMap((child) => readRedefine(ctx, child) ?? []),
    components: node.children.flatMap((child) => readComponent(ctx, child) ?? []),
    annotation: readAnnotation(ctx, node),
  };
}

const emptyDocument = (root: XmlElement, source: SourceText): SchemaDocument => ({
  source: source.uri,
  label: source.label,
  targetNamespace: '',
  qualifiesElements: false,
  includes: [],
  imports: [],
  redefines: [],
  components: [],
  annotation: NO_ANNOTATION,
  span: root.span,
});

function readInclude(node: SyntaxNode): IncludeFragment | undefined {
  if (node.shape !== 'include') return undefined;
  const schemaLocation = valueOf(node, 'schemaLocation');
  return schemaLocation === undefined ? undefined : { schemaLocation, span: node.element.span };
}

/** src-import.1: an import names another namespace than the target namespace; '' stands for none on both sides. */
function readImport(ctx: ReadContext, node: SyntaxNode): ImportFragment | undefined {
  if (node.shape !== 'import') return undefined;
  const namespace = valueOf(node, 'namespace') ?? '';
  if (namespace === '' && states(node, 'namespace')) return undefined;
  const { span } = node.element;
  if (namespace === ctx.targetNamespace) {
    const rule = namespace === '' ? 'src-import.1.2' : 'src-import.1.1';
    ctx.diagnostics.add(importOfOwnNamespace, { at: span, rule, namespace });
  }
  return { namespace, ...present({ schemaLocation: valueOf(node, 'schemaLocation') }), span };
}

function readRedefine(ctx: ReadContext, node: SyntaxNode): RedefineFragment | undefined {
  if (node.shape !== 'redefine') return undefined;
  const schemaLocation = valueOf(node, 'schemaLocation');
  if (schemaLocation === undefined) return undefined;
  const components = node.children.flatMap((child) => readRedefinable(ctx, child) ?? []);
  return { schemaLocation, components, span: node.element.span };
}

function readComponent(ctx: ReadContext, node: SyntaxNode): GlobalFragment | undefined {
  switch (node.shape) {
    case 'element/global':
      return readElement(ctx, node);
    case 'attribute/global':
      return readAttribute(ctx, node);
    case 'notation':
      return readNotation(ctx, node);
    default:
      return readRedefinable(ctx, node);
  }
}

function readRedefinable(ctx: ReadContext, node: SyntaxNode): RedefinableFragment | undefined {
  switch (node.shape) {
    case 'simpleType/global':
      return valueOf(node, 'name') === undefined ? undefined : readSimpleType(ctx, node);
    case 'complexType/global':
      return valueOf(node, 'name') === undefined ? undefined : readComplexType(ctx, node);
    case 'group/definition':
      return readGroup(ctx, node);
    case 'attributeGroup/definition':
      return readAttributeGroup(ctx, node);
    default:
      return undefined;
  }
}

function readNotation(ctx: ReadContext, node: SyntaxNode): NotationFragment | undefined {
  const name = valueOf(node, 'name');
  if (name === undefined) return undefined;
  return {
    kind: 'notation',
    name,
    ...present({ systemIdentifier: valueOf(node, 'system'), publicIdentifier: valueOf(node, 'public') }),
    annotation: readAnnotation(ctx, node),
    span: node.element.span,
  };
}
