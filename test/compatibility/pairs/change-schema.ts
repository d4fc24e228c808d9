import type { Random } from '../../../src/samples/random.js';
import {
  attributeOf,
  copyNode,
  dropAttribute,
  isNode,
  nodesOf,
  setAttribute,
  type XmlNode,
} from '../../fuzz/xml-tree.js';

/** Changes a schema somewhere, without knowing what that does to messages. The schema may be none afterwards. */
export function changeSchema(random: Random, trees: readonly XmlNode[]): void {
  for (let attempt = 0; attempt < 40; attempt++) {
    const root = random.pick(trees);
    if (root === undefined) return;
    const all = [...nodesOf(root)].slice(1);
    const target = random.pick(all);
    const change = target && random.pick(changesOf(random, root, target));
    if (change === undefined) continue;
    change();
    return;
  }
}

/** Ways to change one component, as far as there are any. */
function changesOf(random: Random, root: XmlNode, target: XmlNode): readonly (() => void)[] {
  const parent = [...nodesOf(root)].find(({ children }) => children.includes(target));
  const kind = target.name.replace(/^xs:/, '');
  const changes: (() => void)[] = [];
  const set = (name: string, ...values: readonly (string | undefined)[]): void => {
    changes.push(() => {
      const value = random.pick(values);
      if (value === undefined) dropAttribute(target, name);
      else setAttribute(target, name, value);
    });
  };
  if (PARTICLES.has(kind) && parent !== undefined && parent.name !== 'xs:schema') {
    set('minOccurs', '0', undefined, '2');
    set('maxOccurs', undefined, '2', '3', 'unbounded');
  }
  if (kind === 'element') {
    set('nillable', 'true', undefined);
    if (parent?.name === 'xs:schema') set('abstract', 'true', undefined);
    if (attributeOf(target, 'default') === undefined && attributeOf(target, 'fixed') === undefined)
      set('fixed', '1', 'a');
    else
      changes.push(() => {
        dropAttribute(target, 'default');
        dropAttribute(target, 'fixed');
      });
  }
  if (kind === 'element' || kind === 'attribute') {
    if (attributeOf(target, 'type') !== undefined) set('type', ...TYPES, ...typesIn(root));
    if (attributeOf(target, 'name') !== undefined) set('name', `${attributeOf(target, 'name') ?? ''}x`);
  }
  if (kind === 'attribute' && parent?.name !== 'xs:schema') set('use', 'required', undefined, 'prohibited');
  if (kind === 'complexType') {
    set('mixed', 'true', undefined);
    if (attributeOf(target, 'name') !== undefined) {
      set('abstract', 'true', undefined);
      set('block', 'extension', 'restriction', '#all', undefined);
    }
  }
  if (kind === 'any' || kind === 'anyAttribute') {
    set('processContents', 'strict', 'lax', 'skip');
    set('namespace', '##any', '##other', '##local', '##targetNamespace', 'urn:b');
  }
  if (kind === 'restriction' && attributeOf(target, 'base')?.startsWith('xs:') === true)
    set('base', ...TYPES);
  if (kind === 'list') set('itemType', ...TYPES);
  if (kind === 'key' || kind === 'unique')
    changes.push(() => (target.name = kind === 'key' ? 'xs:unique' : 'xs:key'));
  if (kind === 'sequence' || kind === 'choice')
    changes.push(() => (target.name = kind === 'choice' ? 'xs:sequence' : 'xs:choice'));
  if (attributeOf(target, 'substitutionGroup') !== undefined) set('substitutionGroup', undefined);
  const value = attributeOf(target, 'value');
  if (value !== undefined) set('value', ...valuesBeside(kind, value));
  if (parent !== undefined) changes.push(...placeChanges(random, parent, target, kind));
  return changes;
}

const PARTICLES: ReadonlySet<string> = new Set(['element', 'sequence', 'choice', 'any', 'group']);

const TYPES = [
  'xs:string',
  'xs:token',
  'xs:int',
  'xs:short',
  'xs:decimal',
  'xs:integer',
  'xs:date',
  'xs:boolean',
  'xs:NCName',
  'xs:anyURI',
  'xs:double',
  'xs:anyType',
  'xs:anySimpleType',
];

const typesIn = (root: XmlNode): readonly string[] =>
  [...nodesOf(root)].flatMap((each) => {
    const type = attributeOf(each, 'type');
    return type === undefined ? [] : [type];
  });

/** Values that a facet may have instead. */
function valuesBeside(kind: string, value: string): readonly string[] {
  if (kind === 'whiteSpace') return ['preserve', 'replace', 'collapse'];
  if (kind === 'pattern') return [`${value}?`, `(${value})*`, `${value}|a`, '[a-z]+', '.*', '[0-9]{1,3}'];
  if (/^\d+$/.test(value))
    return [String(Number(value) + 1), String(Math.max(0, Number(value) - 1)), '0', '9'];
  return [`${value}0`, `1${value}`, value.slice(0, -1), value.replace(/\d/, '3')];
}

/** Components that go, come twice or change places. */
function placeChanges(
  random: Random,
  parent: XmlNode,
  target: XmlNode,
  kind: string,
): readonly (() => void)[] {
  const at = parent.children.indexOf(target);
  const changes: (() => void)[] = [];
  if (!FIXED.has(kind)) {
    changes.push(() => void parent.children.splice(at, 1));
    changes.push(() => {
      const other = parent.children[at + 1];
      if (other !== undefined && isNode(other)) parent.children.splice(at, 2, other, target);
    });
    changes.push(() => {
      const copy = copyNode(target);
      const name = attributeOf(copy, 'name');
      if (name !== undefined) setAttribute(copy, 'name', `${name}${String(random.between(2, 9))}`);
      parent.children.splice(at, 0, copy);
    });
  }
  return changes;
}

/** What a schema cannot be without, mostly. */
const FIXED: ReadonlySet<string> = new Set([
  'restriction',
  'extension',
  'complexContent',
  'simpleContent',
  'selector',
  'import',
  'include',
  'list',
  'union',
  'simpleType',
  'complexType',
]);
