import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clark } from '../../src/foundation/expanded-name.js';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import { fromJson, toJson } from '../../src/runtime/json/index.js';
import { readSample } from '../../src/samples/sample-document.js';
import { judgesOf, mutants, reasonFor } from '../support/json-agreement.js';

const corpus = resolve('../shared/corpus');

/** One schema in so many: `npx vitest run test/corpus/json` with CIMBIND_EVERY=1 takes them all. */
const every = Number(process.env['CIMBIND_EVERY'] ?? 40);

const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xsd'))
      .sort()
      .filter((_, at) => at % every === 0)
  : [];

/** As many elements of a schema are looked at. */
const ELEMENTS = 3;

describe.skipIf(files.length === 0)('JSON of samples of schemas of the corpus', () => {
  const host = fileSourceHost({
    workingFolder: corpus,
    catalogs: [pathToFileURL(join(corpus, 'catalog.xml')).href],
  }).value;

  test.each(files.length === 0 ? ['none'] : files)('%s', { timeout: 300_000 }, (file) => {
    const { value: schema, diagnostics } = loadSchema(
      [{ uri: pathToFileURL(join(corpus, file)).href }],
      host,
    );
    if (diagnostics.some(({ severity }) => severity === 'error')) return;
    const codec = loadCodec(schema);
    const registry = codec.registry();
    const judgeOf = judgesOf(schema, codec);
    const elements = [...schema.elements.values()].filter(
      ({ scope, abstract }) => scope === 'global' && !abstract,
    );
    const differing: string[] = [];
    for (const element of elements.slice(0, ELEMENTS)) {
      const message = codec.messages.get(clark(element.name));
      if (message === undefined) continue;
      const judge = judgeOf(element.id);
      for (const extent of ['minimal', 'random'] as const) {
        const sample = readSample(schema, element.id, { seed: 1, extent, maxBytes: 8192 });
        if (sample.value === '' || sample.diagnostics.length > 0) continue;
        const decoded = message.safeDecode(sample.value, { registry });
        if (!decoded.ok) continue;
        const json = toJson(message, decoded.value);
        const again = fromJson(message, json, { registry });
        expect(again.issues, json).toEqual([]);
        expect(again.value).toEqual(decoded.value);
        for (const [done, mutant] of [['', json] as const, ...mutants(json, 20)]) {
          const { ok, issues } = fromJson(message, mutant, { registry });
          if (judge(JSON.parse(mutant)) === ok || (!ok && reasonFor(issues, mutant) !== undefined)) continue;
          differing.push(
            `${element.name.localName} ${extent} ${done}: ${ok ? `only we accept: ${JSON.stringify(judge.errors)}` : `only we refuse: ${issues.map(({ rule, message: said }) => `${rule} ${said}`).join()}`}\n${mutant}`.slice(
              0,
              1500,
            ),
          );
        }
      }
    }
    expect(differing).toEqual([]);
  });
});
