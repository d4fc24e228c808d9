import type { Open } from '../golden/types/wildcard/expected/wildcard/types.js';

export const open: Open = {
  known: 'x',
  marker: 'y',
  any: [
    { name: '{urn:x}a', attributes: {}, children: ['text', { name: 'b', attributes: {}, children: [] }] },
  ],
  any2: { name: 'c', attributes: { d: 'e' }, children: [] },
  anyAttribute: { '{urn:x}f': 'g' },
};

// @ts-expect-error elements are kept whole
export const half: Open = { known: 'x', marker: 'y', any: [{ name: 'a' }] };
