import { TransportError } from './transport-error.js';

const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}$/;

/** Refuses (TRN3003) properties whose name not every transport can carry, or whose value is no text. */
export function checkProperties(properties: Readonly<Record<string, string>>): void {
  for (const name in properties) {
    if (!NAME.test(name))
      throw new TransportError(
        'TRN3003',
        `${JSON.stringify(name.slice(0, 200))} is no name of a property: letters, digits, "-", "_" and "." expected`,
      );
    const value: unknown = properties[name];
    if (typeof value !== 'string' || /\p{Surrogate}/u.test(value))
      throw new TransportError('TRN3003', `property ${name} has no text for its value`);
  }
}
