import { expect, test } from 'vitest';
import type { ImportSymbol } from '../../../src/printer/index.js';
import {
  annotation,
  code,
  exported,
  identifier,
  renderModule,
  renderScript,
} from '../../../src/printer/index.js';

const symbol = (module: string, name: string): ImportSymbol => ({ module, name });
const typeOf = (module: string, name: string): ImportSymbol => ({ module, name, typeOnly: true });
const RUNTIME = '@cimbind/runtime/codegen/v1';

test('collects imports, sorts them, separates types', () => {
  const body = code`f(${symbol(RUNTIME, 'b')}, ${symbol(RUNTIME, 'a')}, ${symbol('./x/codec.js', 'c')}) as ${typeOf(RUNTIME, 'T')};`;
  expect(renderModule([body], { language: 'ts', modulePath: 'y/codec.ts', header: ['made', 'a\nb'] })).toBe(
    [
      '// made',
      '// a b',
      '/* eslint-disable */',
      '',
      `import type { T } from '${RUNTIME}';`,
      `import { a, b } from '${RUNTIME}';`,
      `import { c } from '../x/codec.js';`,
      '',
      'f(b, a, c) as T;',
      '',
    ].join('\n'),
  );
});

test.each([
  ['y/types.ts', './y/enums.js', './enums.js'],
  ['y/types.ts', './types.js', '../types.js'],
  ['index.ts', './y/types.js', './y/types.js'],
  ['a/b/c.ts', './a/d/e.js', '../d/e.js'],
  ['a/b.ts', '../../src/runtime/index.js', '../../../src/runtime/index.js'],
])('from %s, %s is %s', (modulePath, module, specifier) => {
  const text = renderModule([code`${symbol(module, 'x')};`], { language: 'ts', modulePath });
  expect(text).toBe(`import { x } from '${specifier}';\n\nx;\n`);
});

test('prints a symbol of the module itself without import, and keeps its name free', () => {
  const body = code`${symbol('./x/types.js', 'Status')} ${symbol('./y/types.js', 'Status')} ${symbol(RUNTIME, 'read')} ${identifier('read')}`;
  expect(renderModule([body], { language: 'ts', modulePath: 'x/types.ts' })).toBe(
    `import { read as runtimeRead } from '${RUNTIME}';\nimport { Status as YStatus } from '../y/types.js';\n\nStatus YStatus runtimeRead read\n`,
  );
});

test('a symbol that is used as a value too is imported once', () => {
  const body = code`${annotation`${symbol('m', 'A')}`} ${symbol('m', 'A')}`;
  expect(renderModule([body], { language: 'ts', modulePath: 'x.ts' })).toBe(
    `import { A } from 'm';\n\nA A\n`,
  );
});

test('breaks an import that is too long', () => {
  const names = Array.from({ length: 12 }, (_, at) => symbol('m', `aRatherLongName${at}`));
  const text = renderModule([code`${names}`], { language: 'ts', modulePath: 'x.ts' });
  expect(text.startsWith('import {\n  aRatherLongName0,\n  aRatherLongName1,\n  aRatherLongName10,\n')).toBe(
    true,
  );
});

test('a script is one function body over all modules', () => {
  const a = code`
    ${exported('function', 'readA')}(value${annotation`: ${symbol(RUNTIME, 'T')}`}) {
      return ${symbol('./b/codec.js', 'readB')}(${symbol(RUNTIME, 'start')}(value));
    }
  `;
  const b = code`${exported('const', 'readB')} = (value) => ${symbol(RUNTIME, 'end')}(value) + '!';`;
  const body = renderScript(
    [
      { modulePath: 'a/codec.ts', codes: [a] },
      { modulePath: 'b/codec.ts', codes: [b] },
    ],
    'runtime',
  );
  const load = new Function('runtime', body) as (runtime: unknown) => { readA: (value: string) => string };
  const runtime = { start: (text: string) => `<${text}`, end: (text: string) => `${text}>` };
  expect(load(runtime).readA('x')).toBe('<x>!');
});

test('lays megabytes out quickly', () => {
  const statement = (at: number) => code`
    if (${identifier(`value${at}`)} === ${`text ${at}`}) {
      ${code`report(${at}, ${symbol(RUNTIME, 'issue')});`}
    }
  `;
  const statements = Array.from({ length: 50_000 }, (_, at) => statement(at));
  const start = performance.now();
  const text = renderModule(statements, { language: 'ts', modulePath: 'x.ts' });
  expect(text.length).toBeGreaterThan(3_000_000);
  expect(performance.now() - start).toBeLessThan(2_000);
});
