import { compareText } from '../../foundation/expanded-name.js';
import { numbered } from './allot.js';
import { isSafePropertyName } from './reserved-name.js';

/** An attribute, element or wildcard that becomes a property. */
export interface PropertyRequest {
  readonly kind: 'element' | 'attribute' | 'synthetic';
  readonly namespace: string;
  /** Local name; for synthetic properties the name they have where nothing has it already. */
  readonly localName: string;
  /** A name that the configuration gives. */
  readonly override?: string | undefined;
}

/**
 * The properties of one type, in the order of the requests. Each has the XML local name, unless
 * - two namespaces have it: the foreign one's gets the module behind it, `status_common`;
 * - an element and an attribute have it: the attribute gets `Attribute` behind it;
 * - every object inherits something of that name, or a synthetic property meets a name of the model: a `_` behind it.
 */
export function propertyNames(
  requests: readonly PropertyRequest[],
  home: string,
  aliasOf: (namespace: string) => string,
): readonly string[] {
  const names = new Array<string>(requests.length).fill('');
  const used = new Set<string>();
  const give = (index: number, wanted: string): void => {
    const safe = isSafePropertyName(wanted) ? wanted : `${wanted}_`;
    names[index] = used.has(safe) ? numbered(safe, used) : safe;
    used.add(names[index] ?? safe);
  };
  const order = requests.map((request, index) => ({ request, index })).sort(byClaim(home));
  for (const { request, index } of order) if (request.override !== undefined) give(index, request.override);
  for (const { request, index } of order) {
    if (request.override === undefined) give(index, wantedName(request, order, used, aliasOf));
  }
  return names;
}

/** Elements come before attributes, and the home namespace before foreign ones: who meets a name gives way. */
function wantedName(
  request: PropertyRequest,
  order: readonly Ranked[],
  used: ReadonlySet<string>,
  aliasOf: (namespace: string) => string,
): string {
  const { kind, namespace, localName } = request;
  const isNamesake = (other: PropertyRequest): boolean => other.localName === localName;
  const isSafe = isSafePropertyName(localName);
  if (kind === 'synthetic') {
    // A second wildcard gets a number.
    const meets = order.some(({ request: other }) => isNamesake(other) && other.kind !== 'synthetic');
    return meets || !isSafe ? `${localName}_` : localName;
  }
  const givesWay =
    kind === 'attribute' && order.some(({ request: other }) => isNamesake(other) && other.kind === 'element');
  const wanted = givesWay ? `${localName}Attribute` : isSafe ? localName : `${localName}_`;
  if (!used.has(wanted)) return wanted;
  const isForeign = order.some(
    ({ request: other }) => isNamesake(other) && other.kind === kind && other.namespace !== namespace,
  );
  return isForeign ? `${wanted}_${aliasOf(namespace)}` : wanted;
}

type Ranked = { readonly request: PropertyRequest; readonly index: number };

const KINDS = { element: 0, attribute: 1, synthetic: 2 } as const;

/** Elements first, then attributes, then synthetic ones; the type's namespace, none, then others by name. */
const byClaim =
  (home: string) =>
  (a: Ranked, b: Ranked): number =>
    KINDS[a.request.kind] - KINDS[b.request.kind] ||
    nearness(a.request.namespace, home) - nearness(b.request.namespace, home) ||
    compareText(a.request.namespace, b.request.namespace) ||
    a.index - b.index;

const nearness = (namespace: string, home: string): number =>
  namespace === home ? 0 : namespace === '' ? 1 : 2;
