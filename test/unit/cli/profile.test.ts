import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../architecture/source-files.js';
import { PORTS } from '../../../src/pipeline/wiring.js';
import { folderWith } from '../pipeline/project-folder.js';
import { run } from './command-run.js';

const MODEL = readFileSync(join(ROOT, 'input-models/metering-uml/metering.xmi'));

/** A working folder with a model and profiles. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  writeFileSync(join(folder, 'metering.xmi'), MODEL);
  return folder;
}

const profile = (folder: string, ...argv: readonly string[]): ReturnType<typeof run> =>
  run(folder, ['profile', ...argv], { ports: PORTS });

const READINGS = `profile: Readings
model: ./metering.xmi
modelNamespace: http://iec.ch/TC57/CIM100#
namespace: http://example.org/Readings#
roots: { Reading: 1..* }
classes:
  Reading:
    attributes: { value: 1 }
    associations: { ReadingType: { by: mRID } }
`;

describe('cimbind profile', () => {
  test('check finds nothing in a correct profile', async () => {
    const folder = folderOf({ 'a.profile.yaml': READINGS });
    expect(await profile(folder, 'check', 'a.profile.yaml')).toMatchObject({ code: 0, out: '' });
    expect((await profile(folder, 'check', '.', '--format', 'json')).code).toBe(0);
  });

  test('check points at what is wrong, also in an overlay, once', async () => {
    const folder = folderOf({
      'a.profile.yaml': READINGS.replace('value: 1', 'value: 1, colour: 1'),
      'b.profile.yaml': 'profile: Readings\nextends: ./a.profile.yaml\nroots: { Reading: 0..* }\n',
    });
    const { code, out } = await profile(folder, 'check', '.');
    expect(code).toBe(1);
    expect(out.match(/^(?:error|warning) PRF\d+/gmu)).toEqual(['error PRF2004', 'error PRF2007']);
    expect(out).toContain('a.profile.yaml:8:29\n');
    expect(out).toContain('b.profile.yaml:3:19\n');
  });

  test('check says what is not there', async () => {
    const folder = folderOf({
      'a.profile.yaml': READINGS.replace('metering.xmi', 'other.xmi'),
      'b.profile.yaml': 'profile: B\nextends: ./c.profile.yaml\n',
      'd.profile.yaml': 'profile: D\nextends: ./d.profile.yaml\n',
      'e.profile.yaml': 'profile: E\n',
    });
    for (const [file, finding] of [
      ['a', 'PRF1006: the information model ./other.xmi was not found'],
      ['b', 'PRF1006: the profile ./c.profile.yaml was not found'],
      ['d', 'PRF1007: d.profile.yaml extends itself'],
      ['e', 'PRF1004: the profile has no "model"'],
    ] as const) {
      const { code, out } = await profile(folder, 'check', `${file}.profile.yaml`);
      expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(finding) });
    }
    expect((await profile(folder, 'check', 'x.profile.yaml')).code).toBe(2);
  });

  test('show prints the message, and the schema', async () => {
    const folder = folderOf({ 'a.profile.yaml': READINGS });
    const { code, out } = await profile(folder, 'show', 'a.profile.yaml');
    expect({ code, out }).toEqual({
      code: 0,
      out: `Readings  http://example.org/Readings#
└─ Reading 1..*  Reading
   ├─ value 1  xs:string  BaseReading.value
   └─ ReadingType 1  reference to ReadingType by mRID  Reading.ReadingType
`,
    });
    const { tree } = JSON.parse((await profile(folder, 'show', 'a.profile.yaml', '--format', 'json')).out);
    expect(tree).toMatchObject({ name: 'Readings', children: [{ name: 'Reading', occurs: '1..*' }] });
    const xsd = (await profile(folder, 'show', 'a.profile.yaml', '--format', 'xsd')).out;
    expect(xsd).toContain('<xs:element name="Readings" type="m:Readings"/>');
    const written = await profile(folder, 'show', 'a.profile.yaml', '--format', 'xsd', '-o', 'new/xsd');
    expect(written).toMatchObject({ code: 0, out: '', err: 'written  new/xsd/Readings.xsd\n' });
    expect(readFileSync(join(folder, 'new/xsd/Readings.xsd'), 'utf8')).toBe(xsd);
    const taken = await profile(folder, 'show', 'a.profile.yaml', '--format', 'svg', '-o', 'new/xsd');
    expect(taken).toMatchObject({ code: 2, out: '' });
    expect(taken.err).toContain('CFG1110: could not write new/xsd: ');
  });

  test('init proposes one that holds, and writes over nothing', async () => {
    const folder = folderOf({});
    const init = ['init', '--model', 'metering.xmi', '--root', 'MeterReading', '--depth', '2'];
    expect((await profile(folder, ...init, '--out', 'new.profile.yaml')).code).toBe(0);
    expect(await profile(folder, 'check', 'new.profile.yaml')).toMatchObject({ code: 0 });
    expect((await profile(folder, ...init, '--out', 'new.profile.yaml')).err).toContain('is there already');
    expect((await profile(folder, ...init)).out).toBe(readFileSync(join(folder, 'new.profile.yaml'), 'utf8'));
    const wrong = await profile(folder, 'init', '--model', 'metering.xmi', '--root', 'MetreReading');
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('did you mean "MeterReading"?') });
  });

  test('a profile is an input like a schema', async () => {
    const folder = folderOf({ 'a.profile.yaml': READINGS });
    const sampled = await run(folder, ['sample', '--schema', 'a.profile.yaml'], { ports: PORTS });
    writeFileSync(join(folder, 'message.xml'), sampled.out);
    writeFileSync(join(folder, 'broken.xml'), sampled.out.replaceAll(/<value>[^<]*<\/value>/gu, ''));
    const validate = (file: string): ReturnType<typeof run> =>
      run(folder, ['validate', '--schema', 'a.profile.yaml', file], { ports: PORTS });
    expect((await validate('message.xml')).code).toBe(0);
    expect(await validate('broken.xml')).toMatchObject({ code: 1, out: expect.stringContaining('VAL') });
  });
});
