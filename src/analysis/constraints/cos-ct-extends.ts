// Derivation Valid (Extension) (cos-ct-extends, 3.4.6). Clauses 1.2 and 1.3 hold by construction: the uses and the wildcard
// of an extension are the inherited ones and more. cos-particle-extend (3.9.6) holds by construction too.

import {
  derivationForbidden,
  extensionContentMismatch,
  simpleTypeRestricted,
} from '../../diagnostics/catalogue/xsd-constraints.js';
import type { ComplexType, ContentType } from '../../model/schema/index.js';
import type { ConstraintContext } from './constraint-context.js';

/** cos-ct-extends, and ct-props-correct clause 2. */
export function checkExtension(ctx: ConstraintContext, type: ComplexType): void {
  const { schema, diagnostics } = ctx;
  const base = schema.types.get(type.baseType);
  if (base === undefined || base.id === type.id) return;
  if (base.kind === 'simple-type' && type.derivationMethod === 'restriction') {
    diagnostics.add(simpleTypeRestricted, { at: type.span, base: base.name });
    return;
  }
  if (type.derivationMethod !== 'extension') return;
  if (base.final.includes('extension')) {
    diagnostics.add(derivationForbidden, {
      at: type.span,
      rule: base.kind === 'complex-type' ? 'cos-ct-extends.1.1' : 'cos-ct-extends.2.2',
      method: 'extension',
      base: base.name,
      related: [{ at: base.span, label: 'the base type' }],
    });
  }
  const inherited: ContentType =
    base.kind === 'complex-type' ? base.contentType : { kind: 'simple', type: base.id };
  if (isContentExtension(type.contentType, inherited)) return;
  diagnostics.add(extensionContentMismatch, {
    at: type.span,
    base: base.name,
    found: type.contentType.kind,
    expected: inherited.kind === type.contentType.kind ? 'other simple' : inherited.kind,
    related: [{ at: base.span, label: 'the base type' }],
  });
}

/** Clause 1.4. */
function isContentExtension(own: ContentType, inherited: ContentType): boolean {
  if (own.kind === 'simple') return inherited.kind === 'simple' && own.type === inherited.type;
  if (inherited.kind === 'empty') return true;
  return own.kind === inherited.kind;
}
