import type { Facet } from './facet.js';

/** A compiled pattern: a regular expression anchored at both ends, or a matcher of `runtime/pattern`. */
export interface Matcher {
  test(text: string): boolean;
  /** Fast acceptance of ASCII bytes, as `scan` of a type. */
  readonly scan?: (bytes: Uint8Array, start: number, end: number) => boolean;
}

/** pattern: the literal matches one of the patterns of this derivation step (4.3.4). `shown` is for messages. */
export const pattern =
  (matchers: readonly Matcher[], shown = ''): Facet =>
  (base) => ({
    check(literal, namespaces) {
      const text = base.normalized?.(literal, namespaces) ?? literal;
      for (const matcher of matchers) if (matcher.test(text)) return undefined;
      return {
        rule: 'cvc-pattern-valid',
        expected:
          shown === ''
            ? 'a text of another form'
            : `a text of the form ${shown.length > 200 ? `${shown.slice(0, 200)}…` : shown}`,
      };
    },
    ...(matchers.every(({ scan }) => scan !== undefined) && {
      scan: (bytes, start, end) => {
        for (const { scan } of matchers) if (scan?.(bytes, start, end) === true) return true;
        return false;
      },
    }),
  });
