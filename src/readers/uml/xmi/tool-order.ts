import { inTreeOrder } from '../ea/tree-order.js';
import type { NativeId, RawModel } from '../raw-model.js';

/** Where Enterprise Architect shows an element, and which number its project gives a connector, by xmi:id. */
export interface ToolOrder {
  readonly positions: ReadonlyMap<NativeId, string>;
  readonly numbers: ReadonlyMap<NativeId, string>;
}

/**
 * Brings packages, classes and connectors into the order that they have in the project. An export has nested classes and
 * connectors in an order of its own; one model must not differ with the format it is read from.
 */
export function sortAsProject(raw: RawModel, { positions, numbers }: ToolOrder): void {
  for (const list of [raw.packages, raw.classes]) {
    const rows = list.map((one) => ({ Name: one.name, TPos: positions.get(one.id) ?? '', one }));
    replace<(typeof list)[number]>(
      list,
      inTreeOrder(rows).map(({ one }) => one),
    );
  }
  const number = (guid: string | undefined): number => Number(numbers.get(guid ?? '') ?? 0);
  raw.associations.sort((a, b) => number(a.guid) - number(b.guid));
  raw.generalizations.sort((a, b) => number(a.guid) - number(b.guid));
}

function replace<T>(list: T[], items: readonly T[]): void {
  for (const [index, item] of items.entries()) list[index] = item;
}
