import { bindSchema, type Binding } from '../analysis/binding/index.js';
import type { ComponentId, Schema } from '../model/schema/index.js';
import { sampleDocument } from '../samples/sample-document.js';
import { Prefixes } from '../samples/prefixes.js';
import type { ResolvedProject } from '../config/resolved-config.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import { emitAdapters, FURTHER_TEMPLATE } from '../emitters/adapters/index.js';
import { emitCodec } from '../emitters/codec/index.js';
import { indexModules } from '../emitters/frame/index-modules.js';
import { packageFrame } from '../emitters/frame/package-frame.js';
import { fileHeader, typesEmitter } from '../emitters/types/index.js';
import { exchangeOf } from '../analysis/exchange/index.js';
import { emitMessages } from '../emitters/messages/index.js';
import { emitExchangeSchema, emitJsonSchema } from '../emitters/json-schema/index.js';
import { emitXsd } from '../emitters/xsd/index.js';
import { imperativeOf } from '../runtime/envelope/verb.js';
import { renderModule } from '../printer/index.js';
import { bindingOptions } from './binding-options.js';
import { bridgePlans } from './bridge-plans.js';
import { contractPlans } from './contract-plans.js';
import type { FilePlan } from './file-plan.js';
import { generatorVersion } from './generator-identity.js';
import { envelopeDocuments } from './envelope-documents.js';
import { loadWithEnvelopes } from './load-with-envelopes.js';
import type { CompileRequest } from './ports.js';
import { templateRenderer } from './render-template.js';

/** Read, link, analyse, emit, print: from the documents of a project to the files of its output. */
export async function compileProject(request: CompileRequest): Promise<Read<readonly FilePlan[]>> {
  const { project } = request;
  const bag = new DiagnosticBag();
  const { messageClasses } = project.emit;
  const envelopes = messageClasses === false ? [] : envelopeDocuments(project, messageClasses);
  const model = await loadWithEnvelopes(request, envelopes);
  bag.push(...model.diagnostics);
  if (bag.hasErrors) return { value: [], diagnostics: bag.sorted() };
  const { schema } = model.value;
  const bound = bindSchema(schema, bindingOptions(project));
  bag.push(...bound.diagnostics);
  const binding = bound.value;
  const runtime = `${project.runtime}/codegen/v1`;
  const plans: FilePlan[] = [];
  if (project.emit.types) {
    const types = typesEmitter.emit({ schema, binding, runtime }, { numbers: project.numbers });
    bag.push(...types.diagnostics);
    plans.push(...types.value);
  }
  const wantsMessages = project.emit.messages && project.emit.codec;
  if (project.emit.codec) {
    const modules = emitCodec(schema, binding, {
      runtime,
      numbers: project.numbers,
      records: recordPaths(project),
      prefixes: { ...suggestedPrefixes(binding), ...model.value.prefixes, ...project.prefixes },
      applyDefaults: project.applyDefaults,
      samples: project.emit.samples ? samplesOf(model.value.schema, binding) : new Map(),
    });
    const namespaceOf = new Map(binding.modules.map(({ path, namespace }) => [path, namespace]));
    for (const { path, codes } of modules) {
      if (/\/(messages|streams)\.ts$/.test(path) && !wantsMessages) continue;
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      const namespace = namespaceOf.get(folder);
      const header = namespace === undefined ? HEADER : fileHeader(schema, namespace);
      plans.push({
        path,
        content: renderModule(codes, { language: 'ts', modulePath: path, header }),
        layout: 'printed',
      });
    }
  }
  plans.push(
    ...indexModules(binding, plans, {
      header: HEADER,
      messages: wantsMessages,
      registry: project.emit.codec,
    }),
  );
  if (project.emit.xsd) {
    const written = emitXsd(schema, { prefixes: { ...model.value.prefixes, ...project.prefixes } });
    plans.push(...written.map((plan) => ({ ...plan, path: `xsd/${plan.path}` })));
  }
  if (project.emit.jsonSchema) {
    const written = emitJsonSchema(schema, binding, { numbers: project.numbers });
    plans.push(...written.map((plan) => ({ ...plan, path: `json-schema/${plan.path}` })));
  }
  const render = templateRenderer(request.templates);
  const contracts = contractPlans(project, schema, { ...model.value.prefixes, ...project.prefixes }, render);
  bag.push(...contracts.diagnostics);
  plans.push(...contracts.value);
  if (messageClasses !== false && wantsMessages) {
    const exchange = exchangeOf(schema, binding, {
      editions: envelopes.map(({ name }) => ({ name, namespace: model.value.envelopes.get(name) ?? '' })),
      nouns: nounsWanted(project, messageClasses.nouns, binding),
    });
    bag.push(...exchange.diagnostics);
    const { revision } = messageClasses;
    const verbs = verbsWanted(project, messageClasses.verbs);
    const options = { runtime: project.runtime, header: HEADER, verbs, revision };
    plans.push(...emitMessages(exchange.value, options, render));
    if (project.emit.adapters) {
      const further = [...request.templates.keys()].filter((path) => FURTHER_TEMPLATE.test(path));
      const adapters = emitAdapters(
        project.interfaces,
        exchange.value.nouns,
        { ...options, further },
        render,
      );
      bag.push(...adapters.diagnostics);
      plans.push(...adapters.value);
    }
    if (project.emit.jsonSchema)
      plans.push(
        ...emitExchangeSchema(exchange.value, options).map((plan) => ({
          ...plan,
          path: `json-schema/${plan.path}`,
        })),
      );
  }
  for (const bridged of request.bridges) {
    const bridge = await bridgePlans(bridged, request.host, { project, schema, binding }, HEADER);
    bag.push(...bridge.diagnostics);
    plans.push(...bridge.value);
  }
  if (project.emit.package !== false) {
    const facts = {
      ...project.emit.package,
      runtime: project.runtime,
      runtimeVersion: `^${generatorVersion()}`,
    };
    plans.push(...packageFrame(binding, facts, render));
  }
  return { value: withHeader(plans, project.header), diagnostics: bag.sorted() };
}

/** The nouns that have message classes: those of the configuration, and those that the adapters speak of. */
function nounsWanted(
  { emit, interfaces }: ResolvedProject,
  nouns: 'auto' | readonly string[],
  { messages }: Binding,
): 'auto' | readonly string[] {
  if (nouns === 'auto' || !emit.adapters) return nouns;
  const declared = new Set([...messages.values()].map(({ localName }) => localName));
  const spokenOf = interfaces.flatMap(({ accepts, sends }) => [...accepts, ...sends]).map(({ noun }) => noun);
  // What no model declares is told with the interface.
  return [...new Set([...nouns, ...spokenOf.filter((noun) => declared.has(noun))])];
}

/** The verbs of requests that have message classes; events follow from them. */
function verbsWanted({ emit, interfaces }: ResolvedProject, verbs: readonly string[]): readonly string[] {
  if (!emit.adapters) return verbs;
  const spokenOf = interfaces
    .flatMap(({ accepts, sends }) => [...accepts, ...sends])
    .map(({ verb }) => imperativeOf(verb) ?? verb)
    .filter((verb) => verb !== 'execute' && verb !== 'reply');
  return [...new Set([...verbs, ...spokenOf])];
}

const HEADER = [
  '@generated by cimbind. Do not edit.',
  'Change the model or the configuration, then run: cimbind generate',
];

/** The prefixes that samples use, for the namespaces that have modules. */
function suggestedPrefixes(binding: Binding): Readonly<Record<string, string>> {
  const prefixes = new Prefixes();
  const named = binding.modules.filter(({ namespace }) => namespace !== '');
  return Object.fromEntries(named.map(({ namespace }) => [namespace, prefixes.of(namespace)]));
}

/** A small valid document for each message, as far as there is one. Large ones would only burden the output. */
function samplesOf(schema: Schema, binding: Binding): ReadonlyMap<ComponentId, string> {
  const samples = new Map<ComponentId, string>();
  const room = Math.min(SAMPLE_BYTES, Math.floor(ALL_SAMPLES_BYTES / Math.max(1, binding.messages.size)));
  const extent = room < SAMPLE_BYTES / 4 ? 'minimal' : 'full';
  for (const { element, abstract } of binding.messages.values()) {
    if (abstract) continue;
    const sample = sampleDocument(schema, element, { seed: 1, extent, maxBytes: room });
    if (sample !== '' && sample.length <= SAMPLE_BYTES) samples.set(element, sample);
  }
  return samples;
}

/** Samples go into bundles: small ones, and where there are very many messages, only what is required. */
const SAMPLE_BYTES = 1024;
const ALL_SAMPLES_BYTES = 65_536;

/** `MeterReadings/MeterReading` is the record `MeterReading` of the message `MeterReadings`. */
function recordPaths(project: ResolvedProject): Readonly<Record<string, readonly string[]>> {
  const records: Record<string, string[]> = {};
  for (const path of project.records === 'auto' ? [] : project.records) {
    const slash = path.indexOf('/');
    if (slash < 0) continue;
    (records[path.slice(0, slash)] ??= []).push(path.slice(slash + 1));
  }
  return records;
}

/** The user's own text at the head of each generated module. */
function withHeader(plans: readonly FilePlan[], header: string): readonly FilePlan[] {
  if (header === '') return plans;
  const comment = header
    .split(/\r\n?|\n/)
    .map((line) => `// ${line}`.trimEnd())
    .join('\n');
  return plans.map((plan) =>
    plan.path.endsWith('.ts') ? { ...plan, content: `${comment}\n\n${plan.content}` } : plan,
  );
}
