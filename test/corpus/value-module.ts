import type { MessageBinding } from '../../src/analysis/binding/binding.js';

/** A decoded value and the message that it is of. */
export interface DecodedValue {
  readonly message: MessageBinding;
  readonly value: unknown;
}

/**
 * A module that declares decoded values to be of the generated types: where it compiles, the types say what is there,
 * no property less and none more.
 */
export function valueModule(values: readonly DecodedValue[]): string {
  const lines = values.map(
    ({ message, value }, index) =>
      `export const value${index}: import('./${message.module}/types.js').${message.name} = ${literalOf(value)};`,
  );
  return `${lines.join('\n')}\n`;
}

function literalOf(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${literalOf(member)}`,
  );
  return `{ ${members.join(', ')} }`;
}
