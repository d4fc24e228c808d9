import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clark } from '../../src/foundation/expanded-name.js';
import type { ElementDeclaration, Schema } from '../../src/model/schema/index.js';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadModel } from '../../src/pipeline/load-model.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import { anyMessage } from '../../src/runtime/message/any-message.js';
import { invalidSamples } from '../../src/samples/invalid/invalid-samples.js';
import { sampleDocument } from '../../src/samples/sample-document.js';

const MODELS = fileURLToPath(new URL('../../input-models/', import.meta.url));

/** Seeds of the random documents. More of them find more: `SAMPLE_SEEDS=200 npx vitest run test/property`. */
const SEEDS = Array.from({ length: Number(process.env['SAMPLE_SEEDS'] ?? 4) }, (_, at) => at + 1);

const SCHEMAS = readdirSync(MODELS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xsd') && !/AbstractPayloadType|chameleon|redefined/.test(name))
  .sort();

const elementsOf = (schema: Schema): readonly ElementDeclaration[] =>
  [...schema.elements.values()].filter(({ scope, abstract }) => scope === 'global' && !abstract);

function* documentsOf(
  schema: Schema,
  { id }: ElementDeclaration,
): Generator<readonly [note: string, xml: string]> {
  for (const extent of ['minimal', 'full'] as const)
    yield [extent, sampleDocument(schema, id, { seed: 1, extent })];
  for (const seed of SEEDS) yield [`random ${seed}`, sampleDocument(schema, id, { seed, extent: 'random' })];
}

describe.each(SCHEMAS)('generated codecs of %s and samples', async (name) => {
  const host = fileSourceHost({ workingFolder: MODELS }).value;
  const { schema } = (await loadModel([pathToFileURL(join(MODELS, name)).href], host)).value;
  const codec = loadCodec(schema);
  const issuesOf = (xml: string) => anyMessage(codec.registry(), new TextEncoder().encode(xml), {}).issues;

  test('every valid sample is accepted', () => {
    for (const element of elementsOf(schema)) {
      for (const [note, xml] of documentsOf(schema, element)) {
        expect(issuesOf(xml), `${element.name.localName} ${note}\n${xml}`).toEqual([]);
      }
    }
  });

  test('every valid sample survives decode, encode, decode', () => {
    const registry = codec.registry();
    for (const element of elementsOf(schema)) {
      const message = codec.messages.get(clark(element.name));
      if (message === undefined) continue;
      for (const [note, xml] of documentsOf(schema, element)) {
        const value = message.decode(xml, { registry });
        const again = message.decode(message.encode(value, { registry }), { registry });
        expect(again, `${element.name.localName} ${note}\n${xml}`).toEqual(value);
      }
    }
  });

  test('every invalid sample is refused by the rule that it breaks', () => {
    for (const element of elementsOf(schema)) {
      for (const { xml, rule, breaks } of invalidSamples(schema, element.id, { seed: 1, count: 45 })) {
        const found = issuesOf(xml).map((issue) => issue.rule);
        // What was done can have consequences: those come after it, or beside it.
        expect(found, `${rule}: ${breaks}, found ${found.join(' ')}\n${xml}`).toContain(rule);
      }
    }
  });
});
