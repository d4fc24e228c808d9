import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../architecture/source-files.js';
import { folderWith } from '../pipeline/project-folder.js';
import { run } from './command-run.js';

const FOLDER = join(ROOT, 'input-models/metering-uml');
const model = (...argv: readonly string[]): ReturnType<typeof run> =>
  run(FOLDER, ['model', ...argv, '--model', 'metering.xmi']);

describe('cimbind model', () => {
  test('without a command shows those that there are', async () => {
    const { code, err } = await run(FOLDER, ['model']);
    expect(code).toBe(2);
    for (const name of ['summary', 'tree', 'show', 'find', 'lint', 'diagram'])
      expect(err).toContain(`model ${name}`);
    const wrong = await run(FOLDER, ['model', 'shwo', 'Meter']);
    expect(wrong.err).toContain('unknown command "model shwo"\n  hint  did you mean "model show"?');
  });

  test('is completed word by word', async () => {
    const proposals = async (...words: readonly string[]): Promise<readonly string[]> =>
      (await run(FOLDER, ['--complete-words', 'cimbind', ...words])).out.split('\n').filter(Boolean);
    expect(await proposals('mod')).toEqual(['model']);
    expect(await proposals('model', 's')).toEqual(['summary', 'show']);
    expect(await proposals('model', 'diagram', '--format', 's')).toEqual(['svg']);
    expect(await proposals('model', 'show', '--mo')).toEqual(['--model']);
  });

  test('summary counts', async () => {
    const { code, out, err } = await model('summary');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Metering model  xmi-2.1, metering.xmi\n');
    expect(out).toContain('  enumerations     16 with 99 values\n');
    expect(JSON.parse((await model('summary', '--format', 'json')).out)).toMatchObject({
      format: 1,
      summary: { format: 'xmi-2.1', classes: 61 },
      remarks: 0,
    });
  });

  test('tree prints packages', async () => {
    expect((await model('tree')).out).toBe(`CIM
  Grid
    Domain  20 classes
    Core  4 classes
  Enterprise
    Common  5 classes
    Metering  29 classes
AcmeExtension  «CIMExtension», 3 classes
`);
    expect((await model('tree', '--depth', '1')).out.split('\n')).toHaveLength(3);
    expect((await model('tree', 'AcmeExtension', '--classes')).out).toContain(
      '  AcmeHealthKind  enumeration\n  AcmeMeterHealth\n',
    );
    expect((await model('tree', 'Metring')).err).toContain(
      'the model has no package "Metring"\n  hint  did you mean "Metering"?',
    );
    expect((await model('tree', '--depth', '0')).code).toBe(2);
  });

  test('show prints a class from all sides', async () => {
    const { code, out } = await model('show', 'Meter');
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(new URL('model-show-meter.txt', import.meta.url), 'utf8'));
    const json: unknown = JSON.parse((await model('show', 'Metering::Meter', '--format', 'json')).out);
    expect(json).toMatchObject({
      format: 1,
      classes: [{ name: 'Meter', inheritsFrom: ['EndDevice', 'Asset', 'IdentifiedObject'] }],
    });
    const unknown = await model('show', 'Metr');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('UML4003: the model has no class "Metr"\n  hint  did you mean "Meter"?');
    expect((await model('show', 'Zyx')).err).toContain('cimbind model find Zyx');
  });

  test('find lists elements', async () => {
    expect((await model('find', 'isVirtual')).out).toBe(
      'attribute    Channel.isVirtual  Boolean 0..1\nattribute    EndDevice.isVirtual  Boolean 0..1\nattribute    UsagePoint.isVirtual  Boolean 0..1\n',
    );
    const none = await model('find', 'nothing-like-this');
    expect(none).toMatchObject({ code: 0, out: '', err: 'nothing has "nothing-like-this" in its name\n' });
    expect((await model('find', 'is due', '--notes', '--kind', 'class', '--kind', 'literal')).out).toContain(
      'A bill is due.',
    );
  });

  test('lint reports in every format, and ends with 1 at warnings only', async () => {
    const text = await model('lint');
    expect(text.code).toBe(0);
    expect(text.out).toContain(
      'info UML5006: the value UnitSymbol.A is not named in lower camel case\n  metering.xmi:',
    );
    expect((await model('lint', '--except', 'R086')).err).toBe('metering.xmi keeps the rules\n');
    expect((await model('lint', '--rule', 'R058')).out).toBe('');
    const json = (await model('lint', '--rule', 'uml5006', '--format', 'json')).out;
    expect(json).toContain('"command": "model lint"');
    expect(json.match(/"rule": "R\d+"/gu)).toEqual(Array.from({ length: 23 }, () => '"rule": "R086"'));
    const xmi = readFileSync(join(FOLDER, 'metering.xmi'), 'latin1');
    const folder = folderWith({
      'broken.xmi': xmi
        .replace('name="Readings" visibility', 'name="" visibility')
        .replaceAll('<role name="Readings"', '<role name=""'),
    });
    const broken = await run(folder, ['model', 'lint', '-m', 'broken.xmi', '--except', 'R086']);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('warning UML2004');
  });

  test('diagram draws to standard output or to a file', async () => {
    expect((await model('diagram', 'Reading')).out).toMatch(/^<svg [\s\S]*<\/svg>\n$/u);
    expect((await model('diagram', 'Core', '--format', 'mermaid')).out).toContain('class NameTypeAuthority');
    const folder = folderWith({});
    const argv = ['model', 'diagram', 'Reading', '-m', join(FOLDER, 'metering.xmi'), '--out', 'reading.svg'];
    expect((await run(folder, argv)).err).toBe('5 classes drawn to reading.svg\n');
    expect(existsSync(join(folder, 'reading.svg'))).toBe(true);
    const cut = await model('diagram', 'IdentifiedObject', '--limit', '3');
    expect(cut.err).toContain('UML4004: the diagram shows 3 classes and leaves out 12');
    expect((await model('diagram', 'Raeding')).err).toContain('did you mean "Reading"?');
    expect((await model('diagram', 'Reading', '--depth', '-1')).code).toBe(2);
  });

  test.each<[string, readonly string[], string]>([
    ['no model', [], 'UML4001'],
    ['a file that is not there', ['-m', 'none.xmi'], 'CFG1107'],
    ['a file that is no model', ['-m', 'a.xml'], 'UML1001'],
    ['several files', ['-m', '*.x*'], 'UML4002'],
  ])('with %s ends with 2 and says so', async (_what, argv, expected) => {
    const folder = folderWith({ 'a.xml': '<a/>', 'b.xmi': '<b/>' });
    const { code, out, err } = await run(folder, ['model', 'summary', ...argv]);
    expect(err).toContain(expected);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('takes the model of the configuration', async () => {
    const config = (inputs: readonly string[]): string =>
      JSON.stringify({ version: 1, inputs, outDir: 'out' });
    const xmi = readFileSync(join(FOLDER, 'metering.xmi'), 'latin1');
    const folder = folderWith({ 'cimbind.config.json': config(['m.xmi']), 'm.xmi': xmi, 'n.xmi': xmi });
    expect((await run(folder, ['model', 'summary'])).out).toContain('Metering model');
    const profile = folderWith({
      'cimbind.config.json': config(['p/*.profile.yaml']),
      'p/a.profile.yaml': 'profile: A\nmodel: ../models/m.xmi\n',
      'p/b.profile.yaml': 'profile: A\nextends: a.profile.yaml\n',
      'p/c.profile.yaml': 'profile: C\n',
      'models/m.xmi': xmi,
    });
    expect((await run(profile, ['model', 'summary'])).out).toContain('Metering model  xmi-2.1, models/m.xmi');
    const two = folderWith({ 'cimbind.config.json': config(['*.xmi']), 'm.xmi': xmi, 'n.xmi': xmi });
    expect((await run(two, ['model', 'summary'])).err).toContain(
      'found 2 information models, expected one: m.xmi, n.xmi',
    );
  });
});

const LARGE = join(ROOT, '../shared/corpus/uml/riseclipse-cim17/iec61970cim17v16_iec61968cim13v10.ecore');
const isBuilt = existsSync(join(ROOT, 'dist/cli/main.js'));

/** Says how much time of the processor a process took: the machine may be busy with something else. */
const TIMED =
  "data:text/javascript,process.on('exit',()=>process.stderr.write(JSON.stringify(process.cpuUsage())))";

test.skipIf(!isBuilt || !existsSync(LARGE))(
  'shows a class of a model of 1014 classes in under 2 s from the shell (needs a build and ../shared/corpus)',
  () => {
    const times = [1, 2, 3].map(() => {
      const argv = [join(ROOT, 'bin/cimbind.js'), 'model', 'show', 'UsagePoint', '--model', LARGE];
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TIMED, ...argv], {
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect(stdout).toContain('UsagePointLocation');
      const { user, system } = JSON.parse(stderr) as { readonly user: number; readonly system: number };
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(2000);
  },
);
