import { expandedName, type ExpandedName } from '../../../foundation/expanded-name.js';

/** How the names of one model are spelt in the other one: across moved namespaces and renamed components. */
export interface NameMatch {
  readonly element: (name: ExpandedName) => ExpandedName;
  readonly attribute: (name: ExpandedName) => ExpandedName;
  readonly type: (name: ExpandedName) => ExpandedName;
  readonly namespace: (namespace: string) => string;
  /** The way back, for what only the second model names. */
  readonly elementBack: (name: ExpandedName) => ExpandedName;
  readonly attributeBack: (name: ExpandedName) => ExpandedName;
}

const same = <T>(value: T): T => value;

/** Messages go over the wire as they are: the names are the names. */
export const SAME_NAMES: NameMatch = {
  element: same,
  attribute: same,
  type: same,
  namespace: same,
  elementBack: same,
  attributeBack: same,
};

/** Namespaces that moved, old to new; local names stay. */
export function movedNamespaces(moved: ReadonlyMap<string, string>): NameMatch {
  if (moved.size === 0) return SAME_NAMES;
  const back = new Map([...moved].map(([from, to]) => [to, from]));
  const by =
    (map: ReadonlyMap<string, string>) =>
    (name: ExpandedName): ExpandedName => {
      const namespace = map.get(name.namespace);
      return namespace === undefined ? name : expandedName(namespace, name.localName);
    };
  const forth = by(moved);
  return {
    element: forth,
    attribute: forth,
    type: forth,
    namespace: (namespace) => moved.get(namespace) ?? namespace,
    elementBack: by(back),
    attributeBack: by(back),
  };
}
