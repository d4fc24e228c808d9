import type { Issue } from '../issue/issue.js';

/** What tolerant reading accepts although the schema or the standard does not. Each is reported where it was made use of. */
export type ToleranceId =
  /** A verb in capitals or capitalised: `CHANGE`, `Reply`. */
  | 'verb-case'
  /** A verb in the other spelling: `cancelled`. */
  | 'verb-spelling'
  /** A verb in the wrong form for the kind of message: `created` in a request, `create` in a response. */
  | 'verb-form'
  /** A text that is no verb, kept as it stands. */
  | 'verb-unknown'
  /** A result or level in other letters: `Ok`. */
  | 'result-case'
  /** A truth value in other letters or words: `True`. */
  | 'boolean-case'
  /** A namespace that differs in scheme, `www.`, year, a trailing `/` or `#`, or letter case; or, of the root, altogether. */
  | 'namespace-variant'
  /** An element of a payload or an extension without a namespace. */
  | 'unqualified-element'
  /** Names of elements in other letters: `requestMessage`, `payLoad`. */
  | 'name-case'
  /** A strongly typed message whose schema is not at hand: its root is known by its name. */
  | 'typed-wrapper'
  /** Elements in another order than that of the schema. */
  | 'element-order'
  /** An element twice that must be there once: the first counts. */
  | 'repeated-element'
  /** An element or attribute that the schema does not know, left out. */
  | 'unknown-element'
  /** An element missing that the schema asks for. */
  | 'missing-element'
  /** Text between elements, left out. */
  | 'stray-text'
  /** `Error/xpath` holds an XPath, where the published schema asks for a QName. */
  | 'xpath-not-qname'
  /** A value that is empty or a placeholder (`?`), read as absent. */
  | 'placeholder'
  /** A value that its type does not allow, kept as it stands where that is possible. */
  | 'value-form'
  /** The envelope inside a SOAP body. */
  | 'soap-wrapped';

/** A use of a tolerance: an issue with the place, whose rule is the tolerance's id. */
export type Tolerance = Issue & { readonly severity: 'warning'; readonly rule: ToleranceId };

const CODE = 'VAL6002';

/** Whether an issue is the use of a tolerance. */
export const isTolerance = (issue: Issue): issue is Tolerance =>
  issue.code === CODE && issue.severity === 'warning';

/** What `report` is told of a tolerance; an error where it is not allowed. */
export const tolerated = (
  id: ToleranceId,
  message: string,
  at: number,
  expected: string | undefined,
  found: string | undefined,
  isAllowed: boolean,
): readonly [
  code: string,
  rule: string,
  message: string,
  at: number,
  expected: string | undefined,
  found: string | undefined,
  attribute: undefined,
  severity: 'error' | 'warning',
] => [CODE, id, message, at, expected, found, undefined, isAllowed ? 'warning' : 'error'];
