// One of the processes of the corpus run: started by run.ts, gets tasks and answers with outcomes.

import { clark } from '../../src/foundation/expanded-name.js';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadModel } from '../../src/pipeline/load-model.js';
import { checkInstance, type CheckedInstance, type InstanceOutcome } from './check-instance.js';
import { checkSamples, type SampleOutcome } from './check-samples.js';
import { compileModel, corpusHost, uriOf } from './compile-model.js';
import type { Answer, Order, Task, TaskOutcome } from './tasks.js';
import { valueModule, type DecodedValue } from './value-module.js';
import { typeCheck, type GeneratedModules } from './type-check.js';

/** As many characters of generated code are type-checked in one program. */
const BATCH = 12_000_000;

const corpus = process.argv[2] ?? '';
const say = (answer: Answer): void => {
  process.send?.(answer);
};

let outcomes: TaskOutcome[] = [];
let generated: GeneratedModules[] = [];
let characters = 0;

process.on('message', (order: Order) => {
  void take(order);
});
say({ kind: 'ready' });

async function take(order: Order): Promise<void> {
  if (order.kind === 'end') {
    flush(true);
    process.disconnect();
    return;
  }
  await run(order.task);
  if (characters > BATCH) flush(false);
  say({ kind: 'ready' });
}

async function run(task: Task): Promise<void> {
  const started = performance.now();
  try {
    const { files, diagnostics } = await compileModel(corpus, task.documents);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const size = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    if (errors.length === 0) {
      generated.push({ id: task.id, files });
      characters += size;
    }
    const decoded = errors.length > 0 ? NOTHING : await decode(task);
    if (decoded.values.length > 0) {
      const types = [...files].filter(([path]) => path.endsWith('/types.ts'));
      const values = new Map([...types, ['values.ts', valueModule(decoded.values)] as const]);
      generated.push({ id: `${task.id}#values`, files: values, isUnbranded: true });
    }
    outcomes.push({
      id: task.id,
      errors: errors.map(
        ({ code, rule, message }) => `${code}${rule === undefined ? '' : ` ${rule}`}: ${message}`,
      ),
      typeErrors: [],
      characters: size,
      valueErrors: [],
      elements: decoded.elements,
      instances: decoded.instances,
      ...(decoded.samples === undefined ? {} : { samples: decoded.samples }),
      milliseconds: performance.now() - started,
    });
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const errors = [`CRASH: ${stack.split('\n').slice(0, 4).join(' ')}`];
    const milliseconds = performance.now() - started;
    outcomes.push({
      id: task.id,
      errors,
      typeErrors: [],
      valueErrors: [],
      characters: 0,
      elements: [],
      instances: [],
      milliseconds,
    });
  }
}

interface Decoding {
  readonly elements: readonly string[];
  readonly instances: readonly InstanceOutcome[];
  readonly values: readonly DecodedValue[];
  readonly samples?: SampleOutcome;
}

const NOTHING: Decoding = { elements: [], instances: [], values: [] };

async function decode({ documents, instances, isSampled }: Task): Promise<Decoding> {
  const [document = ''] = documents;
  if (documents.length > 1) return NOTHING;
  const { schema } = (await loadModel([uriOf(corpus, document)], corpusHost(corpus, documents))).value;
  const elements = [...schema.elements.values()]
    .filter(({ scope }) => scope === 'global')
    .map(({ name }) => clark(name));
  if (instances.length === 0 && !isSampled) return { ...NOTHING, elements };
  const codec = loadCodec(schema);
  const checked: CheckedInstance[] = [];
  for (const instance of instances) checked.push(await checkInstance(corpus, codec, instance));
  return {
    elements,
    ...(isSampled ? { samples: await checkSamples(corpus, document, schema, codec) } : {}),
    instances: checked.map(({ outcome }) => outcome),
    values: checked.flatMap(({ decoded }) => decoded ?? []),
  };
}

function flush(isLast: boolean): void {
  const faults = typeCheck(generated);
  const checked = outcomes.map((outcome) => ({
    ...outcome,
    typeErrors: faults.get(outcome.id) ?? [],
    valueErrors: faults.get(`${outcome.id}#values`) ?? [],
  }));
  say({ kind: 'outcomes', outcomes: checked, isLast });
  outcomes = [];
  generated = [];
  characters = 0;
}
