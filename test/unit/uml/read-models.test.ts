import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Read } from '../../../src/diagnostics/diagnostic.js';
import type { InformationModel } from '../../../src/model/information/index.js';
import { readInformationModel } from '../../../src/readers/uml/read-information-model.js';
import { dumpModel } from '../../support/dump-model.js';

const folder = resolve('test/unit/uml/models');
const models = readdirSync(folder).filter((name) => !name.endsWith('.txt'));

const read = (name: string): Promise<Read<InformationModel | undefined>> =>
  readInformationModel({ uri: `memory:/${name}`, label: name, bytes: readFileSync(join(folder, name)) });

describe('own models', () => {
  test.each(models)('%s', async (name) => {
    const { value, diagnostics } = await read(name);
    const said = diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
    const text = `${value?.format ?? 'no'} ${value === undefined ? 'model' : dumpModel(value)}\n${said.join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(join(folder, `${name}.txt`));
  });

  test('one model, exported as XMI 1.1 and as XMI 2.1, is the same to the last note and tagged value', async () => {
    const [old, young] = await Promise.all([read('metering-ea-xmi11.xml'), read('metering-ea-xmi21.xml')]);
    const dump = ({ value }: Read<InformationModel | undefined>): string =>
      value === undefined ? '' : dumpModel({ ...value, name: 'Project' });
    expect(dump(old)).toBe(dump(young));
    expect(dump(old)).toContain('costs 5 € & more');
  });
});
