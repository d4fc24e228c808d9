import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCodec } from '../../../src/pipeline/load-codec.js';
import { proveWireInclusion } from '../../../src/pipeline/prove-witnesses.js';
import { anyMessage } from '../../../src/runtime/message/any-message.js';
import { readSample } from '../../../src/samples/sample-document.js';
import { askLibxml2 } from '../../support/libxml2-verdicts.js';
import type { Pair, Side } from './make-pair.js';

/** What came of a pair. */
export interface PairOutcome {
  readonly verdict: 'compatible' | 'breaking' | 'undecided';
  /** Messages that were drawn where the verdict is compatible; those that differ; those that libxml2 finds valid by both schemas. */
  readonly samples: number;
  readonly distinct: number;
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
    folder === undefined ? undefined : [write(old, join(folder, 'old')), write(fresh, join(folder, 'new'))];
  const wrong: string[] = [];
  const odd: string[] = [];
  if (verdict.verdict === 'compatible') {
    const made = samplesOf(old, samples);
    const distinct = [...new Set(made)];
    const registry = loadCodec(fresh.schema).registry();
    for (const xml of distinct) {
      const { ok, issues } = anyMessage(registry, xml);
      if (!ok)
        wrong.push(`refused by the new schema: ${issues[0]?.message ?? ''} ${issues[0]?.path ?? ''}\n${xml}`);
    }
    const agreed = paths === undefined ? 0 : askAboutSamples(distinct, paths, wrong, odd);
    return {
      verdict: 'compatible',
      samples: made.length,
      distinct: distinct.length,
      agreed,
      witnesses: 0,
      wrong,
      odd,
      doubts: [],
    };
  }
  const doubts = verdict.doubts.map(
    ({ rule, reason, path, detail }) => `${reason}: ${rule} ${path} ${JSON.stringify(detail)}`,
  );
  const findings = verdict.verdict === 'breaking' ? verdict.findings : [];
  if (paths !== undefined && findings.length > 0) {
    const verdicts = askLibxml2(
      paths,
      findings.map(({ proof }) => proof.xml),
    );
    if (verdicts === undefined) odd.push('libxml2 refuses one of the schemas');
    else
      verdicts.forEach(([before, after], at) => {
        const { rule = '', path = '', proof = { xml: '' } } = findings[at] ?? {};
        if (before === false)
          odd.push(`witness of ${rule} ${path}: libxml2 refuses it with the old schema\n${proof.xml}`);
        else if (after === true)
          odd.push(`witness of ${rule} ${path}: libxml2 accepts it with the new schema\n${proof.xml}`);
      });
  }
  const { length: witnesses } = findings;
  return { verdict: verdict.verdict, samples: 0, distinct: 0, agreed: 0, witnesses, wrong, odd, doubts };
}

function samplesOf({ schema }: Side, count: number): readonly string[] {
  const roots = [...schema.elements.values()].filter(
    ({ scope, abstract }) => scope === 'global' && !abstract,
  );
  const registry = loadCodec(schema).registry();
  const made: string[] = [];
  const known = new Set<string>();
  let repeats = 0;
  for (let at = 0; at < count && roots.length > 0 && repeats < EXHAUSTED; at++) {
    const root = roots[at % roots.length];
    if (root === undefined) continue;
    const round = Math.floor(at / roots.length);
    const extent = EXTENTS[round] ?? (round % 16 === 0 ? 'full' : 'random');
    const maxBytes = SIZES[round % SIZES.length] ?? 1_000;
    const { value } = readSample(schema, root.id, { seed: at, extent, maxBytes, maxDepth: 8 });
    repeats++;
    if (value === '') continue;
    if (!known.has(value)) {
      if (!anyMessage(registry, value).ok) continue;
      known.add(value);
      repeats = 0;
    }
    made.push(value);
  }
  return made;
}

const EXTENTS = ['random', 'full', 'random', 'minimal'] as const;
const SIZES = [300, 2_000, 300, 1_000];
/** So many draws without a new message: there are hardly any others. */
const EXHAUSTED = 2_000;

/** How many samples libxml2 finds valid by both schemas. Those that it finds valid by the first alone are wrong. */
function askAboutSamples(
  made: readonly string[],
  paths: readonly string[],
  wrong: string[],
  odd: string[],
): number {
  const verdicts = askLibxml2(paths, made);
  if (verdicts === undefined) {
    odd.push('libxml2 refuses one of the schemas');
    return 0;
  }
  verdicts.forEach(([before, after], at) => {
    if (before === true && after === false)
      wrong.push(`libxml2: valid with the old schema only\n${made[at] ?? ''}`);
  });
  return verdicts.filter(([before, after]) => before === true && after === true).length;
}

function write({ files }: Side, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return join(folder, Object.keys(files)[0] ?? '');
}
