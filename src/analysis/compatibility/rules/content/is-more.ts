import type { Occurs } from '../../../content-model/index.js';

/** Whether one upper limit is above another. */
export const isMore = (a: Occurs['max'], b: Occurs['max']): boolean =>
  b !== 'unbounded' && (a === 'unbounded' || a > b);
