import { isNCName } from '../../runtime/primitive/ncname.js';
import type { ModelClass } from '../../model/information/index.js';
import type { ModelIndex } from '../information/model-index.js';

/** What a class is called as a type of the profile, and what the profile calls the class. */
export interface TypeName {
  readonly name: string;
  readonly wanted: string;
}

/**
 * Names classes as they are asked for. A name that several classes have is the first one's; the others have that of their
 * package before it. Undefined of a class that no qualified name tells from another.
 */
export function typeNames(index: ModelIndex): (owner: ModelClass) => TypeName | undefined {
  const known = new Map<ModelClass, TypeName | undefined>();
  const taken = new Set<string>();
  const freeName = (owner: ModelClass): string => {
    const around = index.packagesAround(owner).map(({ name }) => xmlName(name));
    let name = xmlName(owner.name);
    while (taken.has(name)) name = `${around.pop() ?? '_'}${name}`;
    return name;
  };
  return (owner) => {
    if (!known.has(owner)) {
      const wanted = shortestName(index, owner);
      const name = wanted === undefined ? undefined : freeName(owner);
      if (name !== undefined) taken.add(name);
      known.set(owner, name === undefined || wanted === undefined ? undefined : { name, wanted });
    }
    return known.get(owner);
  };
}

/** The shortest end of the qualified name that no other class has. */
function shortestName(index: ModelIndex, owner: ModelClass): string | undefined {
  const steps = index.qualifiedName(owner).split('::');
  return steps
    .map((_, at) => steps.slice(-1 - at).join('::'))
    .find((name) => {
      const [only, ...others] = index.classesNamed(name);
      return only === owner && others.length === 0;
    });
}

/** A name of the model as an XML name: what may not stand in one is left out, and what follows begins in upper case. */
export function xmlName(text: string): string {
  if (isNCName(text)) return text;
  const [first = '', ...others] = text.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '');
  const joined = [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  return isNCName(joined) ? joined : `_${joined}`;
}
