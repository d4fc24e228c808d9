import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { generate } from '../../../src/pipeline/program.js';
import { folderWith } from '../pipeline/project-folder.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The templates that the page shows, by their paths. */
const shown = new Map(
  [
    ...readFileSync(join(ROOT, 'docs/templates.md'), 'utf8').matchAll(
      /^`my-templates\/([^`]+)`\n\n```text\n([\s\S]*?)```/gmu,
    ),
  ].map(([, path = '', text = '']) => [path, text] as const),
);

test('the overlay of docs/templates.md changes one template and adds a file', async () => {
  expect([...shown.keys()]).toEqual(['adapters/index.ts.hbs', 'adapters/{component}.messages.md.hbs']);
  const folder = folderWith({});
  for (const [path, text] of shown) {
    mkdirSync(dirname(join(folder, 'my-templates', path)), { recursive: true });
    writeFileSync(join(folder, 'my-templates', path), text);
  }
  copyFileSync(join(ROOT, 'input-models/metering/EndDeviceEvents.xsd'), join(folder, 'EndDeviceEvents.xsd'));
  const { value, diagnostics } = await generate(
    {
      version: 1,
      inputs: 'EndDeviceEvents.xsd',
      outDir: 'out',
      templates: 'my-templates',
      interfaces: [{ component: 'Mdm', accepts: [{ noun: 'EndDeviceEvents', verbs: ['created'] }] }],
      emit: { adapters: true },
    },
    folder,
  );
  expect(diagnostics).toEqual([]);
  expect(
    value.flatMap((one) =>
      one.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ),
  ).toEqual([]);
  expect(value.map(({ status }) => status)).toEqual(['written']);
  const read = (path: string): string => readFileSync(join(folder, 'out', path), 'utf8');
  expect(read('adapters/index.ts')).toContain("// Adapters of ACME.\n\nexport * from './mdm.js';\n");
  expect(read('adapters/mdm.messages.md').replaceAll(/ +/gu, ' ')).toContain(
    '| in | created | EndDeviceEvents | `createdEndDeviceEvents` |',
  );
  expect(read('adapters/mdm.ts')).toContain('export interface MdmHandlers');
});
