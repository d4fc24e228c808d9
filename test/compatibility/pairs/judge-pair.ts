import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCodec } from '../../../src/pipeline/load-codec.js';
import { proveWireInclusion } from '../../../src/pipeline/prove-witnesses.js';
import { anyMessage } from '../../../src/runtime/message/any-message.js';
import { readSample } from '../../../src/samples/sample-document.js';
import type { Pair, Side } from './make-pair.js';

/** What came of a pair. */
export interface PairOutcome {
  readonly verdict: 'compatible' | 'breaking' | 'undecided';
  /** Messages that were tried where the verdict is compatible; those of them that libxml2 found valid by both schemas. */
  readonly samples: number;
  readonly agreed: number;
  readonly witnesses: number;
  /** What contradicts the verdict. */
  readonly wrong: readonly string[];
  /** What libxml2 sees otherwise than we do with one schema alone, which says nothing about the comparison. */
  readonly odd: readonly string[];
  readonly doubts: readonly string[];
}

/** Judges a pair: samples where nothing breaks, witnesses where something does. */
export function judgePair({ old, fresh }: Pair, samples: number, folder: string | undefined): PairOutcome {
  const verdict = proveWireInclusion(old.schema, fresh.schema);
  const paths =
    folder === undefined
      ? undefined
      : { old: write(old, join(folder, 'old')), fresh: write(fresh, join(folder, 'new')) };
  const wrong: string[] = [];
  const odd: string[] = [];
  if (verdict.verdict === 'compatible') {
    const made = samplesOf(old, samples);
    const codec = loadCodec(fresh.schema);
    for (const xml of made) {
      const { ok, issues } = anyMessage(codec.registry(), xml);
      if (!ok)
        wrong.push(`refused by the new schema: ${issues[0]?.message ?? ''} ${issues[0]?.path ?? ''}\n${xml}`);
    }
    const agreed =
      paths === undefined || folder === undefined ? 0 : askAboutSamples(made, paths, folder, wrong, odd);
    return { verdict: 'compatible', samples: made.length, agreed, witnesses: 0, wrong, odd, doubts: [] };
  }
  const doubts = verdict.doubts.map(
    ({ rule, reason, path, detail }) => `${reason}: ${rule} ${path} ${JSON.stringify(detail)}`,
  );
  const findings = verdict.verdict === 'breaking' ? verdict.findings : [];
  if (paths !== undefined && folder !== undefined) {
    findings.forEach(({ rule, path, proof }, index) => {
      const file = join(folder, `witness-${String(index)}.xml`);
      writeFileSync(file, proof.xml);
      const [before, after] = [ask(paths.old, [file]), ask(paths.fresh, [file])];
      if (before === undefined || after === undefined) return;
      if (before.size === 0) odd.push(`witness of ${rule} ${path}: libxml2 refuses it with the old schema`);
      else if (after.size > 0) odd.push(`witness of ${rule} ${path}: libxml2 accepts it with the new schema`);
    });
  }
  return { verdict: verdict.verdict, samples: 0, agreed: 0, witnesses: findings.length, wrong, odd, doubts };
}

function samplesOf({ schema }: Side, count: number): readonly string[] {
  const roots = [...schema.elements.values()].filter(
    ({ scope, abstract }) => scope === 'global' && !abstract,
  );
  const registry = loadCodec(schema).registry();
  const made: string[] = [];
  for (let at = 0; at < count && roots.length > 0; at++) {
    const root = roots[at % roots.length];
    if (root === undefined) continue;
    const extent = (['random', 'random', 'random', 'full', 'minimal'] as const)[at % 5] ?? 'random';
    const { value } = readSample(schema, root.id, { seed: at, extent, maxBytes: 2_000, maxDepth: 8 });
    if (value !== '' && anyMessage(registry, value).ok) made.push(value);
  }
  return made;
}

function askAboutSamples(
  made: readonly string[],
  paths: { readonly old: string; readonly fresh: string },
  folder: string,
  wrong: string[],
  odd: string[],
): number {
  const files = made.map((xml, index) => {
    const file = join(folder, `sample-${String(index)}.xml`);
    writeFileSync(file, xml);
    return file;
  });
  const [before, after] = [ask(paths.old, files), ask(paths.fresh, files)];
  if (before === undefined || after === undefined) {
    odd.push('libxml2 refuses one of the schemas');
    return 0;
  }
  let agreed = 0;
  for (const file of files) {
    if (!before.has(file)) continue;
    if (after.has(file)) agreed++;
    else wrong.push(`libxml2: ${file} is valid with the old schema only`);
  }
  return agreed;
}

/** Which documents libxml2 finds valid; undefined where it refuses the schema or says nothing. */
function ask(schema: string, files: readonly string[]): ReadonlySet<string> | undefined {
  const valid = new Set<string>();
  for (let at = 0; at < files.length; at += 500) {
    const args = ['--nonet', '--noout', '--schema', schema, ...files.slice(at, at + 500)];
    const { stderr, status } = spawnSync('xmllint', args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 60_000,
    });
    if (status === null || /failed to compile/.test(stderr)) return undefined;
    for (const [, path = ''] of stderr.matchAll(/^(.*) validates$/gm)) valid.add(path);
  }
  return valid;
}

function write({ files }: Side, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return join(folder, Object.keys(files)[0] ?? '');
}
