import { isCollapsedBytes, isReplacedBytes } from '../primitive/white-space.js';
import type { Facet } from './facet.js';

/** whiteSpace: how white space is normalised before anything else looks at a literal (4.3.6). */
export const whiteSpace =
  (value: 'preserve' | 'replace' | 'collapse'): Facet =>
  () => ({
    whiteSpace: value,
    scan: value === 'preserve' ? () => true : value === 'replace' ? isReplacedBytes : isCollapsedBytes,
  });
