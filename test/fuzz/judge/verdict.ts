/** What one judge says of a schema or of a document. */
export interface Verdict {
  readonly isValid: boolean;
  /** The first rule that is broken, as the judge names it: `cvc-pattern-valid`. Empty where it names none. */
  readonly rule: string;
  /** All rules that are broken, where the judge tells more than the first. */
  readonly rules: readonly string[];
  readonly message: string;
  /** Where, as `file:line`; empty where that is not told. */
  readonly place: string;
}

/** What one judge says of a schema and its documents. Undefined: it crashed, or took too long. */
export interface Opinion {
  readonly schema: Verdict | undefined;
  /** In the order of the documents; empty where the schema is refused. */
  readonly instances: readonly (Verdict | undefined)[];
}

export const VALID: Verdict = { isValid: true, rule: '', rules: [], message: '', place: '' };
