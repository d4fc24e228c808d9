/** One thing that is wrong with a message, in the terms of the recommendation and with its place. */
export interface Issue {
  /** Stable code of the catalogue: `VAL…` for validity, `XML…` for well-formedness. */
  readonly code: string;
  /** The rule that is broken: `cvc-complex-type.2.4.a`, `cvc-datatype-valid.1.2.1`, `well-formed`, … */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Where, in the manner of XPath: `/MeterReadings/MeterReading[2]/@ref`. */
  readonly path: string;
  /** Line and column in the document, from 1; 0 where the value never was XML. */
  readonly line: number;
  readonly column: number;
  /** Byte offset in the UTF-8 form of the document. */
  readonly offset: number;
  readonly expected?: string;
  readonly found?: string;
}

/** What the reader notes while it reads: the place as an offset, everything else is worked out when it is asked for. */
export interface RawIssue {
  readonly code: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly offset: number;
  readonly attribute: string | undefined;
  readonly expected?: string;
  readonly found?: string;
}
