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

test('the place of the fault is marked: the first element that is one too many', () => {
  const body = (max: string): string =>
    `<xs:element name="order"><xs:complexType><xs:sequence><xs:element name="a" type="xs:string" maxOccurs="${max}"/></xs:sequence></xs:complexType></xs:element>`;
  const verdict = proveWireInclusion(schemaOf(body('4')), schemaOf(body('2')));
  const [finding] = verdict.verdict === 'breaking' ? verdict.findings : [];
  const { path, offset, xml } = finding?.proof ?? { path: '', offset: 0, xml: '' };
  expect({ path, rest: xml.slice(offset).match(/<a>/g)?.length, all: xml.match(/<a>/g)?.length }).toEqual({
    path: '/order/a[3]',
    rest: 1,
    all: 3,
  });
});
