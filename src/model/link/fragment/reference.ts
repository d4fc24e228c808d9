import type { ExpandedName } from '../../../foundation/expanded-name.js';
import type { Span } from '../../../foundation/span.js';

/**
 * A QName in a schema document, expanded by the namespaces in scope, not yet resolved to a component. A name without
 * namespace means the includer's namespace in a chameleon document.
 */
export interface QNameReference {
  readonly name: ExpandedName;
  /** The attribute that holds it. */
  readonly span: Span;
}
