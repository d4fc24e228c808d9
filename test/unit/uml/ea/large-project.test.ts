import { expect, test } from 'vitest';
import { readEaProject } from '../../../../src/readers/uml/ea/read-ea-project.js';
import { buildInformationModel } from '../../../../src/readers/uml/model-builder.js';
import { emptyRawModel } from '../../../../src/readers/uml/raw-model.js';
import { countsOf } from '../../../support/model-counts.js';
import { writeQea } from '../../../support/write-qea.js';

const CLASSES = 1200;
const ATTRIBUTES = 8;

/** A model of the size of the whole CIM, with notes of the usual length. */
function largeModel() {
  const origin = { source: 'test', record: 'made' };
  const raw = emptyRawModel('xmi-2.5', 'large', 'Large');
  const notes = 'What this stands for is told in one sentence or two, as modelling guides want it. '.repeat(
    3,
  );
  for (let at = 0; at < CLASSES; at++) {
    if (at % 30 === 0) raw.packages.push({ id: `p${at}`, name: `Package${at}`, origin });
    const id = `c${at}`;
    const metaclass = 'class';
    raw.classes.push({ id, package: `p${at - (at % 30)}`, name: `Class${at}`, metaclass, notes, origin });
    for (let member = 0; member < ATTRIBUTES; member++) {
      const type = { id: `c${(at * 7 + member) % CLASSES}` };
      raw.attributes.push({
        owner: id,
        name: `attribute${member}`,
        type,
        multiplicity: '0..1',
        notes,
        origin,
      });
    }
    if (at === 0) continue;
    const general = { id: `c${Math.floor(at / 2)}` };
    raw.generalizations.push({ specific: id, general, origin });
    const ends = [id, general.id].map((one, side) => {
      const name = `Role${at}of${side}`;
      return { name, class: { id: one }, multiplicity: side === 0 ? '0..*' : '0..1', notes, origin };
    });
    const [from, to] = ends;
    if (from !== undefined && to !== undefined) raw.associations.push({ name: '', ends: [from, to], origin });
  }
  return buildInformationModel(raw).value;
}

test('a project of 4 MB is read in less than 2 s and 500 MB', async () => {
  const model = largeModel();
  const bytes = writeQea(model);
  expect(bytes.length).toBeGreaterThan(4_000_000);
  const before = process.cpuUsage();
  const { value, diagnostics } = await readEaProject({ uri: 'file:///large.qea', label: 'large.qea', bytes });
  const spent = process.cpuUsage(before);
  expect(value && countsOf(value)).toEqual(countsOf(model));
  expect(diagnostics).toEqual([]);
  expect((spent.user + spent.system) / 1e6).toBeLessThan(2);
  expect(process.memoryUsage().rss / 2 ** 20).toBeLessThan(500);
}, 60_000);
