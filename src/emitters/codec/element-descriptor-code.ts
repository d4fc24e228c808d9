import type { ElementValueBinding } from '../../analysis/binding/binding.js';
import { clark } from '../../foundation/expanded-name.js';
import type {
  ElementDeclaration,
  IdentityConstraint,
  NameTest,
  XPathPath,
  XPathSubset,
} from '../../model/schema/index.js';
import { type Code, code, joinCode, literal } from '../../printer/index.js';
import { ANY_TYPE_ID, type CodecContext, typeInfo, typeOf } from './codec-context.js';

/** Whether reading an element asks for more than reading its type. */
export function isSpecial(
  ctx: CodecContext,
  element: ElementDeclaration,
  value: ElementValueBinding,
): boolean {
  return (
    element.abstract ||
    element.nillable ||
    element.valueConstraint !== undefined ||
    element.identityConstraints.length > 0 ||
    value.derived.length > 0 ||
    value.abstract ||
    isAbstractType(ctx, element) ||
    blockOf(ctx, element).length > 0
  );
}

const isAbstractType = (ctx: CodecContext, element: ElementDeclaration): boolean => {
  const type = typeOf(ctx, element.type);
  return type.kind === 'complex-type' && type.abstract;
};

/** Methods that the declaration and its type block for `xsi:type` (cvc-elt.4.3). */
function blockOf(ctx: CodecContext, element: ElementDeclaration): readonly string[] {
  const type = typeOf(ctx, element.type);
  const own = element.disallowedSubstitutions.filter((method) => method !== 'substitution');
  const ofType = type.kind === 'complex-type' ? type.prohibitedSubstitutions : [];
  return [...new Set<string>([...own, ...ofType])].sort();
}

/** The `ElementInfo` of a declaration, as an object literal. Types are behind getters: modules may import in circles. */
export function elementInfo(
  ctx: CodecContext,
  element: ElementDeclaration,
  value: ElementValueBinding,
): Code {
  const members: Code[] = [
    code`name: ${clark(element.name)}`,
    code`get type() {
      return ${typeInfo(ctx, element.type)};
    }`,
  ];
  if (element.type === ANY_TYPE_ID || isSpecial(ctx, element, value))
    members.push(code`special: ${ctx.rt('special')}`);
  if (element.nillable) members.push(code`nillable: true`);
  if (element.abstract) members.push(code`abstract: true`);
  if (isAbstractType(ctx, element)) members.push(code`abstractType: true`);
  const constraint = element.valueConstraint;
  if (constraint !== undefined)
    members.push(
      code`value: ${literal({
        fixed: constraint.kind === 'fixed',
        lexical: constraint.lexical,
        ...(needsNamespaces(ctx, element) ? { namespaces: { ...constraint.namespaces } } : {}),
      })}`,
    );
  if (value.derived.length > 0) {
    const derived = value.derived.map(
      ({ name, namespace, localName, type }) =>
        code`{ name: ${name}, namespace: ${namespace}, localName: ${localName}, type: ${typeInfo(ctx, type)} }`,
    );
    members.push(code`derived: () => [${joinCode(derived, ', ')}]`);
  }
  const block = blockOf(ctx, element);
  if (block.length > 0) members.push(code`block: ${literal([...block])}`);
  if (element.identityConstraints.length > 0)
    members.push(
      code`constraints: [${joinCode(
        element.identityConstraints.map((item) => constraintInfo(ctx, item)),
        ', ',
      )}]`,
    );
  return code`{
    ${joinCode(members, ',\n')},
  }`;
}

/** Only QName and NOTATION values depend on bindings. */
function needsNamespaces(ctx: CodecContext, element: ElementDeclaration): boolean {
  const constraint = element.valueConstraint;
  return (
    constraint !== undefined &&
    (constraint.lexical.includes(':') || element.type === ANY_TYPE_ID) &&
    Object.keys(constraint.namespaces).length > 0 &&
    typeOf(ctx, element.type).kind === 'simple-type'
  );
}

function constraintInfo(ctx: CodecContext, constraint: IdentityConstraint): Code {
  const { name, category, selector, fields, referencedKey } = constraint;
  const refer = referencedKey === undefined ? undefined : ctx.schema.identityConstraints.get(referencedKey);
  const facts = {
    name: clark(name),
    category,
    selector: pathsOf(selector),
    fields: fields.map(pathsOf),
    ...(refer === undefined ? {} : { refer: clark(refer.name) }),
  };
  return code`{ ...${literal(facts)}, watch: ${ctx.rt('watchConstraints')} }`;
}

const pathsOf = (path: XPathSubset) => path.paths.map(pathOf);

const pathOf = (path: XPathPath) => ({
  descendant: path.descendant,
  steps: path.steps.map(testOf),
  ...(path.attribute === undefined ? {} : { attribute: testOf(path.attribute) }),
});

const testOf = (test: NameTest): string =>
  test.kind === 'any' ? '*' : test.kind === 'namespace' ? `{${test.namespace}}*` : clark(test.name);
