import type { ChangeWords } from '../../../diagnostics/catalogue/cmp-change.js';
import type { DiagnosticDefinition } from '../../../diagnostics/diagnostic.js';
import type { Fact, FactKind, FactOf } from '../changes/fact.js';
import type { SchemaMatch } from '../match/match-schemas.js';

/**
 * What a change can do to the set of valid messages: fewer are valid (old messages may break), more are valid (old
 * readers may break), both, or none. Whether it really does is for the proof to say.
 */
export type Polarity = 'narrows' | 'widens' | 'both' | 'none';

/** How it was and how it is, as text; absent where the message says it all. */
export interface Found {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A kind of change. `rule` is its stable id, `code` that of its catalogue entry. */
export type ChangeDefinition = DiagnosticDefinition<ChangeWords> & { readonly rule: string };

/** Recognises one kind of change. */
export interface AnyRule {
  readonly of: FactKind;
  readonly definition: ChangeDefinition;
  readonly check: (fact: Fact, match: SchemaMatch) => (Found & { readonly wire: Polarity }) | undefined;
}

/** Defines a rule over one kind of fact. */
export const defineRule = <K extends FactKind>(
  of: K,
  definition: ChangeDefinition,
  wire: Polarity | ((fact: FactOf<K>) => Polarity),
  find: (fact: FactOf<K>, match: SchemaMatch) => Found | undefined,
): AnyRule => ({
  of,
  definition,
  check(fact, match) {
    if (!isOf(fact, of)) return undefined;
    const found = find(fact, match);
    return found && { ...found, wire: typeof wire === 'function' ? wire(fact) : wire };
  },
});

const isOf = <K extends FactKind>(fact: Fact, kind: K): fact is FactOf<K> => fact.kind === kind;
