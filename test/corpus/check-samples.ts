import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clark, compareText } from '../../src/foundation/expanded-name.js';
import type { ElementDeclaration, Schema } from '../../src/model/schema/index.js';
import type { LoadedCodec } from '../../src/pipeline/load-codec.js';
import { readSample } from '../../src/samples/sample-document.js';
import { parsePlainXml } from './plain-xml.js';
import { roundTripFault, shown } from './round-trip.js';

/** What became of the samples of one schema. */
export interface SampleOutcome {
  readonly made: number;
  /** What is wrong, one text a sample. */
  readonly refused: readonly string[];
  readonly refusedByLibxml2: readonly string[];
  readonly changed: readonly string[];
}

/** As many elements of a schema, from all over it, are made samples of. */
const ELEMENTS = 8;

const EXTENTS = ['minimal', 'full', 'random'] as const;

/** Samples of a schema: valid for the generated code and for libxml2, and unchanged by decode and encode. */
export async function checkSamples(
  corpus: string,
  file: string,
  schema: Schema,
  codec: LoadedCodec,
): Promise<SampleOutcome> {
  const registry = codec.registry();
  const refused: string[] = [];
  const changed: string[] = [];
  const documents = new Map<string, string>();
  for (const element of someElements(schema)) {
    const message = codec.messages.get(clark(element.name));
    if (message === undefined) continue;
    for (const extent of EXTENTS) {
      const { value: xml, diagnostics } = readSample(schema, element.id, { seed: 1, extent });
      // What no document can be valid for, or none that can be found, is told.
      if (xml === '' || diagnostics.length > 0) continue;
      const name = `${element.name.localName} ${extent}`;
      documents.set(name, xml);
      const result = message.safeDecode(xml, { registry });
      const [issue] = result.issues;
      if (!result.ok) {
        refused.push(`${name}: ${issue === undefined ? 'no issue is told' : shown(issue)}`);
        continue;
      }
      const fault = roundTripFault(message, xml, parsePlainXml(xml), result.value, { registry });
      if (fault !== undefined) changed.push(`${name}: ${fault}`);
    }
  }
  return {
    made: documents.size,
    refused,
    changed,
    refusedByLibxml2: await refusedByLibxml2(corpus, file, documents),
  };
}

/** Elements from all over a schema that can be roots. */
function someElements(schema: Schema): readonly ElementDeclaration[] {
  const all = [...schema.elements.values()]
    .filter(({ scope, abstract }) => scope === 'global' && !abstract)
    .sort((a, b) => compareText(a.id, b.id));
  const step = Math.max(1, all.length / ELEMENTS);
  return Array.from(
    { length: Math.min(ELEMENTS, all.length) },
    (_, index) => all[Math.floor(index * step)],
  ).filter((element) => element !== undefined);
}

async function refusedByLibxml2(
  corpus: string,
  file: string,
  documents: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  if (documents.size === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-samples-'));
  try {
    const names = [...documents.keys()];
    names.forEach((name, index) => {
      writeFileSync(join(folder, `${index}.xml`), documents.get(name) ?? '');
    });
    const files = names.map((_, index) => join(folder, `${index}.xml`));
    const told = await xmllint(corpus, ['--noout', '--nonet', '--schema', join(corpus, file), ...files]);
    if (!/(?:validates|fails to validate)$/m.test(told))
      return [`libxml2 does not run: ${told.slice(0, 300)}`];
    return names.flatMap((name, index) => {
      const lines = told.split('\n').filter((line) => line.startsWith(join(folder, `${index}.xml`)));
      if (lines.some((line) => line.endsWith(' validates'))) return [];
      return `${name}: ${(lines[0] ?? '').slice(folder.length + 1, folder.length + 300)}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that xmllint says. */
const xmllint = (corpus: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn('xmllint', args, {
      env: { ...process.env, XML_CATALOG_FILES: join(corpus, 'catalog.xml') },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('close', () => {
      resolve(told);
    });
  });
