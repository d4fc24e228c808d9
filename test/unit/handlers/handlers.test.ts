import { describe, expect, test } from 'vitest';
import { resolveInterface } from '../../../src/config/interface/resolve-interface.js';
import { lineColumn } from '../../../src/foundation/source-text.js';
import { compareHandlers } from '../../../src/pipeline/handlers/compare-handlers.js';
import { folderWith } from '../pipeline/project-folder.js';
import { join } from 'node:path';

const SPECIFICATION = resolveInterface({
  options: {
    component: 'HeadEnd',
    accepts: [
      { noun: 'MeterReadings', verbs: ['get'] },
      { noun: 'EndDeviceControls', verbs: ['create', 'cancel'] },
      { noun: 'EndDeviceEvents', verbs: ['created'] },
      { noun: 'OperationSet', verbs: ['execute'] },
    ],
  },
  spanOf: () => undefined,
}).value;

/** The contract as it might be generated, without the runtime. */
const CONTRACT = `
export interface Received<P> { readonly payload: P }
export interface Controls { readonly mRID: string }
export interface HeadEndHandlers {
  getMeterReadings(request: Received<string | undefined>, context: object): Promise<{ readings: number }>;
  createEndDeviceControls(request: Received<Controls>, context: object): Promise<void>;
  undoCreateEndDeviceControls?(request: Received<Controls>, answer: object, context: object): Promise<void>;
  cancelEndDeviceControls(request: Received<Controls | undefined>, context: object): Promise<void>;
  createdEndDeviceEvents(event: Received<string>, context: object): Promise<void>;
}
`;

async function compare(text: string, sync = false) {
  const root = folderWith({ 'contract.ts': CONTRACT, 'handlers.ts': text });
  const path = join(root, 'handlers.ts');
  const source = { uri: 'file:///handlers.ts', label: 'handlers.ts', bytes: new TextEncoder().encode(text) };
  const { diagnostics, synchronised, added } = await compareHandlers([SPECIFICATION], [{ path, source }], {
    root,
    sync,
  });
  const said = diagnostics.map(({ code, at, message, hint }) => {
    const place = at === undefined ? undefined : lineColumn(source.bytes, at.start);
    return [`${code} ${place?.line ?? 0}:${place?.column ?? 0} ${message}`, hint] as const;
  });
  return { said, text: synchronised.get(path), added };
}

const IMPORT = `import type { Controls, HeadEndHandlers, Received } from './contract.js';\n`;
const WHOLE = `
  async getMeterReadings() { return { readings: 1 }; }
  async createEndDeviceControls(request: Received<Controls>) { void request.payload.mRID; }
  async cancelEndDeviceControls(request: Received<Controls | undefined>) { void request; }
  async createdEndDeviceEvents() {}
`;

describe('adapter check', () => {
  test('nothing is said of handlers that are whole', async () => {
    const { said } = await compare(`${IMPORT}export class A implements HeadEndHandlers {${WHOLE}}\n`);
    expect(said).toEqual([]);
  });

  test('what takes back, private helpers and other methods are nobody’s business', async () => {
    const body = `${WHOLE}
  async undoCreateEndDeviceControls() {}
  private async deleteEndDeviceControls() {}
  getMeter() {}
  close() {}`;
    expect((await compare(`${IMPORT}class A implements HeadEndHandlers {${body}}\n`)).said).toEqual([]);
  });

  test('missing handlers are told at the class', async () => {
    const { said } = await compare(`${IMPORT}
export class A implements HeadEndHandlers {
  async getMeterReadings() { return { readings: 1 }; }
}
`);
    expect(said.map(([text]) => text)).toEqual([
      'ADP1001 3:14 class A has no method cancelEndDeviceControls, which the interface of HeadEnd asks for',
      'ADP1001 3:14 class A has no method createEndDeviceControls, which the interface of HeadEnd asks for',
      'ADP1001 3:14 class A has no method createdEndDeviceEvents, which the interface of HeadEnd asks for',
    ]);
  });

  test('stale handlers are told where they stand, with the name that they may have now', async () => {
    const { said } = await compare(`${IMPORT}class A implements HeadEndHandlers {${WHOLE}
  async deleteMeterReadings() {}
  async createdEndDeviceEvnts(event: Received<string>) { void event; }
}
`);
    expect(said.map(([text]) => text)).toEqual([
      'ADP1002 8:9 class A handles deleteMeterReadings, which the interface of HeadEnd does not name',
      'ADP1002 9:9 class A handles createdEndDeviceEvnts, which the interface of HeadEnd does not name',
    ]);
  });

  test('a renamed handler', async () => {
    const text = `${IMPORT}class A implements HeadEndHandlers {${WHOLE.replace('createdEndDeviceEvents() {}', 'createdEndDeviceEvnts(event: Received<string>) { void event; }')}}`;
    const { said } = await compare(text);
    expect(said.map(([, hint]) => hint)).toContain('was it renamed to "createdEndDeviceEvents"?');
  });

  test('a wrong signature is told with what was expected', async () => {
    const { said } = await compare(
      `${IMPORT}class A implements HeadEndHandlers {${WHOLE.replace('{ readings: 1 }', "{ readings: 'one' }").replace('request: Received<Controls>', 'request: number')}}`,
    );
    expect(said.map(([text]) => text)).toEqual([
      'ADP1003 3:9 getMeterReadings is () => Promise<{ readings: string; }>, expected (request: Received<string | undefined>, context: object) => Promise<{ readings: number; }>',
      'ADP1003 4:9 createEndDeviceControls is (request: number) => Promise<void>, expected (request: Received<Controls>, context: object) => Promise<void>',
    ]);
  });

  test.each([
    ['an object by its type', 'const handlers: HeadEndHandlers = {};', '2:7'],
    ['an object by satisfies', 'export const handlers = {} satisfies HeadEndHandlers;', '2:14'],
    ['a class by another name', 'class B implements Other {}', '2:7'],
  ])('%s', async (_, text, place) => {
    const imported = IMPORT.replace('HeadEndHandlers', 'HeadEndHandlers, HeadEndHandlers as Other');
    const { said } = await compare(`${imported}${text}\n`);
    expect(said.filter(([one]) => one.startsWith(`ADP1001 ${place}`)).length).toBe(4);
  });

  test('no handlers at all', async () => {
    expect((await compare('export const nothing = 1;\n')).said.map(([text]) => text)).toEqual([
      'ADP1004 0:0 found no class that implements HeadEndHandlers, and no object of that type',
    ]);
  });

  test('a file that is not TypeScript is left alone', async () => {
    const broken = `${IMPORT}class A implements HeadEndHandlers { async getMeterReadings( {`;
    const { said, text } = await compare(broken, true);
    expect(said[0]?.[0]).toMatch(/^ADP1005 2:\d+ the file is left alone/u);
    expect(text).toBeUndefined();
  });
});

describe('adapter sync', () => {
  const ODD = `// @ts-check
${IMPORT}
/* A head end, written by hand. */
@service({ name: 'head-end' })   // a decorator
export   class HeadEnd
    extends Base implements HeadEndHandlers, Disposable
{
    #meters = new Map< string,number >( );

    @logged() async getMeterReadings( request : Received<string|undefined> ) // on demand
    {
        return { readings:this.#meters.size } ;
    }

    createdEndDeviceEvents = async () => {} // no semicolon

    // the last word
}

const after = { unrelated : true }
`;

  test('adds what is missing, in the manner of the file, and nothing else', async () => {
    const { text = '', added } = await compare(ODD, true);
    const stub = (name: string): string =>
      `    ${name}: HeadEndHandlers['${name}'] = async () => {\n        throw new Error('${name} is not written yet');\n    };\n`;
    const stubs = `\n${stub('createEndDeviceControls')}\n${stub('cancelEndDeviceControls')}`;
    expect(text).toBe(ODD.replace('    // the last word\n', `    // the last word\n${stubs}`));
    expect(added).toEqual(['HeadEnd.createEndDeviceControls', 'HeadEnd.cancelEndDeviceControls']);
  });

  test.each([
    ['an empty class on one line', 'class A implements HeadEndHandlers {}\n'],
    ['a class with everything on one line', 'class A implements HeadEndHandlers { a = 1; b = 2 }\n'],
    ['tabs', 'class A implements HeadEndHandlers {\n\ta = 1;\n}\n'],
    ['Windows', 'class A implements HeadEndHandlers {\r\n  a = 1;\r\n}\r\n'],
    [
      'an object with a comma at its end',
      'const a: HeadEndHandlers = {\n  createdEndDeviceEvents: async () => {},\n};\n',
    ],
    [
      'an object without',
      'const a: HeadEndHandlers = {\n  createdEndDeviceEvents: async () => {} // no comma,\n};\n',
    ],
    ['an empty object', 'const a: HeadEndHandlers = {};\n'],
    ['a class in a function', 'function f() {\n    return class implements HeadEndHandlers {\n    };\n}\n'],
    ['a byte order mark', '\ufeffclass A implements HeadEndHandlers {\n}\n'],
  ])('%s', async (_, text) => {
    const before = text.startsWith('\ufeff') ? `\ufeff${IMPORT}${text.slice(1)}` : IMPORT + text;
    const once = (await compare(before, true)).text ?? '';
    // Taking the added text out again gives what was there.
    const rest = subsequence(before, once);
    expect(rest).toBe(true);
    expect((await compare(once, true)).text).toBeUndefined();
    expect((await compare(once)).said).toEqual([]);
    if (text.includes('\r\n')) expect(once.replaceAll('\r\n', '')).not.toContain('\n\n');
  });

  test('is idle where nothing is missing', async () => {
    const whole = `${IMPORT}export class A implements HeadEndHandlers {${WHOLE}}\n`;
    expect(await compare(whole, true)).toEqual({ said: [], text: undefined, added: [] });
  });
});

/** Whether a text is what remains of another when whole stretches are taken out. */
function subsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at++;
  return at === part.length;
}
