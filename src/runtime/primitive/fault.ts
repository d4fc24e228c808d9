import type { SimpleTypeFault } from './simple-type.js';

/** Datatype Valid, clause 1.2.1: the literal is not in the lexical space. */
export const notInLexicalSpace = (expected: string): SimpleTypeFault => ({
  rule: 'cvc-datatype-valid.1.2.1',
  expected,
});
