import { describe, expect, test } from 'vitest';
import { loadCodec } from '../../../src/pipeline/load-codec.js';
import { anyMessage } from '../../../src/runtime/message/any-message.js';
import type { Issue } from '../../../src/runtime/issue/issue.js';
import { compile, schemaOf } from '../../support/compile-schema.js';

const SCHEMA = `
  <xs:element name="list">
    <xs:complexType><xs:sequence><xs:element ref="item" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
    <xs:key name="k"><xs:selector xpath="item"/><xs:field xpath="@code"/><xs:field xpath="name"/></xs:key>
    <xs:keyref name="r" refer="k"><xs:selector xpath="item"/><xs:field xpath="@next"/><xs:field xpath="name"/></xs:keyref>
  </xs:element>
  <xs:element name="item"><xs:complexType>
    <xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence>
    <xs:attribute name="code" type="xs:int"/><xs:attribute name="next" type="xs:int"/>
  </xs:complexType></xs:element>`
  .replaceAll('xpath="item"', 'xpath="s:item"')
  .replaceAll('xpath="name"', 'xpath="s:name"');

const items = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, n) =>
      `<item code="${n}" next="${(n * 7) % count}"><name>the name that all of them have</name></item>`,
  );
const doc = (content: readonly string[]): string => `<list xmlns="urn:s">${content.join('\n')}</list>`;

describe('many keys', () => {
  test('100,000 fields take time linear in the document', () => {
    const registry = compile(SCHEMA);
    const time = (count: number): number => {
      const bytes = new TextEncoder().encode(doc(items(count)));
      const begun = performance.now();
      expect(anyMessage(registry, bytes).issues).toEqual([]);
      return performance.now() - begun;
    };
    time(5_000);
    expect(time(100_000)).toBeLessThan(Math.max(time(10_000), 20) * 40);
  });

  test('issues are counted beyond the limit, and do not slow things down', () => {
    const all = items(1).concat(items(1)).join('').repeat(25_000);
    const result = anyMessage(compile(SCHEMA), doc([all]));
    expect(result.ok).toBe(false);
    expect(result.issues.length).toBe(100);
    expect(result.ok ? 0 : result.issueCount).toBe(49_999);
  });
});

describe('streams', () => {
  const cut = async function* (text: string, size: number): AsyncGenerator<Uint8Array> {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += size)
      yield await Promise.resolve(bytes.subarray(at, at + size));
  };
  const stream = async (text: string, size: number): Promise<readonly string[]> => {
    const codec = loadCodec(schemaOf(SCHEMA));
    const message = codec.messages.get('{urn:s}list');
    if (message === undefined) throw new Error('no message');
    const issues: Issue[] = [];
    await message
      .stream(cut(text, size), { record: 'item', onIssue: (issue) => issues.push(issue) })
      .forEach(() => undefined);
    return issues.map(({ rule, offset }) => `${rule} ${offset}`);
  };

  test.each([1, 7, 50, 1000])('constraints of the root, windows of %i bytes', async (size) => {
    const good = items(20);
    expect(await stream(doc(good), size)).toEqual([]);
    const bad = [...good, good[3] ?? '', '<item code="99" next="98"><name>x</name></item>'];
    expect(await stream(doc(bad), size)).toEqual([
      `cvc-identity-constraint.4.2.2 ${doc(good).length - '</list>'.length + 2}`,
      `cvc-identity-constraint.4.3 ${doc(bad).lastIndexOf('<item') + 1}`,
    ]);
  });
});
