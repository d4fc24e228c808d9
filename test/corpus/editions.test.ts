import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chaptersOf, foldChanges } from '../../src/diagnostics/render/change-words.js';
import type { Report } from '../../src/diagnostics/finding.js';
import { PORTS } from '../../src/pipeline/wiring.js';
import { ROOT } from '../architecture/source-files.js';
import { run } from '../unit/cli/command-run.js';

const CORPUS = join(ROOT, '../shared/corpus');

/** Editions of one model: name of the golden file, the old edition, the new one. */
const PAIRS: readonly (readonly [name: string, before: string, after: string])[] = [
  ['iec61968-6-create', 'iec61968-6-openwms/CimCreate/xsd/*.xsd', 'iec61968-6-openwms/create/xsd/*.xsd'],
  [
    'iec61968-5-2013-2016',
    'iec61968-5-derms/opendms-2013-2016/xsd/DERGroup.xsd',
    'iec61968-5-derms/nrel-2016/xsd/DERGroups.xsd',
  ],
  ['espi-3.3.1-4.0-usage', 'espi/3.3.1/usage.xsd', 'espi/4.0/espi.xsd'],
  ['espi-3.3.1-4.0-customer', 'espi/3.3.1/retailcustomer.xsd', 'espi/4.0/customer.xsd'],
  ['ieee2030.5-2.0.4-2.2', 'ieee2030.5/epri-2013/sep.xsd', 'ieee2030.5/tylores/sep.xsd'],
  [
    'message-2010-2011',
    'iec61968-6-openwms/ed2010-WorkRequest/xsd/Message.xsd',
    'iec61968-9-epri2011/wsdl/xsd/Message.xsd',
  ],
  [
    'message-2011-2012',
    'iec61968-9-epri2011/wsdl/xsd/Message.xsd',
    'iec61968-6-openwms/create/xsd/Message.xsd',
  ],
  ['message-2012-dlms', 'iec61968-6-openwms/create/xsd/Message.xsd', 'iec61968-9-dlms-cim/xsd/Message.xsd'],
  ['cgmes-2.4.15-3.0.0', 'cgmes-rdfs/2.4.15-2016', 'cgmes-rdfs/3.0.0'],
];

/** One line a change, what breaks in brackets; words of the models' documentation are counted only. */
function goldenText({ comparison, findings }: Report): string {
  const lines = Object.entries(comparison?.verdicts ?? {}).map(
    ([category, verdict]) => `${category}: ${verdict}`,
  );
  lines.push(`version: ${comparison?.step ?? ''}`);
  for (const { title, changes } of chaptersOf(findings)) {
    lines.push('', `${title} (${changes.length})`);
    if (title === 'Documentation only') continue;
    for (const { first, message, subjects } of foldChanges(changes)) {
      const broken = first.change.effects
        .filter(({ verdict }) => verdict !== 'compatible')
        .map(
          ({ category, verdict, witness }) =>
            `${category}${verdict === 'undecided' ? '?' : ''}${witness === undefined ? '' : '!'}`,
        );
      lines.push(`  ${first.change.rule}: ${message}${broken.length === 0 ? '' : `  [${broken.join(' ')}]`}`);
      if (subjects.length > 0) lines.push(`    ${subjects.join(', ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

describe.skipIf(!existsSync(CORPUS))('editions of real models (needs ../shared/corpus)', () => {
  test.each(PAIRS)('%s', { timeout: 240_000 }, async (name, before, after) => {
    const { code, out, err } = await run(CORPUS, ['diff', before, after, '--format', 'json'], {
      ports: PORTS,
    });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    await expect(goldenText(JSON.parse(out) as Report)).toMatchFileSnapshot(`editions/${name}.txt`);
  });

  test.each(PAIRS)('%s against itself: nothing', { timeout: 240_000 }, async (_name, before) => {
    const { code, out } = await run(CORPUS, ['diff', before, before, '--format', 'json'], { ports: PORTS });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Report).findings).toEqual([]);
  });
});
