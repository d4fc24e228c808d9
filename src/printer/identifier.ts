import { isIdentifier } from '../foundation/identifier-name.js';
import { invariant } from '../foundation/invariant.js';

/** A name that was checked: printed as it stands. */
export interface Identifier {
  readonly kind: 'identifier';
  readonly name: string;
}

/** The only way to make an identifier: the name must be one and must not be reserved. */
export function identifier(name: string): Identifier {
  invariant(isIdentifier(name), `not an identifier: ${JSON.stringify(name)}`);
  return { kind: 'identifier', name };
}
