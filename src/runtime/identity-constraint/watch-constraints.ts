import type { Reader } from '../xml/reader.js';
import { ConstraintWatch } from './constraint-watch.js';
import { compile } from './path-match.js';
import type { IdentityConstraintInfo } from './watch.js';

/** Starts watching the open element for its identity constraints; the function answered checks them and ends it. */
export function watchConstraints(
  r: Reader,
  constraints: readonly IdentityConstraintInfo[],
): (r: Reader) => void {
  const watch = r.watch instanceof ConstraintWatch ? r.watch : new ConstraintWatch();
  r.watch = watch;
  const scope = watch.begin(r, constraints.map(compile));
  return (reader) => {
    watch.end(reader, scope);
  };
}
