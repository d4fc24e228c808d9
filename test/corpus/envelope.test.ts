import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadModel } from '../../src/pipeline/load-model.js';
import { kindOfRoot } from '../../src/runtime/envelope/index.js';
import { ed1 } from '../support/envelope-editions.js';
import { corpusHost, uriOf } from './compile-model.js';
import { readCorpus } from './corpus-reports.js';
import { editionOver } from './edition-over.js';

const corpus = resolve('../shared/corpus');
const isThere = existsSync(join(corpus, 'INSTANCE-REPORT.tsv'));

/** Documents of the corpus that are messages: a header with a verb, or nothing but a reply, inside a SOAP body or not. */
const MESSAGE =
  /<(?:[\w.-]+:)?Header[^>]*>\s*(?:<!--.*?-->\s*)*<(?:[\w.-]+:)?Verb\b|<(?:[\w.-]+:)?\w*FaultMessage[^>]*>\s*(?:<!--.*?-->\s*)*<(?:[\w.-]+:)?Reply\b/s;

const messages = isThere
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .filter((name) => MESSAGE.test(readFileSync(join(corpus, name), 'utf8')))
      // A message inside a request to a test service is not the document's own.
      .filter((name) => !/\/EndDeviceMessage__/.test(name))
  : [];

describe.skipIf(!isThere)('messages of the corpus', () => {
  test('are all read in tolerant mode, and what is wrong with them is named', () => {
    expect(messages.length).toBeGreaterThan(500);
    const refused: string[] = [];
    const unnamed: string[] = [];
    const made = new Map<string, number>();
    for (const name of messages) {
      const xml = readFileSync(join(corpus, name));
      const strict = ed1.decode(xml);
      const read = ed1.decode(xml, { mode: 'tolerant' });
      if (!read.ok) {
        refused.push(`${name}: ${read.issues.map(({ message }) => message).join('; ')}`);
        continue;
      }
      if (!strict.ok && read.tolerances.length === 0) unnamed.push(name);
      for (const { rule } of read.tolerances) made.set(rule, (made.get(rule) ?? 0) + 1);
      // What was read can be written: nothing of it is half a message.
      if (read.value.header?.verb !== '') expect(ed1.encode(read.value).length).toBeGreaterThan(100);
    }
    expect(refused).toEqual([]);
    expect(unnamed).toEqual([]);
    console.log(
      `${messages.length} messages; tolerances: ${[...made].map(([rule, count]) => `${rule} ${count}`).join(', ')}`,
    );
  });

  const instances = isThere
    ? readCorpus(corpus).instances.filter(
        ({ file, schema, verdict, checked }) =>
          checked === 'root' &&
          /soapui-messages[^/]*\/body|openwms\/samples/.test(file) &&
          schema !== '' &&
          (verdict === 'valid' || verdict === 'INVALID') &&
          messages.includes(file),
      )
    : [];
  const schemas = [...new Set(instances.map(({ schema }) => schema))].sort();

  test.each(schemas.length === 0 ? ['none'] : schemas)(
    '%s: strict mode has the verdicts of libxml2',
    { timeout: 120_000 },
    async (schema) => {
      const { value } = await loadModel([uriOf(corpus, schema)], corpusHost(corpus, [schema]));
      const edition = editionOver(value.schema, loadCodec(value.schema));
      const differing = instances
        .filter((entry) => entry.schema === schema && kindOfRoot(entry.localName).kind !== undefined)
        .flatMap(({ file, verdict }) => {
          const read = edition?.decode(readFileSync(join(corpus, file)));
          const found = read?.ok === true ? 'valid' : 'INVALID';
          return found === verdict
            ? []
            : [`${file}: ${found}, ${verdict} by libxml2: ${read?.issues[0]?.message ?? ''}`];
        });
      expect(differing).toEqual([]);
    },
  );
});
