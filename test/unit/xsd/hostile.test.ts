import { describe, expect, test } from 'vitest';
import { linkBody } from './schema-source.js';

const chain = (length: number, step: (at: number, next: string | undefined) => string): string =>
  Array.from({ length }, (_, at) => step(at, at + 1 < length ? `t:N${at + 1}` : undefined)).join('');

describe('schemas made to hurt', () => {
  test.each<[string, string]>([
    [
      'types derived from each other without end',
      chain(
        3000,
        (at, next) =>
          `<xs:complexType name="N${at}"><xs:complexContent><xs:extension base="${next ?? 'xs:anyType'}"/></xs:complexContent></xs:complexType>`,
      ),
    ],
    [
      'unions of unions without end',
      chain(
        3000,
        (at, next) =>
          `<xs:simpleType name="N${at}"><xs:union memberTypes="${next ?? 'xs:int'}"/></xs:simpleType>`,
      ),
    ],
    [
      'groups in groups without end',
      chain(
        3000,
        (at, next) =>
          `<xs:group name="N${at}"><xs:sequence>${next === undefined ? '' : `<xs:group ref="${next}"/>`}</xs:sequence></xs:group>`,
      ),
    ],
    [
      'groups that double at every level',
      chain(
        60,
        (at, next) =>
          `<xs:group name="N${at}"><xs:sequence>${next === undefined ? '' : `<xs:group ref="${next}"/><xs:group ref="${next}"/>`}</xs:sequence></xs:group>`,
      ),
    ],
    [
      'unions that double at every level',
      chain(
        60,
        (at, next) =>
          `<xs:simpleType name="N${at}"><xs:union memberTypes="xs:int ${next === undefined ? '' : `${next} ${next}`}"/></xs:simpleType>`,
      ),
    ],
  ])('%s', (_, body) => {
    const { rules } = linkBody(body);
    expect(rules.length).toBeGreaterThan(0);
    expect(new Set(rules)).toEqual(new Set(['limit']));
  });

  test('a long chain of substitution groups has one type', () => {
    const members = chain(
      3000,
      (at, next) =>
        `<xs:element name="N${at}" ${next === undefined ? 'type="xs:int"' : `substitutionGroup="${next}"`}/>`,
    );
    const { schema, rules } = linkBody(members);
    expect(rules).toEqual([]);
    expect(new Set([...schema.elements.values()].map(({ type }) => type)).size).toBe(1);
  });

  test('names that objects have by nature are names like others', () => {
    const { schema, rules } = linkBody(
      '<xs:complexType name="constructor"><xs:sequence><xs:element name="__proto__" type="xs:int"/><xs:element name="toString"/></xs:sequence><xs:attribute name="hasOwnProperty"/></xs:complexType><xs:element name="valueOf" type="t:constructor"/>',
    );
    expect(rules).toEqual([]);
    expect([...schema.elements.keys()]).toEqual([
      'element:{urn:t}valueOf',
      'type:{urn:t}constructor/element(__proto__)',
      'type:{urn:t}constructor/element(toString)',
    ]);
    const wrong = linkBody('<xs:element name="e" toString="x" constructor="y"/><xs:constructor/>');
    expect(wrong.rules).toEqual(['s4s-att-not-allowed', 's4s-att-not-allowed', 's4s-elt-must-match.1']);
  });
});
