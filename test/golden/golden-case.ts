import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readConfig } from '../../src/config/load-config.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { generatorIdentity } from '../../src/pipeline/generator-identity.js';
import { planProject } from '../../src/pipeline/plan-project.js';
import { PORTS } from '../../src/pipeline/wiring.js';
import { rootNameOf } from '../../src/readers/xml/root-name.js';
import type { DecodeOptions, Message } from '../../src/runtime/message/element-message.js';
import { toUtf8 } from '../../src/runtime/xml/encoding.js';

export const GOLDEN = fileURLToPath(new URL('.', import.meta.url));

/** Where the output of all cases is written to be loaded and type-checked; not part of the repository. */
export const OUTPUT = fileURLToPath(new URL('../../tmp/golden/', import.meta.url));

/** A message of whatever type. */
type AnyMessage = Message<unknown, Record<string, unknown>>;

/** `config.json` of a case: options of the project, and what only tests have. */
interface CaseConfig {
  readonly [option: string]: unknown;
  /** How documents are decoded. */
  readonly decode?: DecodeOptions;
  /** Compare the whole output, not the types alone. */
  readonly whole?: boolean;
  /** Why libxml2 comes to another verdict, by document. */
  readonly libxml2?: Readonly<Record<string, string>>;
}

/** A case that was compiled, its output loaded. */
export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  readonly config: CaseConfig;
  readonly schema: string;
  /** Path below the output folder to text, the manifest left out. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  readonly messages: ReadonlyMap<string, AnyMessage>;
  /** What the JSON Schemas of the output, if it has any, say against a value. */
  readonly schemas?: ((message: AnyMessage, json: unknown) => readonly unknown[]) | undefined;
  /** Names of `valid-*.xml` and `invalid-*.xml`. */
  readonly documents: readonly string[];
}

/** Names of all cases: folders with a schema. */
export const goldenCases = (): readonly string[] =>
  readdirSync(GOLDEN).filter((name) => existsSync(join(GOLDEN, name, 'schema.xsd')));

const opened = new Map<string, Promise<GoldenCase>>();

/** A case, compiled once: its output is written below `OUTPUT` and loaded. */
export function openCase(name: string): Promise<GoldenCase> {
  const known = opened.get(name) ?? compileCase(name);
  opened.set(name, known);
  return known;
}

async function compileCase(name: string): Promise<GoldenCase> {
  const folder = join(GOLDEN, name);
  const config = readCaseConfig(folder);
  const { decode: _decode, whole: _whole, libxml2: _libxml2, ...options } = config;
  const { value } = await readConfig({ version: 1, inputs: 'schema.xsd', outDir: 'out', ...options }, folder);
  const [project] = value?.projects ?? [];
  if (project === undefined) throw new Error(`${name}/config.json is not right`);
  const plan = await planProject(project, {
    ports: PORTS,
    generator: generatorIdentity(),
    cacheFolder: undefined,
  });
  const files = plan.value?.files ?? new Map<string, string>();
  writeOutput(join(OUTPUT, name), files);
  return {
    name,
    folder,
    config,
    schema: join(folder, 'schema.xsd'),
    files,
    diagnostics: plan.diagnostics,
    messages: await loadMessages(join(OUTPUT, name), files),
    schemas: judgesOf(files),
    documents: readdirSync(folder).filter((file) => /^(?:in)?valid-.*\.xml$/u.test(file)),
  };
}

/** The message of the root element of a document. */
export function messageFor(golden: GoldenCase, document: string): AnyMessage {
  const decoded = toUtf8(readFileSync(join(golden.folder, document)));
  const name = 'bytes' in decoded ? rootNameOf(decoded.bytes) : undefined;
  // A document that cannot be read is everyone's.
  if (name === undefined && golden.messages.size === 1) return [...golden.messages.values()][0] as AnyMessage;
  // Tolerant decoding also takes a root of another namespace.
  const local = [...golden.messages].find(
    ([clark]) => clark.replace(/^\{.*\}/u, '') === (name ?? '').replace(/^\{.*\}/u, ''),
  );
  const message = golden.messages.get(name ?? '') ?? local?.[1];
  if (message === undefined)
    throw new Error(`${golden.name}: no message for the root element ${name ?? '?'} of ${document}`);
  return message;
}

/** Judges values by the documents of JSON Schema in an output. */
function judgesOf(files: ReadonlyMap<string, string>): GoldenCase['schemas'] {
  const documents = [...files].filter(([path]) => path.endsWith('.schema.json'));
  if (documents.length === 0) return undefined;
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  for (const [path, text] of documents) ajv.addSchema(JSON.parse(text) as object, `http://x/${path}`);
  return ({ name }, json) => {
    for (const [path] of documents) {
      const judge = ajv.getSchema(`http://x/${path}#/$defs/${name}`);
      if (judge !== undefined) return judge(json) ? [] : (judge.errors ?? []);
    }
    return [`there is no definition of ${name}`];
  };
}

function readCaseConfig(folder: string): CaseConfig {
  const file = join(folder, 'config.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CaseConfig) : {};
}

function writeOutput(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

async function loadMessages(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, AnyMessage>> {
  const messages = new Map<string, AnyMessage>();
  for (const path of files.keys()) {
    if (!path.endsWith('/messages.ts')) continue;
    const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href);
    for (const value of Object.values(Object(loaded)))
      if (isMessage(value))
        messages.set(value.namespace === '' ? value.name : `{${value.namespace}}${value.name}`, value);
  }
  return messages;
}

const isMessage = (value: unknown): value is AnyMessage =>
  typeof value === 'object' && value !== null && 'safeDecode' in value;
