import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { profileJsonSchema, readProfile } from '../../../src/readers/profile/index.js';

const accepts = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(profileJsonSchema());

const examples = [...readFileSync('docs/profile.md', 'utf8').matchAll(/```yaml\n(.*?)```/gsu)].map(
  ([, text = '']) => text,
);

const isRead = (text: string): boolean =>
  readProfile({ uri: 'memory:p', label: 'p', bytes: new TextEncoder().encode(text) }).diagnostics.length ===
  0;

describe('the JSON Schema of profiles', () => {
  test('is the one that is published', async () => {
    await expect(`${JSON.stringify(profileJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../../schemas/profile.schema.json',
    );
  });

  test('the examples of the documentation are profiles', () => {
    expect(examples.length).toBe(2);
    for (const text of examples) {
      expect(accepts(parse(text)) ? [] : accepts.errors).toEqual([]);
      expect(isRead(text)).toBe(true);
    }
  });

  test.each([
    ['profile: P', true],
    ['profile: P\nroots: { A: }', true],
    ['profile: P\nroots: { A: 0..* }', true],
    ['profile: P\nmetadata: { edition: 2.0 }', true],
    ['profile: P\nclasses: { A: { attributes: { x: { occurs: 1, values: [a] } } } }', true],
    ['profile: P\nenumerations: { E: [a] , F: { codes: true } }', true],
    ['{}', false],
    ['profile: a b', false],
    ['profile: P\nnonsense: 1', false],
    ['profile: P\nroots: { A: 1..x }', false],
    ['profile: P\nedition: 3', false],
    ['profile: P\nprefix: xmlx', false],
    ['profile: P\nclasses: { A: { attributes: { x: { by: mRID } } } }', false],
    ['profile: P\nclasses: { A: { associations: { X: { by: name } } } }', false],
    ['profile: P\nclasses: { A: { extensions: { x: 1 } } }', false],
    ['profile: P\nenumerations: { E: [a, a] }', false],
  ])('reader and schema agree about %j: %j', (text, expected) => {
    expect([accepts(parse(text)), isRead(text)]).toEqual([expected, expected]);
  });
});
