import { clark } from '../../../foundation/expanded-name.js';
import type {
  ElementDeclaration,
  IdentityConstraint,
  NameTest,
  XPathSubset,
} from '../../../model/schema/index.js';
import { type Comparison, type Difference, placeOf } from './comparison.js';
import { breakIdentity } from './identity-witness.js';
import type { NameMatch } from './name-match.js';
import type { ElementSite } from './site.js';

/** Compares the keys, unique constraints and references of two declarations: what the second asks, the first must ask. */
export function compareIdentityConstraints(
  c: Comparison,
  a: ElementDeclaration,
  b: ElementDeclaration,
  site: ElementSite,
): void {
  for (const constraint of b.identityConstraints) {
    const isImplied = a.identityConstraints.some((own) => implies(c, own, constraint));
    if (isImplied && !(constraint.category === 'keyref' && c.hasNewValueSpaces)) continue;
    const before = a.identityConstraints.find(({ name }) => name.localName === constraint.name.localName);
    const difference: Difference = {
      rule: before === undefined ? 'identity.added' : 'identity.changed',
      from: placeOf(a, before?.span),
      to: placeOf(b, constraint.span),
      path: site.path,
      detail: {
        subject: constraint.name.localName,
        ...(before === undefined ? {} : { before: shown(before) }),
        after: shown(constraint),
      },
    };
    const witness = breakIdentity(c, a, b, constraint, site);
    if (witness === undefined) c.doubt('identity-not-comparable', difference);
    else c.report(difference, witness);
  }
}

const shown = ({ category, selector, fields }: IdentityConstraint): string =>
  `${category} ${selector.text} (${fields.map(({ text }) => text).join(', ')})`;

/** Whether a constraint of the first model asks all that one of the second asks. */
function implies(c: Comparison, own: IdentityConstraint, other: IdentityConstraint): boolean {
  if (own.category !== other.category && !(own.category === 'key' && other.category === 'unique'))
    return false;
  const { match } = c;
  if (pathsKey(own.selector, match) !== pathsKey(other.selector)) return false;
  const fields = own.fields.map((field) => pathsKey(field, match));
  const others = other.fields.map((field) => pathsKey(field));
  if (own.category === 'keyref') {
    if (fields.join(';') !== others.join(';')) return false;
    const before = own.referencedKey && c.from.identityConstraints.get(own.referencedKey);
    const after = other.referencedKey && c.to.identityConstraints.get(other.referencedKey);
    return (
      before !== undefined &&
      after !== undefined &&
      pathsKey(before.selector, match) === pathsKey(after.selector) &&
      before.fields.map((field) => pathsKey(field, match)).join(';') ===
        after.fields.map((field) => pathsKey(field)).join(';')
    );
  }
  // Values that differ in some fields differ in more of them; but a key asks for each of them.
  const isContained = fields.every((field) => others.includes(field));
  return isContained && (other.category === 'unique' || others.every((field) => fields.includes(field)));
}

/** Equal for expressions that select the same nodes; names as the second model spells them. */
function pathsKey({ paths }: XPathSubset, match?: NameMatch): string {
  const test = (at: NameTest, isAttribute = false): string => {
    switch (at.kind) {
      case 'any':
        return '*';
      case 'namespace':
        return `{${match?.namespace(at.namespace) ?? at.namespace}}*`;
      case 'name':
        return clark(
          match === undefined ? at.name : isAttribute ? match.attribute(at.name) : match.element(at.name),
        );
    }
  };
  return paths
    .map(
      ({ descendant, steps, attribute }) =>
        `${descendant ? './/' : ''}${steps.map((step) => test(step)).join('/')}${attribute === undefined ? '' : `@${test(attribute, true)}`}`,
    )
    .sort()
    .join('|');
}
