import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../src/foundation/expanded-name.js';
import type { InstanceOutcome } from './check-instance.js';
import type { SampleOutcome } from './check-samples.js';
import type { Corpus, InstanceEntry } from './corpus-reports.js';

/** Documents to generate from together, and the instances to validate with what comes of them. */
export interface Task {
  /** The path of the document, or `folder/*` for all schemas of a folder together. */
  readonly id: string;
  readonly documents: readonly string[];
  readonly instances: readonly InstanceEntry[];
  /** Make samples, too. */
  readonly isSampled: boolean;
}

/** What became of a task. */
export interface TaskOutcome {
  readonly id: string;
  /** Errors: code, place and message. Empty where code was generated. */
  readonly errors: readonly string[];
  /** What the compiler of TypeScript says of the output. */
  readonly typeErrors: readonly string[];
  /** What it says of the values of valid instances, declared to be of the generated types. */
  readonly valueErrors: readonly string[];
  readonly characters: number;
  /** Clark names of the global elements. */
  readonly elements: readonly string[];
  readonly instances: readonly InstanceOutcome[];
  /** Schemas that libxml2 accepts. */
  readonly samples?: SampleOutcome;
  readonly milliseconds: number;
}

/** What the runner tells a worker. */
export type Order = { readonly kind: 'task'; readonly task: Task } | { readonly kind: 'end' };

/** What a worker tells the runner. Outcomes come in batches: many outputs are type-checked at once. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly TaskOutcome[]; readonly isLast: boolean };

/**
 * Every schema alone, as libxml2 had it; every service description; the schemas of each folder together. The large ones
 * come first, so that no worker is left alone with one of them.
 */
export function tasksOf(corpus: Corpus, only: RegExp): readonly Task[] {
  const alone = [...corpus.schemas.map(({ file }) => file), ...corpus.descriptions].map((file) => ({
    id: file,
    documents: [file],
    instances: corpus.instances.filter(({ schema }) => schema === file),
    isSampled: corpus.schemas.some((schema) => schema.file === file && schema.verdict === 'ok'),
  }));
  const folders = new Map<string, string[]>();
  for (const { file, verdict } of corpus.schemas) {
    if (verdict !== 'ok') continue;
    const folder = dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const together = [...folders]
    .filter(([, files]) => files.length > 1)
    .map(([folder, files]) => ({
      id: `${folder}/*`,
      documents: files.sort(compareText),
      instances: [],
      isSampled: false,
    }));
  const sizeOf = ({ documents }: Task): number =>
    documents.reduce((sum, file) => sum + statSync(join(corpus.folder, file)).size, 0);
  return [...alone, ...together]
    .filter(({ id, instances }) => only.test(id) || instances.some(({ file }) => only.test(file)))
    .map((task) => ({ task, size: /multispeak/i.test(task.id) ? Infinity : sizeOf(task) }))
    .sort((a, b) => (a.size === b.size ? compareText(a.task.id, b.task.id) : b.size - a.size))
    .map(({ task }) => task);
}
