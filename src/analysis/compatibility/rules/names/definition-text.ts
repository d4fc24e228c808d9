import type { ComponentSpace } from '../../changes/fact.js';

/** `group Address`, `attribute group Common`, `attribute lang`. */
export const definitionText = (space: ComponentSpace, name: string): string =>
  `${space === 'attributeGroup' ? 'attribute group' : space} ${name}`;
