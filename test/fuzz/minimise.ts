import { explanationOf } from './explained/index.js';
import { isAgreement, type FuzzCase } from './fuzz-case.js';
import type { Judges } from './judge/judges.js';
import type { SchemaTrees } from './make/make-schema.js';
import { copyNode, isNode, nodesOf, type XmlNode } from './xml-tree.js';

const MOST_TRIES = 1000;

/** A smaller pair about which the judges differ in the same way. */
export async function minimise(judges: Judges, found: FuzzCase): Promise<FuzzCase> {
  let least = found;
  let tries = 0;
  const attempt = async (schema: SchemaTrees, instance: XmlNode | undefined): Promise<boolean> => {
    if (tries++ >= MOST_TRIES) return false;
    const cases = await tryJudge(judges, schema, instance);
    const tried = cases[instance === undefined ? 0 : 1];
    if (tried === undefined || !isSameDifference(tried, found)) return false;
    least = tried;
    return true;
  };
  for (let isSmaller = true; isSmaller && tries < MOST_TRIES;) {
    isSmaller = false;
    if (least.instance !== undefined) {
      for (let at = 0; ; at++) {
        const change = shrink(least.instance, at);
        if (change === 'end') break;
        if (change !== undefined && (await attempt(least.schema, change))) {
          isSmaller = true;
          at--;
        }
      }
    }
    for (const file of Object.keys(least.schema)) {
      for (let at = 0; ; at++) {
        const root = least.schema[file];
        const change = root === undefined ? 'end' : shrink(root, at);
        if (change === 'end') break;
        if (change !== undefined && (await attempt({ ...least.schema, [file]: change }, least.instance))) {
          isSmaller = true;
          at--;
        }
      }
    }
  }
  return least;
}

async function tryJudge(
  judges: Judges,
  schema: SchemaTrees,
  instance: XmlNode | undefined,
): Promise<readonly FuzzCase[]> {
  try {
    return await judges.judge(schema, instance === undefined ? [] : [instance]);
  } catch {
    return [];
  }
}

function isSameDifference(tried: FuzzCase, found: FuzzCase): boolean {
  if (isAgreement(tried.verdicts) || explanationOf(tried) !== undefined) return false;
  return (['ours', 'libxml2', 'xerces'] as const).every((judge) => {
    const [now, before] = [tried.verdicts[judge], found.verdicts[judge]];
    return now?.isValid === before?.isValid && (judge === 'libxml2' || now?.rule === before?.rule);
  });
}

/** The smaller tree of that number: undefined where that one is none, `end` behind the last. */
function shrink(root: XmlNode, number: number): XmlNode | 'end' | undefined {
  let rest = number;
  const copy = copyNode(root);
  // Whole elements first, from the outside in.
  const parents = [...nodesOf(copy)];
  for (const parent of parents) {
    if (rest < parent.children.length) {
      parent.children.splice(rest, 1);
      return copy;
    }
    rest -= parent.children.length;
  }
  for (const parent of parents) {
    const attributes = parent.attributes.filter(({ name }) => !KEPT.test(name));
    if (rest < attributes.length) {
      parent.attributes = parent.attributes.filter((each) => each !== attributes[rest]);
      return copy;
    }
    rest -= attributes.length;
  }
  // An element gives way to its children.
  for (const parent of parents) {
    if (rest < parent.children.length) {
      const child = parent.children[rest];
      if (child === undefined || !isNode(child) || child.children.length === 0) return undefined;
      parent.children.splice(rest, 1, ...child.children);
      return copy;
    }
    rest -= parent.children.length;
  }
  // Shorter texts.
  for (const parent of parents) {
    for (const child of parent.children) {
      if (isNode(child)) continue;
      const shorter = shorten(child.text, rest);
      if (shorter !== 'end') {
        child.text = shorter;
        return copy;
      }
      rest -= lengthOf(child.text);
    }
    for (const attribute of parent.attributes) {
      if (!/^(?:value|default|fixed|k\d+|xpath|memberTypes)$/.test(attribute.name)) continue;
      const shorter = shorten(attribute.value, rest);
      if (shorter !== 'end') {
        attribute.value = shorter;
        return copy;
      }
      rest -= lengthOf(attribute.value);
    }
  }
  return 'end';
}

const KEPT = /^(?:xmlns.*|name|targetNamespace)$/;

/** How many shorter forms a text has. */
const lengthOf = (text: string): number => formsOf([...text].length).length;

/** What can be left out of a text of a length: halves first, then quarters, in the end single characters. */
function formsOf(length: number): readonly (readonly [start: number, count: number])[] {
  const forms: [number, number][] = [];
  for (let count = Math.ceil(length / 2); count >= 1; count = count === 1 ? 0 : Math.ceil(count / 2))
    for (let start = 0; start < length; start += count) forms.push([start, count]);
  return forms;
}

/** A text with something left out. */
function shorten(text: string, at: number): string | 'end' {
  const characters = [...text];
  const form = formsOf(characters.length)[at];
  if (form === undefined) return 'end';
  characters.splice(...form);
  return characters.join('');
}
