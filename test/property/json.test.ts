import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clark } from '../../src/foundation/expanded-name.js';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadModel } from '../../src/pipeline/load-model.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import { fromJson, toJson } from '../../src/runtime/json/index.js';
import { invalidSamples } from '../../src/samples/invalid/invalid-samples.js';
import { sampleDocument } from '../../src/samples/sample-document.js';
import { judgesOf, mutants, reasonFor, UNSAID } from '../support/json-agreement.js';

const MODELS = fileURLToPath(new URL('../../input-models/', import.meta.url));

const SCHEMAS = readdirSync(MODELS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xsd') && !/AbstractPayloadType|chameleon|redefined/.test(name))
  .sort();

/** Reasons of differences that were met. */
const reasons = new Set<string>();

describe.each(SCHEMAS)('JSON of samples of %s', async (name) => {
  const host = fileSourceHost({ workingFolder: MODELS }).value;
  const { schema } = (await loadModel([pathToFileURL(join(MODELS, name)).href], host)).value;
  const codec = loadCodec(schema);
  const registry = codec.registry();
  const elements = [...schema.elements.values()].filter(
    ({ scope, abstract }) => scope === 'global' && !abstract,
  );
  const messages = elements.flatMap((element) => {
    const message = codec.messages.get(clark(element.name));
    return message === undefined ? [] : [{ element, message }];
  });

  test('XML, object, JSON, object, XML: nothing is lost', () => {
    for (const { element, message } of messages) {
      for (const extent of ['minimal', 'full', 'random'] as const) {
        const xml = sampleDocument(schema, element.id, { seed: 1, extent });
        const value = message.decode(xml, { registry });
        const json = toJson(message, value);
        const again = fromJson(message, json, { registry });
        expect(again.issues, `${element.name.localName} ${extent}\n${xml}\n${json}`).toEqual([]);
        expect(again.value).toEqual(value);
        expect(toJson(message, again.value)).toBe(json);
        expect(message.encode(again.value, { registry })).toBe(message.encode(value, { registry }));
      }
    }
  });

  test('a value that is not valid is not valid as JSON', () => {
    let refused = 0;
    for (const { element, message } of messages) {
      for (const { xml, breaks } of invalidSamples(schema, element.id, { seed: 1, count: 45 })) {
        const { value } = message.safeDecode(xml, { registry });
        if (value === undefined) continue;
        const json = toJson(message, value);
        const { ok, issues } = fromJson(message, json, { registry });
        // What the value does not carry, such as an element that is not declared, is no fault of the JSON; but two texts
        // that it stood between are. A text would be taken for a document by `validate`.
        const valid = message.safeDecode(message.encode(value, { registry }), { registry }).ok;
        const isShapeAlone = !ok && issues.every(({ rule }) => rule === 'shape');
        expect(ok || isShapeAlone, `${element.name.localName}: ${breaks}\n${json}`).toBe(valid);
        if (!ok) refused++;
      }
    }
    if (messages.length > 0) expect(refused).toBeGreaterThan(0);
  });

  test('JSON Schema comes to the same verdict', () => {
    const judgeOf = judgesOf(schema, codec);
    for (const { element, message } of messages) {
      const judge = judgeOf(element.id);
      const differing: string[] = [];
      const compare = (json: string, note: string): void => {
        const { ok, issues } = fromJson(message, json, { registry });
        if (judge(JSON.parse(json)) === ok) return;
        const reason = ok ? undefined : reasonFor(issues, json);
        if (reason === undefined)
          differing.push(
            `${note}: ${ok ? `only we accept, ${JSON.stringify(judge.errors)}` : `only we refuse, ${issues.map(({ rule, path, message: said }) => `${rule} ${path} ${said}`).join(', ')}`}\n${json}`,
          );
        else reasons.add(reason);
      };
      for (const extent of ['minimal', 'full', 'random'] as const) {
        const json = toJson(
          message,
          message.decode(sampleDocument(schema, element.id, { seed: 1, extent }), { registry }),
        );
        compare(json, extent);
        expect(judge(JSON.parse(json)), JSON.stringify(judge.errors)).toBe(true);
        for (const [done, mutant] of mutants(json, 40)) compare(mutant, `${extent} ${done}`);
      }
      for (const { xml, breaks } of invalidSamples(schema, element.id, { seed: 1, count: 45 })) {
        const { value } = message.safeDecode(xml, { registry });
        if (value !== undefined) compare(toJson(message, value), breaks);
      }
      expect(differing, element.name.localName).toEqual([]);
    }
  });
});

test('every exception is needed', () => {
  expect(UNSAID.map(({ reason }) => reason).filter((reason) => !reasons.has(reason))).toEqual([]);
});
