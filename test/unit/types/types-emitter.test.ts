import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { bindSchema } from '../../../src/analysis/binding/index.js';
import type { Read } from '../../../src/diagnostics/diagnostic.js';
import { RUNTIME_SPECIFIER } from '../../../src/emitters/emitter.js';
import { typesEmitter } from '../../../src/emitters/types/index.js';
import type { Schema } from '../../../src/model/schema/index.js';
import type { FilePlan } from '../../../src/pipeline/file-plan.js';
import { reversed, schemaOf } from '../binding/schema-text.js';

const emit = (schema: Schema): Read<readonly FilePlan[]> =>
  typesEmitter.emit(
    { schema, binding: bindSchema(schema).value, runtime: RUNTIME_SPECIFIER },
    { numbers: 'lexical' },
  );

const printed = (declarations: string): string =>
  emit(schemaOf(declarations))
    .value.map((file) => file.content)
    .join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

describe('text of a model never becomes code', () => {
  test.each([
    '*/ alert(1); /*',
    '*/\nexport const injected = 1;\n/*',
    "'; alert(1); '",
    '"; alert(1); "',
    '`${alert(1)}`',
    '\\',
    '\u2028export const injected = 1;\u2029',
    '</script><script>alert(1)</script>',
    '\u202e\u2066',
    '{@link alert} @internal',
    '//# sourceMappingURL=data:,x',
  ])('%j', (hostile) => {
    const text = escaped(hostile);
    const source = printed(`
      <xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation>
      <xs:complexType name="T" xmlns:sawsdl="http://www.w3.org/ns/sawsdl" sawsdl:modelReference="${text}">
        <xs:annotation>
          <xs:documentation>${text}</xs:documentation>
          <xs:appinfo><unit>${text}</unit></xs:appinfo>
        </xs:annotation>
        <xs:sequence>
          <xs:element name="e" type="xs:string" default="${text}">
            <xs:annotation><xs:documentation>deprecated: ${text}</xs:documentation></xs:annotation>
          </xs:element>
        </xs:sequence>
        <xs:attribute name="a" type="xs:string" fixed="${text}"/>
      </xs:complexType>
      <xs:simpleType name="S"><xs:restriction base="xs:string">
        <xs:enumeration value="${text}"><xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation></xs:enumeration>
        <xs:enumeration value="plain"/>
      </xs:restriction></xs:simpleType>`);
    const file = ts.createSourceFile('types.ts', source, ts.ScriptTarget.ESNext, true);
    const kinds = file.statements.map((statement) => ts.SyntaxKind[statement.kind]);
    expect(kinds).toEqual(['InterfaceDeclaration', 'FirstStatement', 'TypeAliasDeclaration']);
    const [, constant] = file.statements;
    const [object] =
      constant !== undefined && ts.isVariableStatement(constant) ? constant.declarationList.declarations : [];
    const values = object?.initializer?.getText() ?? '';
    expect(values).toContain("Plain: 'plain'");
    // The value comes back as it was; a line break in an attribute is a space in XML.
    const read: unknown = new Function(`return ${values.replace(/ as const$/, '')};`)();
    expect(Object.values(read ?? {})).toContain(hostile.replaceAll('\n', ' '));
  });
});

test('the order of reading changes no byte', () => {
  const schema = schemaOf(`
    <xs:element name="b" type="B"/><xs:element name="a" type="A"/>
    <xs:complexType name="B"><xs:complexContent><xs:extension base="A"/></xs:complexContent></xs:complexType>
    <xs:complexType name="A"><xs:sequence><xs:element name="x"><xs:simpleType><xs:restriction base="xs:string">
      <xs:enumeration value="1"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType>`);
  expect(emit(reversed(schema)).value).toEqual(emit(schema).value);
});

test('a choice that no union can hold is relaxed, and says so', () => {
  const branches = Array.from({ length: 60 }, (_, at) => `<xs:element name="e${at}" type="xs:string"/>`).join(
    '',
  );
  const schema = schemaOf(`<xs:complexType name="T"><xs:choice>${branches}</xs:choice></xs:complexType>`);
  const { value, diagnostics } = emit(schema);
  expect(diagnostics.map(({ code }) => code)).toEqual(['GEN1001']);
  expect(value[0]?.content).toContain(
    '/** @remarks one of several alternatives */\n  readonly e59?: string | undefined;',
  );
});

test('a broken union stands on lines of its own', () => {
  const name = 'ARatherLongNameOfAComplexTypeThatFillsTheLine';
  const source = printed(`
    <xs:complexType name="${name}"><xs:attribute name="a" type="xs:string"/></xs:complexType>
    <xs:complexType name="T"><xs:sequence>
      <xs:element name="property" type="${name}" nillable="true" minOccurs="0"/>
    </xs:sequence></xs:complexType>`);
  expect(source).toContain(
    ['  readonly property?:', `    | ${name}`, `    | Nil<Pick<${name}, 'a'>>`, '    | undefined;'].join(
      '\n',
    ),
  );
});
