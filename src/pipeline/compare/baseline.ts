import type { Finding } from '../../diagnostics/finding.js';
import { compareText } from '../../foundation/expanded-name.js';

/** Breaks that are known and accepted, one entry each. */
export interface Baseline {
  /** Version of this shape. */
  readonly format: 1;
  readonly breaks: readonly BaselineEntry[];
}

/** One known break. The fingerprint decides; rule and message are for whoever reads the file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly message: string;
}

/** The text of a baseline that holds every finding that breaks something, in an order that does not depend on places. */
export function baselineText(findings: readonly Finding[]): string {
  const entries = new Map<string, BaselineEntry>();
  for (const { change, message } of findings) {
    if (change === undefined || change.verdict === 'compatible') continue;
    const { fingerprint, rule } = change;
    entries.set(fingerprint, { fingerprint, rule, message });
  }
  const breaks = [...entries.values()].sort(
    (a, b) => compareText(a.message, b.message) || compareText(a.fingerprint, b.fingerprint),
  );
  const comment = 'Written by cimbind breaking --write-baseline: breaks that are known. New ones still fail.';
  return `${JSON.stringify({ $comment: comment, format: 1, breaks }, undefined, 2)}\n`;
}

/** Reads a baseline. A failure is said in words. */
export function parseBaseline(
  text: string,
): { readonly fingerprints: ReadonlySet<string> } | { readonly failure: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
  if (!isBaseline(value)) return { failure: 'it does not have the shape of a baseline of format 1' };
  return { fingerprints: new Set(value.breaks.map(({ fingerprint }) => fingerprint)) };
}

const isBaseline = (value: unknown): value is Baseline =>
  isRecord(value) &&
  value['format'] === 1 &&
  Array.isArray(value['breaks']) &&
  value['breaks'].every((one) => isRecord(one) && typeof one['fingerprint'] === 'string');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
