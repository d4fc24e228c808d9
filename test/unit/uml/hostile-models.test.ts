import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Read } from '../../../src/diagnostics/diagnostic.js';
import type { InformationModel } from '../../../src/model/information/index.js';
import { readInformationModel } from '../../../src/readers/uml/read-information-model.js';

const folder = resolve('test/unit/uml/models');
const models = readdirSync(folder).filter((name) => !name.endsWith('.txt'));

const read = (
  content: string | Uint8Array,
  label = 'model.xmi',
): Promise<Read<InformationModel | undefined>> =>
  readInformationModel({
    uri: `memory:/${label}`,
    label,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  });

/** Codes and messages, and how many classes came out of it. */
async function verdict(content: string | Uint8Array, label?: string): Promise<readonly (string | number)[]> {
  const { value, diagnostics } = await read(content, label);
  return [value?.classes.size ?? 'no model', ...diagnostics.map(({ code, message }) => `${code} ${message}`)];
}

const XMI = 'xmlns:xmi="http://schema.omg.org/spec/XMI/2.1" xmlns:uml="http://schema.omg.org/spec/UML/2.1"';

describe('documents that are no model', () => {
  test.each([
    ['empty', '', 'UML1001', 'neither XML nor a project file'],
    ['text', 'name,type\nMeter,class\n', 'UML1001', 'neither XML nor a project file'],
    ['another root', '<html><body/></html>', 'UML1001', 'a document with the root html'],
    [
      'a schema',
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
      'UML1001',
      'a document with the root {http://www.w3.org/2001/XMLSchema}schema',
    ],
    ['XMI 1.0', '<XMI xmi.version="1.0"><XMI.content/></XMI>', 'UML1002', 'XMI 1.0'],
    ['a root that does not end', '<XMI xmi.version="1.1"', 'UML1001', 'neither XML'],
    ['a body that does not end', '<XMI xmi.version="1.1"><XMI.content>', 'XML1001', ''],
    ['an undefined entity', `<xmi:XMI ${XMI}>&gone;</xmi:XMI>`, 'XML1001', 'gone'],
  ])('%s', async (_, content, code, part) => {
    const { value, diagnostics } = await read(content);
    expect(value).toBeUndefined();
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
    expect(diagnostics[0]?.message).toContain(part);
  });

  test('an encoding that is not known is told', async () => {
    const { value, diagnostics } = await read(
      '<?xml version="1.0" encoding="klingon"?><XMI xmi.version="1.1"/>',
    );
    expect(value).toBeUndefined();
    expect(diagnostics.every(({ severity }) => severity === 'error')).toBe(true);
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe('a DOCTYPE', () => {
  test('that refers to a DTD is passed over, nothing external is read', async () => {
    const content =
      '<!DOCTYPE XMI SYSTEM "http://example.org/uml.dtd"><XMI xmi.version="1.1"><XMI.content/></XMI>';
    expect(await verdict(content)).toEqual([0, 'UML1004 model.xmi has no class']);
  });

  test('that grows without end is stopped', async () => {
    const levels = Array.from({ length: 20 }, (_, level) =>
      level === 0 ? '<!ENTITY e0 "ha">' : `<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`,
    );
    const content = `<!DOCTYPE XMI [${levels.join('')}]><XMI xmi.version="1.1"><a>&e19;</a></XMI>`;
    const { value, diagnostics } = await read(content);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ severity }) => severity)).toContain('error');
  });
});

test('models without sense are read as far as they go', async () => {
  const nothing =
    '<packagedElement/><packagedElement xmi:type="uml:Class"/><packagedElement xmi:type="uml:Association"/>';
  expect(await verdict(`<xmi:XMI ${XMI}><uml:Model>${nothing}</uml:Model></xmi:XMI>`)).toEqual([
    1,
    'UML2012 the model has a class without a name',
    'UML2017 the association without a name has 0 ends, expected 2; it is left out',
  ]);
  const ecore = 'xmlns:ecore="http://www.eclipse.org/emf/2002/Ecore"';
  expect(
    await verdict(
      `<ecore:EPackage ${ecore}><eClassifiers><eStructuralFeatures/></eClassifiers></ecore:EPackage>`,
    ),
  ).toEqual([
    1,
    'UML2012 the model has a package without a name',
    'UML2012 / has a class without a name',
    'UML2012 a class without a name has an attribute without a name',
    'UML2013 a class without a name.(no name) has no type',
  ]);
  const association = '<UML:Association xmi.id="a"><UML:Association.connection/></UML:Association>';
  expect(
    await verdict(
      `<XMI xmi.version="1.1" xmlns:UML="omg.org/UML1.3"><XMI.content>${association}<UML:Generalization xmi.id="g"/></XMI.content></XMI>`,
    ),
  ).toEqual([
    0,
    'UML1004 model.xmi has no class',
    'UML2017 the association without a name has 0 ends, expected 2; it is left out',
    'UML2008 something inherits from nothing, and something is not a class of the model',
  ]);
});

test('circles of inheritance are opened', async () => {
  const inherits = (id: string, general: string): string =>
    `<packagedElement xmi:type="uml:Class" xmi:id="${id}" name="${id}"><generalization general="${general}"/></packagedElement>`;
  const content = `<xmi:XMI ${XMI}><uml:Model name="m">${inherits('A', 'B')}${inherits('B', 'C')}${inherits('C', 'A')}</uml:Model></xmi:XMI>`;
  expect(await verdict(content)).toEqual([
    3,
    'UML2009 C inherits from A inherits from B inherits from C: a circle, its last step is left out',
  ]);
});

test('packages are read as deep as XML may be', async () => {
  const depth = 500;
  const open = Array.from(
    { length: depth },
    (_, level) => `<packagedElement xmi:type="uml:Package" xmi:id="p${level}" name="p">`,
  ).join('');
  const wrap = (text: string): string => `<xmi:XMI ${XMI}><uml:Model name="m">${text}</uml:Model></xmi:XMI>`;
  const { value } = await read(wrap(open + '</packagedElement>'.repeat(depth)));
  expect(value?.packages.size).toBe(depth);
  const deeper = await read(wrap(open + open + '</packagedElement>'.repeat(2 * depth)));
  expect(deeper.value).toBeUndefined();
  expect(deeper.diagnostics.map(({ code }) => code)).toEqual(['XML1003']);
});

describe('damaged documents give diagnostics, never an exception', () => {
  test.each(models)('%s, cut short', async (name) => {
    const bytes = readFileSync(join(folder, name));
    for (let end = 0; end < bytes.length - 2; end += 97) {
      const { value, diagnostics } = await read(bytes.subarray(0, end), name);
      expect(value).toBeUndefined();
      expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  test.each(models)('%s, with bytes changed', async (name) => {
    const bytes = readFileSync(join(folder, name));
    let seed = 7;
    const next = (limit: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return (seed >>> 8) % limit;
    };
    for (let round = 0; round < 150; round++) {
      const changed = Uint8Array.from(bytes);
      for (let change = 0; change < 3; change++) changed[next(bytes.length)] = 0x20 + next(0x5f);
      const { value, diagnostics } = await read(changed, name);
      expect(value !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  test.each(models)('%s, with identifiers mixed up', async (name) => {
    const text = readFileSync(join(folder, name), 'latin1');
    const ids = [...new Set([...text.matchAll(/"([_A-Za-z#/][\w#/]{2,60})"/gu)].map(([, id = '']) => id))];
    for (let shift = 1; shift < 12; shift++) {
      const mixed = text.replaceAll(/"([_A-Za-z#/][\w#/]{2,60})"/gu, (whole, id: string, at: number) =>
        at % 3 === 0 ? `"${ids[(ids.indexOf(id) + shift) % ids.length] ?? ''}"` : whole,
      );
      const { value, diagnostics } = await read(Buffer.from(mixed, 'latin1'), name);
      expect(value !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});
