import { describe, expect, test } from 'vitest';
import { sample } from '../../../src/pipeline/sample-documents.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';

const SCHEMA =
  '<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">' +
  '<x:element name="Reading" type="x:int"/><x:element name="Quality" type="x:boolean"/></x:schema>';

const ask = (
  element: string | undefined,
  more: { invalid?: boolean; count?: number; schema?: string } = {},
) =>
  sample({
    entries: ['memory:/t.xsd'],
    host: memorySourceHost({ 't.xsd': more.schema ?? SCHEMA }),
    element,
    seed: 1,
    count: more.count ?? 2,
    extent: 'random',
    invalid: more.invalid ?? false,
  });

describe('the port for samples', () => {
  test.each(['Reading', '{urn:t}Reading'])('finds %s', async (element) => {
    const { value, diagnostics } = await ask(element);
    expect(diagnostics).toEqual([]);
    expect(value.map(({ name, breaks }) => [name, breaks])).toEqual([
      ['Reading-1.xml', undefined],
      ['Reading-2.xml', undefined],
    ]);
    expect(value[0]?.content).toMatch(/<Reading xmlns="urn:t"[^>]*>-?\d+<\/Reading>\n$/);
  });

  test('says what an invalid document breaks, and where', async () => {
    const { value } = await ask('Reading', { invalid: true, count: 1 });
    expect(value[0]?.breaks).toBe(
      'cvc-datatype-valid.1.2.1 at /Reading: the value of {urn:t}Reading is "173.64", expected an integer',
    );
  });

  test('asks for the name where several elements could be meant', async () => {
    const { value, diagnostics } = await ask(undefined);
    expect(value).toEqual([]);
    expect(diagnostics.map(({ code, hint }) => `${code} ${hint ?? ''}`)).toEqual([
      'SMP1005 name one of {urn:t}Quality, {urn:t}Reading',
    ]);
  });

  test('knows what is declared when a name is wrong', async () => {
    const { diagnostics } = await ask('Readings');
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'SMP1004 the schemas declare no global element Readings',
    ]);
  });

  test('makes nothing of a schema with errors', async () => {
    const { value, diagnostics } = await ask('r', {
      schema:
        '<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema"><x:element name="r" type="x:nothing"/></x:schema>',
    });
    expect(value).toEqual([]);
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
