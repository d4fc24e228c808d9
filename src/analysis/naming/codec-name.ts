import type { ComponentId } from '../../model/schema/index.js';
import type { NameRequest } from './allot.js';
import { allotNames } from './allot.js';

/** A declaration with the name that it has in its module. */
export interface NamedComponent {
  readonly id: ComponentId;
  readonly name: string;
  /** The module in an identifier: `MeterReadings`. */
  readonly alias: string;
}

/**
 * Names that are unique over all modules: the name in the module, with the module before it where another module has
 * the same one. Messages have `Element` behind them, so that they never meet their type.
 */
export function codecNames(
  types: readonly NamedComponent[],
  messages: readonly NamedComponent[],
): ReadonlyMap<ComponentId, string> {
  const all = [
    ...types,
    ...messages.map((message) => ({
      ...message,
      name: message.name.endsWith('Element') ? message.name : `${message.name}Element`,
    })),
  ];
  const uses = new Map<string, number>();
  for (const { name } of all) uses.set(name, (uses.get(name) ?? 0) + 1);
  const requests = all.map(({ id, name, alias }): NameRequest<ComponentId> => {
    const isAlone = uses.get(name) === 1;
    return { key: id, wanted: isAlone ? name : `${alias}${name}`, exact: isAlone };
  });
  return allotNames(requests, new Set()).names;
}
