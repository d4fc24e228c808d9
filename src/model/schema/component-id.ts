import type { ExpandedName } from '../../foundation/expanded-name.js';

declare const brand: unique symbol;

/**
 * Identifies a schema component: stable across runs, machines, file moves and reading order.
 *
 * - `type:{ns}Reading`, `element:{ns}MeterReadings`, `attribute:{ns}ref`, `group:{ns}G`, `attributeGroup:{ns}A`,
 *   `notation:{ns}N`, `key:{ns}K` for what has a name in a symbol space;
 * - a path for what has none: `type:{ns}Order/element({ns}item)`, `…/type()`; a second child of the same name in the
 *   same scope gets `[2]`.
 */
export type ComponentId = string & { readonly [brand]: 'ComponentId' };

export type SymbolSpace = 'type' | 'element' | 'attribute' | 'group' | 'attributeGroup' | 'notation' | 'key';

export const componentId = (space: SymbolSpace, name: ExpandedName): ComponentId =>
  `${space}:{${name.namespace}}${name.localName}` as ComponentId;

/** The id of a component inside another: `step` is `element({ns}item)`, `attribute(ref)` or `type()`. */
export const nestedId = (scope: ComponentId, step: string): ComponentId => `${scope}/${step}` as ComponentId;
