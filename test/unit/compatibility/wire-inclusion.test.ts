import { describe, expect, test } from 'vitest';
import { proveWireInclusion } from '../../../src/pipeline/prove-witnesses.js';
import type { Schema } from '../../../src/model/schema/index.js';
import { schemaOf } from '../../support/compile-schema.js';
import { WIRE_CASES } from './wire-cases.js';

function rulesOf(from: Schema, to: Schema): readonly string[] {
  const verdict = proveWireInclusion(from, to);
  if (verdict.verdict === 'compatible') return [];
  const findings = verdict.verdict === 'breaking' ? verdict.findings.map(({ rule }) => rule) : [];
  return [...findings, ...verdict.doubts.map(({ rule, reason }) => `${rule}: ${reason}`)].sort();
}

describe('what a change of a schema breaks', () => {
  test.each(WIRE_CASES)('$what', ({ before, after, backward, forward }) => {
    const [old, fresh] = [schemaOf(before), schemaOf(after)];
    expect({ backward: rulesOf(old, fresh), forward: rulesOf(fresh, old) }).toEqual({ backward, forward });
  });
});
