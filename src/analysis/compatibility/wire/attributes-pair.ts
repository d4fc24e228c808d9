import { clark, type ExpandedName } from '../../../foundation/expanded-name.js';
import {
  allowsNamespace,
  type AttributeDeclaration,
  type AttributeUse,
  componentId,
  type ComplexType,
  type ComponentId,
  type Schema,
  type TypeDefinition,
  type ValueConstraint,
  type Wildcard,
} from '../../../model/schema/index.js';
import { ANY_SIMPLE_TYPE } from '../../../model/link/built-in-components.js';
import { type Comparison, type Difference, placeOf } from './comparison.js';
import { compareValues } from './constrained-value.js';
import { namespacesOf } from './namespaces.js';
import { type ElementSite, type ValueSite, witnessAt } from './site.js';

/** Compares the attributes of two types: those that are there, those that must be, and those that wildcards let in. */
export function compareAttributes(
  c: Comparison,
  a: TypeDefinition,
  b: TypeDefinition,
  site: ElementSite,
): void {
  const usesA = usesOf(c.from, a);
  const usesB = usesOf(c.to, b);
  const wildcardA = a.kind === 'complex-type' ? a.attributeWildcard : undefined;
  for (const { use, declaration } of usesA.values()) {
    const name = c.match.attribute(declaration.name);
    const other = usesB.get(clark(name));
    const present = {
      name: declaration.name,
      declaration: declaration.id,
      constraint: fixedOf(use, declaration),
    };
    if (other !== undefined)
      comparePresent(
        c,
        present,
        present.declaration,
        other.declaration,
        fixedOf(other.use, other.declaration),
        site,
      );
    else meetWildcard(c, a, b, present, use, name, site);
  }
  for (const { use, declaration } of usesB.values()) {
    const name = c.match.attributeBack(declaration.name);
    const other = usesA.get(clark(name));
    if (use.required && other?.use.required !== true) {
      c.report(
        {
          rule: other === undefined ? 'attribute.required-added' : 'attribute.required',
          from: placeOf(ownerOf(c.from, a, other?.use), other?.use.span),
          to: placeOf(ownerOf(c.to, b, use), use.span),
          path: `${site.path}/@${name.localName}`,
          detail: { subject: name.localName },
        },
        witnessAt(site, { mark: { kind: 'element' } }),
      );
    }
    if (
      other === undefined &&
      wildcardA !== undefined &&
      allowsNamespace(wildcardA.namespaceConstraint, name.namespace)
    )
      compareLetIn(c, wildcardA, name, declaration, fixedOf(use, declaration), site);
  }
  if (wildcardA !== undefined)
    compareAttributeWildcards(
      c,
      a,
      b,
      wildcardA,
      new Set([
        ...usesA.keys(),
        ...[...usesB.values()].map(({ declaration }) => clark(c.match.attributeBack(declaration.name))),
      ]),
      site,
    );
}

interface Use {
  readonly use: AttributeUse;
  readonly declaration: AttributeDeclaration;
}

function usesOf(schema: Schema, type: TypeDefinition): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const use of type.kind === 'complex-type' ? type.attributeUses : []) {
    const declaration = schema.attributes.get(use.attribute);
    if (declaration !== undefined) uses.set(clark(declaration.name), { use, declaration });
  }
  return uses;
}

const fixedOf = (use: AttributeUse, declaration: AttributeDeclaration): ValueConstraint | undefined =>
  use.valueConstraint ?? declaration.valueConstraint;

interface Present {
  readonly name: ExpandedName;
  readonly declaration: ComponentId;
  readonly constraint: ValueConstraint | undefined;
}

const attributeSite = (
  site: ElementSite,
  name: ExpandedName,
  declaration: ComponentId | undefined,
): ValueSite => ({
  path: `${site.path}/@${name.localName}`,
  witness: (literal) =>
    witnessAt(site, {
      attributes: [{ name, declaration, literal }],
      mark: { kind: 'attribute', name },
    }),
});

/** An attribute that both models know here. */
function comparePresent(
  c: Comparison,
  { name, constraint }: Present,
  declared: ComponentId,
  other: AttributeDeclaration,
  otherConstraint: ValueConstraint | undefined,
  site: ElementSite,
): void {
  const own = c.from.attributes.get(declared);
  if (own === undefined) return;
  compareValues(
    c,
    { component: own, type: own.type, constraint: constraint?.kind === 'fixed' ? constraint : undefined },
    {
      component: other,
      type: other.type,
      constraint: otherConstraint?.kind === 'fixed' ? otherConstraint : undefined,
    },
    attributeSite(site, name, own.id),
  );
}

/** An attribute that the other type does not name: its wildcard may let it in. */
function meetWildcard(
  c: Comparison,
  a: TypeDefinition,
  b: TypeDefinition,
  present: Present,
  use: AttributeUse,
  name: ExpandedName,
  site: ElementSite,
): void {
  const wildcard = b.kind === 'complex-type' ? b.attributeWildcard : undefined;
  const global = c.to.attributes.get(componentId('attribute', name));
  const isLetIn =
    wildcard !== undefined &&
    allowsNamespace(wildcard.namespaceConstraint, name.namespace) &&
    (wildcard.processContents !== 'strict' || global !== undefined);
  if (!isLetIn) {
    const { localName } = present.name;
    c.report(
      {
        rule: 'attribute.removed',
        from: placeOf(ownerOf(c.from, a, use), use.span),
        to: placeOf(b),
        path: `${site.path}/@${localName}`,
        detail: { subject: localName },
        key: `attribute.removed ${use.span.source}:${String(use.span.start)} ${localName} ${ownerOf(c.from, a, use).id}`,
      },
      witnessAt(site, {
        attributes: [{ name: present.name, declaration: present.declaration }],
        mark: { kind: 'attribute', name: present.name },
      }),
    );
  } else if (wildcard.processContents !== 'skip' && global !== undefined) {
    comparePresent(c, present, present.declaration, global, global.valueConstraint, site);
  }
}

/** An attribute that a wildcard of the first type lets in, and that the second type names or checks. */
function compareLetIn(
  c: Comparison,
  wildcard: Wildcard,
  name: ExpandedName,
  other: AttributeDeclaration,
  otherConstraint: ValueConstraint | undefined,
  site: ElementSite,
): void {
  const global =
    wildcard.processContents === 'skip' ? undefined : c.from.attributes.get(componentId('attribute', name));
  if (global === undefined && wildcard.processContents === 'strict') return;
  const own = global ?? { ...other, type: ANY_SIMPLE_TYPE };
  const constraint = global?.valueConstraint?.kind === 'fixed' ? global.valueConstraint : undefined;
  compareValues(
    c,
    { component: own, type: own.type, constraint },
    {
      component: other,
      type: other.type,
      constraint: otherConstraint?.kind === 'fixed' ? otherConstraint : undefined,
    },
    attributeSite(site, name, global?.id),
  );
}

const globals = new WeakMap<Schema, readonly AttributeDeclaration[]>();

function globalAttributes(schema: Schema): readonly AttributeDeclaration[] {
  let known = globals.get(schema);
  if (known === undefined) {
    known = [...schema.attributes.values()].filter(({ scope }) => scope === 'global');
    globals.set(schema, known);
  }
  return known;
}

/** Names that only wildcards let in. */
function compareAttributeWildcards(
  c: Comparison,
  a: TypeDefinition,
  b: TypeDefinition,
  wildcard: Wildcard,
  named: ReadonlySet<string>,
  site: ElementSite,
): void {
  const other = b.kind === 'complex-type' ? b.attributeWildcard : undefined;
  const difference = (rule: Difference['rule'], namespace: string): Difference => ({
    rule,
    from: placeOf(a as ComplexType, wildcard.span),
    to: placeOf(b, other?.span),
    path: site.path,
    detail: { subject: namespace === '' ? 'no namespace' : namespace },
    key: `${rule} ${wildcard.span.source}:${String(wildcard.span.start)}`,
  });
  const declared = globalAttributes(c.from).filter(({ name }) => !named.has(clark(name)));
  for (const namespace of namespacesOf(c)) {
    if (!allowsNamespace(wildcard.namespaceConstraint, namespace)) continue;
    const ours = declared.filter(({ name }) => name.namespace === namespace);
    const isClosed = wildcard.processContents === 'strict';
    const unknown: ExpandedName = { namespace, localName: 'unknown' };
    const example = isClosed ? ours[0] : undefined;
    if (isClosed && example === undefined) continue;
    const present = { name: example?.name ?? unknown, declaration: example?.id };
    const witness = (): ReturnType<typeof witnessAt> =>
      witnessAt(site, {
        attributes: [{ ...present, ...(example === undefined ? { literal: 'x' } : {}) }],
        mark: { kind: 'attribute', name: present.name },
      });
    if (other === undefined || !allowsNamespace(other.namespaceConstraint, c.match.namespace(namespace))) {
      c.report(difference('attribute-wildcard.narrowed', namespace), witness());
      continue;
    }
    if (other.processContents === 'skip') continue;
    if (other.processContents === 'strict' && !isClosed)
      c.report(difference('attribute-wildcard.process-contents', namespace), witness());
    const theirs = globalAttributes(c.to).filter(
      ({ name }) => name.namespace === c.match.namespace(namespace),
    );
    for (const declaration of theirs) {
      const name = c.match.attributeBack(declaration.name);
      if (!named.has(clark(name)))
        compareLetIn(c, wildcard, name, declaration, declaration.valueConstraint, site);
    }
    if (other.processContents !== 'strict' || wildcard.processContents === 'skip') continue;
    for (const declaration of ours) {
      if (c.to.attributes.has(componentId('attribute', c.match.attribute(declaration.name)))) continue;
      c.report(
        {
          ...difference('attribute-wildcard.process-contents', namespace),
          detail: { subject: declaration.name.localName },
        },
        witnessAt(site, {
          attributes: [{ name: declaration.name, declaration: declaration.id }],
          mark: { kind: 'attribute', name: declaration.name },
        }),
      );
    }
  }
}

/** The type nearest to the ur-type that has the use: there a difference lies. */
function ownerOf(schema: Schema, type: TypeDefinition, use: AttributeUse | undefined): TypeDefinition {
  let owner = type;
  for (;;) {
    const base = schema.types.get(owner.baseType);
    if (use === undefined || base === undefined || base === owner || base.kind === 'simple-type')
      return owner;
    const isThere = base.attributeUses.some(
      ({ attribute, span }) => attribute === use.attribute && span === use.span,
    );
    if (!isThere) return owner;
    owner = base;
  }
}
