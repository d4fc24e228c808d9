import type { Span } from '../foundation/span.js';
import { compareText } from '../foundation/expanded-name.js';
import type { Diagnostic, DiagnosticDefinition, Related } from './diagnostic.js';

interface Place {
  readonly at?: Span | undefined;
  readonly related?: readonly Related[];
  /** Replaces the definition's rule, where one code serves several clauses. */
  readonly rule?: string;
}

/** Collects diagnostics; the same problem at the same place is kept once. */
export class DiagnosticBag {
  readonly #all: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  add<P>(definition: DiagnosticDefinition<P>, facts: P & Place): void {
    const message = definition.message(facts);
    const hint = definition.hint?.(facts);
    const rule = facts.rule ?? definition.rule;
    this.push({
      code: definition.code,
      severity: definition.severity,
      message,
      related: facts.related ?? [],
      ...(rule === undefined ? {} : { rule }),
      ...(hint === undefined ? {} : { hint }),
      ...(facts.at === undefined ? {} : { at: facts.at }),
    });
  }

  push(...diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const { at } = diagnostic;
      const key = `${diagnostic.code}|${at?.source ?? ''}|${at?.start ?? ''}|${diagnostic.message}`;
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.#all.push(diagnostic);
    }
  }

  /** By source, then by place, then by code: the same order whatever was read first. */
  sorted(): readonly Diagnostic[] {
    return [...this.#all].sort(
      (a, b) =>
        compareText(a.at?.source ?? '', b.at?.source ?? '') ||
        (a.at?.start ?? 0) - (b.at?.start ?? 0) ||
        compareText(a.code, b.code) ||
        compareText(a.message, b.message),
    );
  }

  get hasErrors(): boolean {
    return this.#all.some((diagnostic) => diagnostic.severity === 'error');
  }
}
