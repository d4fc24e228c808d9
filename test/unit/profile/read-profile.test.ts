import { describe, expect, test } from 'vitest';
import { placeOf } from '../../../src/diagnostics/locate.js';
import { readProfile } from '../../../src/readers/profile/index.js';
import type { SourceText } from '../../../src/foundation/source-text.js';

const sourceOf = (text: string): SourceText => ({
  uri: 'memory:p.profile.yaml',
  label: 'p.profile.yaml',
  bytes: new TextEncoder().encode(text),
});

/** `line:column code message` of each diagnostic. */
function problems(text: string): readonly string[] {
  const source = sourceOf(text);
  return readProfile(source).diagnostics.map(({ code, message, at }) => {
    const place = at && placeOf(at, () => source);
    return `${place?.line}:${place?.column} ${code} ${message}`;
  });
}

describe('a profile is read', () => {
  test('short and long forms, defaults, places', () => {
    const source = sourceOf(
      [
        'profile: P # ü',
        'metadata: { edition: 2.0, nouns: [N] }',
        'roots: { A: , B: 1..* }',
        'classes:',
        '  A:',
        '    attributes:',
        '      x: 1',
        '      y:',
        '      z: { occurs: 0..1, values: [a, b], facets: { maxLength: 5 } }',
        '    associations:',
        '      R: { by: mRID, as: Rr }',
        '  B:',
        'enumerations:',
        '  E: [a]',
        '  F: { codes: true }',
      ].join('\n'),
    );
    const { value, diagnostics } = readProfile(source);
    expect(diagnostics).toEqual([]);
    const [a, b] = value?.classes ?? [];
    expect(value?.roots.map(({ name, occurs }) => [name.value, occurs?.value])).toEqual([
      ['A', undefined],
      ['B', { lower: 1, upper: 'unbounded' }],
    ]);
    expect(value?.metadata?.edition?.value).toBe('2.0');
    expect(a?.attributes.map(({ name, occurs }) => [name.value, occurs?.value])).toEqual([
      ['x', { lower: 1, upper: 1 }],
      ['y', undefined],
      ['z', { lower: 0, upper: 1 }],
    ]);
    expect(a?.attributes[2]?.values?.map(({ value }) => value)).toEqual(['a', 'b']);
    expect(a?.attributes[2]?.facets?.maxLength?.value).toBe('5');
    expect(a?.associations[0]?.by?.value).toBe('mRID');
    expect(b?.attributes).toEqual([]);
    expect(value?.enumerations.map(({ values, codes }) => [values?.length, codes?.value])).toEqual([
      [1, undefined],
      [undefined, true],
    ]);
    const span = a?.associations[0]?.as?.span;
    expect(span && placeOf(span, () => source)).toMatchObject({ line: 11, column: 26, endColumn: 28 });
  });

  test('JSON is a form of it', () => {
    const { value, diagnostics } = readProfile(
      sourceOf('{"profile": "P", "classes": {"A": {"attributes": {"x": "0..1"}}}}'),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.classes[0]?.attributes[0]?.occurs?.value).toEqual({ lower: 0, upper: 1 });
  });

  test.each([
    [
      'a: [',
      [
        '1:5 PRF1001 the profile cannot be read: flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
    ['', ['1:1 PRF1004 the profile has no "profile"']],
    ['[]', ['1:1 PRF1002 the profile is a list, expected a map of names to values']],
    ['profile: P\nclases: {}', ['2:1 PRF1003 unknown key "clases" in the profile']],
    ['profile: P\nedition: 3', ['2:10 PRF1002 "edition" of the profile is 3, expected 1 or 2']],
    [
      'profile: P\nroots:\n  A: 2..1',
      ['3:6 PRF1002 A is "2..1", expected how often it occurs: 1, 0..1, 0..*, 1..*, 2..5'],
    ],
    ['profile: P\nroots: { A: 1, A: 2 }', ['2:16 PRF1005 "A" stands twice in "roots" of the profile']],
    ['profile: P\nclasses: { A: { order: [x, y, x] } }', ['2:31 PRF1005 "x" stands twice in "order" of A']],
    ['profile: a b', ['1:10 PRF1002 "profile" of the profile is "a b", expected an XML name without colon']],
    [
      'profile: P\nextensions: { prefix: v }',
      ['2:15 PRF1004 "extensions" of the profile has no "namespace"'],
    ],
    [
      'profile: P\nprefix: xml',
      ['2:9 PRF1002 "prefix" of the profile is "xml", expected a namespace prefix'],
    ],
    [
      'profile: P\nclasses: { A: { attributes: { x: [1] } } }',
      ['2:34 PRF1002 x is a list, expected how often it occurs: 1, 0..1, 0..*, 1..*, 2..5'],
    ],
    [
      'profile: *x',
      [
        '1:10 PRF1002 "profile" of the profile is *x, an alias of nothing, expected an XML name without colon',
      ],
    ],
    ['profile: P\n? [a]\n: 1', ['2:3 PRF1002 a key in the profile is a list, expected a text']],
  ])('%j is refused with its place', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});
