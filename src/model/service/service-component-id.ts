import type { ExpandedName } from '../../foundation/expanded-name.js';

declare const brand: unique symbol;

/**
 * Identifies a component of a service model: `service:{ns}Execute`, `portType:{ns}Port`, `message:{ns}Request`,
 * `binding:{ns}Soap`; an operation by its port type, `portType:{ns}Port/operation(Create)`, a second one of the same name
 * with `[2]`. Stable across runs, machines and file moves.
 */
export type ServiceComponentId = string & { readonly [brand]: 'ServiceComponentId' };

/** The kinds of named definitions of WSDL 1.1 (section 2.1.1: each kind has names of its own). */
export type ServiceSymbolSpace = 'service' | 'portType' | 'message' | 'binding';

export const serviceComponentId = (space: ServiceSymbolSpace, name: ExpandedName): ServiceComponentId =>
  `${space}:{${name.namespace}}${name.localName}` as ServiceComponentId;

/** The id of an operation; `ordinal` counts the operations of one name in a port type from 1. */
export const operationId = (
  portType: ServiceComponentId,
  name: string,
  ordinal: number,
): ServiceComponentId =>
  `${portType}/operation(${name})${ordinal === 1 ? '' : `[${ordinal}]`}` as ServiceComponentId;
