import {
  SAME_NAMES,
  type WireDoubt,
  type WireFinding,
  wireInclusion,
  type WireOptions,
} from '../analysis/compatibility/wire/index.js';
import type { Schema } from '../model/schema/index.js';
import type { Issue } from '../runtime/issue/issue.js';
import { anyMessage } from '../runtime/message/any-message.js';
import { writeWitness } from '../samples/witness/write-witness.js';
import { loadCodec, type LoadedCodec } from './load-codec.js';

/** The message that shows a finding, judged by the compiled validators of both models. */
export interface ProvedWitness {
  /** Accepted by the first model. */
  readonly xml: string;
  /** What the second model rejects: the same, but for names that moved. */
  readonly rejected: string;
  /** Where the fault lies: the path of the element or attribute, and the offset into `xml`. */
  readonly path: string;
  readonly offset: number;
  /** What the second model says about it. */
  readonly issues: readonly Issue[];
}

/** A finding whose message was judged as claimed. */
export interface ProvedFinding extends WireFinding {
  readonly proof: ProvedWitness;
}

/** A verdict of which every finding is proved. */
export type ProvedVerdict =
  | { readonly verdict: 'compatible' }
  | {
      readonly verdict: 'breaking';
      readonly findings: readonly ProvedFinding[];
      readonly doubts: readonly WireDoubt[];
    }
  | { readonly verdict: 'undecided'; readonly doubts: readonly WireDoubt[] };

/**
 * Whether every message of one model is one of another: with a message for every finding that the compiled validators of both
 * models judge as claimed. A finding whose message is judged otherwise is a doubt.
 */
export function proveWireInclusion(from: Schema, to: Schema, options: WireOptions = {}): ProvedVerdict {
  const verdict = wireInclusion(from, to, options);
  if (verdict.verdict !== 'breaking') return verdict;
  const { match = SAME_NAMES } = options;
  const findings: ProvedFinding[] = [];
  const doubts: WireDoubt[] = [...verdict.doubts];
  for (const finding of verdict.findings) {
    const written = writeWitness(from, finding.witness, match);
    if (written === undefined) {
      doubts.push(doubtOf(finding, 'witness-not-found'));
      continue;
    }
    const { xml, renamed: rejected, path, offset } = written;
    const issues = judge(to, rejected);
    const isProved = judge(from, xml).length === 0 && issues.length > 0;
    if (isProved) findings.push({ ...finding, proof: { xml, rejected, path, offset, issues } });
    else doubts.push(doubtOf(finding, 'witness-not-proved'));
  }
  return findings.length > 0 ? { verdict: 'breaking', findings, doubts } : { verdict: 'undecided', doubts };
}

function doubtOf({ witness: _, ...finding }: WireFinding, reason: WireDoubt['reason']): WireDoubt {
  return { ...finding, reason };
}

const codecs = new WeakMap<Schema, LoadedCodec>();

function judge(schema: Schema, xml: string): readonly Issue[] {
  let codec = codecs.get(schema);
  if (codec === undefined) codecs.set(schema, (codec = loadCodec(schema)));
  const { ok, issues } = anyMessage(codec.registry(), xml);
  return ok ? [] : issues;
}
