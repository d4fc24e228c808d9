import { node, type XmlNode } from '../xml-tree.js';
import type { SchemaDocument, Scope } from './scope.js';

/**
 * A constraint over names that the schema will probably have: names are counted up, so that low numbers are met often. One
 * in some comes with a reference to it.
 */
export function makeIdentityConstraint(scope: Scope, document: SchemaDocument): readonly XmlNode[] {
  const { random } = scope;
  const { prefix } = document;
  const name = scope.fresh('c');
  const category = random.pick(['xs:key', 'xs:unique', 'xs:unique']);
  const selector = makeSelector(scope, prefix);
  const fields = Array.from({ length: random.chance(25) ? 2 : 1 }, () => makeField(scope, prefix));
  const made = node(category, { name }, [
    node('xs:selector', { xpath: selector }),
    ...fields.map((xpath) => node('xs:field', { xpath })),
  ]);
  if (!random.chance(30)) return [made];
  const reference = node('xs:keyref', { name: scope.fresh('c'), refer: qualified(prefix, name) }, [
    node('xs:selector', { xpath: random.chance(40) ? selector : makeSelector(scope, prefix) }),
    ...fields.map((xpath) =>
      node('xs:field', { xpath: random.chance(50) ? xpath : makeField(scope, prefix) }),
    ),
  ]);
  return [made, reference];
}

const qualified = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}:${name}`);

function step({ random }: Scope, prefix: string): string {
  const name = `${random.pick(['e', 'e', 'e', 'r'])}${String(random.between(1, 9))}`;
  return random.pick([
    name,
    qualified(prefix, name),
    qualified(prefix, name),
    '*',
    random.chance(20) && prefix !== '' ? `${prefix}:*` : name,
  ]);
}

function makeSelector(scope: Scope, prefix: string): string {
  const { random } = scope;
  const path = (): string => {
    const steps = Array.from({ length: random.chance(25) ? 2 : 1 }, () => step(scope, prefix));
    return `${random.pick(['', '', './/', './', random.chance(10) ? 'child::' : './/'])}${steps.join('/')}`;
  };
  if (random.chance(4))
    return random.pick(['.', './/.', '/a', '//a', '@a', 'e1 | e2', ' e1 ', 'e1//e2', 'e1[1]', '']);
  return random.chance(20) ? `${path()}|${path()}` : path();
}

function makeField(scope: Scope, prefix: string): string {
  const { random } = scope;
  const attribute = `@${random.pick(['k', 'k', 'ga'])}${String(random.between(1, 6))}`;
  if (random.chance(3))
    return random.pick([
      '@*',
      '*',
      'e1|e2',
      '//e1',
      'attribute::k1',
      './/e1',
      'e1/@k1',
      '@k1/e1',
      './@k1',
      '@a:*',
    ]);
  return random.pick([
    '.',
    '.',
    attribute,
    attribute,
    attribute,
    step(scope, prefix),
    `${step(scope, prefix)}/${attribute}`,
  ]);
}
