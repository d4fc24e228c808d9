import type { Issue } from '../issue/issue.js';

/** What tolerant reading accepts although the schema or the standard does not. Each is reported where it was made use of. */
export type ToleranceId =
  /** A verb in capitals or capitalised: `CHANGE`, `Reply`. */
  | 'verb-case'
  /** A verb in the other spelling: `cancelled`. */
  | 'verb-spelling'
  /** A verb in the wrong form for the kind of message: `created` in a request, `create` in a response. */
  | 'verb-form'
  /** A result or level in other letters: `Ok`. */
  | 'result-case'
  /** A truth value in other letters: `True`. */
  | 'boolean-case'
  /** A namespace that differs in scheme, `www.`, year, a trailing `/` or `#`, or letter case. */
  | 'namespace-variant'
  /** Names of elements in other letters: `requestMessage`, `payLoad`. */
  | 'name-case'
  /** Elements in another order than that of the schema. */
  | 'element-order'
  /** An element or attribute that the schema does not know. */
  | 'unknown-element'
  /** An element missing that the schema asks for. */
  | 'missing-element'
  /** `Error/xpath` holds an XPath, where the published schema asks for a QName. */
  | 'xpath-not-qname'
  /** A value that is empty or a placeholder (`?`), read as absent. */
  | 'placeholder'
  /** A value that its type does not allow, kept as it stands. */
  | 'value-form'
  /** A payload with several branches of the choice. */
  | 'payload-choice'
  /** The envelope inside a SOAP body. */
  | 'soap-wrapped';

/** A use of a tolerance: an issue with the place, whose rule is the tolerance's id. */
export type Tolerance = Issue & { readonly severity: 'warning'; readonly rule: ToleranceId };
