import type { Growth } from '../growth.js';
import type { SampleElement } from '../sample-tree.js';
export function makeConsistent(_ctx: Growth, _tree: SampleElement): string | undefined { return undefined; }
