import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands/index.js';
import { folderWith } from '../pipeline/project-folder.js';
import { documentPorts, run } from './command-run.js';

const empty = folderWith({});

describe('wrong use', () => {
  test.each<[string, readonly string[], string]>([
    [
      'an unknown command',
      ['generat'],
      'error CFG1101: unknown command "generat"\n  hint  did you mean "generate"?',
    ],
    [
      'an unknown option',
      ['generate', '--forse'],
      'unknown option "--forse" for cimbind generate\n  hint  did you mean "--force"?',
    ],
    ['an unknown short option', ['check', '-z'], 'unknown option "--z" for cimbind check'],
    ['a wrong choice', ['check', '--format', 'xml'], '--format is "xml", expected "text", "json"'],
    ['a missing value', ['check', '--config'], 'not enough arguments following: config'],
    [
      'an option given twice',
      ['check', '--config', 'a', '--config', 'b'],
      '--config is given more than once',
    ],
    ['a missing operand', ['validate'], 'files is missing'],
    ['an operand too many', ['check', 'x'], 'did not expect "x"'],
    ['text for a number', ['sample', '--seed', 'x'], '--seed takes a number'],
    ['a count of none', ['sample', '--count', '0'], '--count is 0, expected a whole number from 1'],
    [
      'options that exclude each other',
      ['sample', '--minimal', '--full'],
      '--minimal and --full exclude each other',
    ],
    [
      'a negative limit',
      ['validate', 'x', '--max-issues=-1'],
      '--max-issues is -1, expected a whole number from 0',
    ],
    ['no configuration', ['generate'], 'error CFG1001: found no configuration'],
    ['no schemas', ['explain', 'Reading'], 'error CFG1109: found neither --schema nor a configuration'],
  ])('%s ends with 2 and says so', async (_what, argv, message) => {
    const { code, out, err } = await run(empty, argv);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('no command at all shows the help', async () => {
    const { code, err } = await run(empty, []);
    expect(code).toBe(2);
    expect(err).toContain('cimbind generate');
  });
});

describe('help', () => {
  test('lists the commands', async () => {
    const { code, out } = await run(empty, ['--help']);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`cimbind ${name.split(' ')[0] ?? ''}`);
  });

  test.each(COMMANDS.map(({ name }) => name))(
    'of %s has a description, options and examples',
    async (name) => {
      const { code, out } = await run(empty, [...name.split(' '), '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`cimbind ${name}`);
      expect(out).toContain('Examples:');
      expect(out).toContain('--help');
    },
  );

  test('is the same in every locale', async () => {
    const { out } = await run(empty, ['--help'], { env: { LC_ALL: 'tr_TR.UTF-8' } });
    expect(out).toContain('Commands:');
  });
});

test('the version', async () => {
  expect(await run(empty, ['--version'])).toEqual({ code: 0, out: '1.0.0\n', err: '' });
});

test('a bug ends with 70 and tells how to repeat it', async () => {
  const root = folderWith({ 'a.xsd': 'A' });
  const ports = {
    ...documentPorts,
    sample: () => {
      throw new TypeError('cannot read properties of undefined');
    },
  };
  const { code, out, err } = await run(root, ['sample', '--schema', 'a.xsd', '--element', 'it is'], {
    ports,
  });
  expect({ code, out }).toEqual({ code: 70, out: '' });
  expect(err).toContain('this is a bug in cimbind');
  expect(err).toContain("cimbind sample --schema a.xsd --element 'it is'");
  expect(err).toContain('TypeError: cannot read properties of undefined\n    at ');
});

describe('completion', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['cimbind', 'ge'], ['generate']],
    [['cimbind', '--v'], ['--version']],
    [['cimbind', 'check', '--fo'], ['--format']],
    [
      ['cimbind', 'check', '--format', 'j'],
      ['json', 'junit'],
    ],
    [['cimbind', 'validate', '--format', 'json', '--fo'], []],
    [['cimbind', 'validate', '--schema', 'a', '--sch'], ['--schema']],
    [['cimbind', 'validate', 'file'], []],
  ])('%j', async (words, expected) => {
    const { out } = await run(empty, ['--complete-words', ...words]);
    expect(out.split('\n').filter(Boolean)).toEqual(expected);
  });

  test.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const { code, out } = await run(empty, ['completion', shell]);
    expect(code).toBe(0);
    expect(out).toContain('--complete-words');
  });

  test('takes the shell of the user', async () => {
    expect((await run(empty, ['completion'], { env: { SHELL: '/usr/bin/fish' } })).out).toContain(
      'complete -c cimbind',
    );
    expect((await run(empty, ['completion', 'tcsh'])).code).toBe(2);
  });
});

describe('explain', () => {
  test('explains a code, also in lower case', async () => {
    const { code, out } = await run(empty, ['explain', 'drf1004']);
    expect(code).toBe(0);
    expect(out).toMatch(/^error DRF1004: a generated file was edited by hand\n\n/u);
  });

  test.each([
    ['cvc-elt.2', 'VAL2201'],
    ['cvc-complex-type.2.1', 'VAL2003'],
    ['cvc-pattern-valid', 'VAL3002'],
  ])('explains the rule %s', async (rule, code) => {
    expect((await run(empty, ['explain', rule])).out).toContain(`error ${code}: `);
  });

  test('lists all codes', async () => {
    expect((await run(empty, ['explain'])).out).toContain(
      'CFG1001  error    no configuration file was found\n',
    );
  });

  test('knows the nearest code', async () => {
    const { code, err } = await run(empty, ['explain', 'DRF1044']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean "DRF1004"?');
  });

  test('explains a code of IEC 61968-9, field by field', async () => {
    const { code, out, err } = await run(empty, ['explain', '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('fifteen-minute delta data, forward, electricity secondary metered, energy, kWh\n');
    expect(out).toContain('   3  measuringPeriod                2  fifteen minute\n');
    const doubtful = await run(empty, ['explain', '3.99.0.18']);
    expect(doubtful.code).toBe(0);
    expect(doubtful.err).toContain('warning VAL5002: field 2 (domain) is 99, which no table has');
    const wrong = await run(empty, ['explain', '3.x.0.18']);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('error VAL5001: field 2 (domain) is "x", expected a whole number from 0');
    expect((await run(empty, ['explain', '3.31.0'])).out).toContain('reading quality');
    expect((await run(empty, ['explain', '3.31'])).err).toContain('2 fields, expected 18 or 11');
  });

  test('explains a component', async () => {
    const root = folderWith({ 'a.xsd': 'A' });
    const { out } = await run(root, ['explain', 'Reading', '--schema', 'a.xsd']);
    expect(out).toBe('type:{urn:m}Reading\n\ndeclared\n  in a.xsd\n');
    const unknown = await run(root, ['explain', 'Raeding', '--schema', 'a.xsd']);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('did you mean "Reading"?');
  });
});
