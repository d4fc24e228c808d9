import { clarkOfOpen } from '../decode/any.js';
import { element } from '../decode/element.js';
import { issuesOf } from '../issue/locate.js';
import { openSource, withoutPlace } from '../message/decode.js';
import { encodeDocument } from '../message/encode.js';
import type { Source } from '../message/element-message.js';
import { readEpilog, readProlog } from '../xml/document.js';
import { openTag, skip } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { NO_NAMES } from '../xml/name-table.js';
import { STOP, type Reader } from '../xml/reader.js';
import { fromValue, toValue, type ValueBinding } from './bind-value.js';
import type {
  DecodedEnvelope,
  EnvelopeEdition,
  EnvelopeEncodeOptions,
  EnvelopeReadOptions,
} from './edition.js';
import { clarkOf, keepEmbedded, type PayloadMessage } from './embedded-element.js';
import type { Envelope, MessageKind } from './envelope.js';
import { readTolerantly } from './read-tolerantly.js';
import { ENVELOPE } from './shape.js';
import { isMisused } from './verb-form.js';

/** A root element of an edition. */
export interface BoundMessage extends ValueBinding {
  readonly kind: MessageKind;
  readonly message: PayloadMessage;
  /** Strongly typed messages: the noun, and the verb where the root is for one alone. */
  readonly noun?: string;
  readonly verb?: string;
}

/** What makes an edition of generated codecs. */
export interface EnvelopeBinding extends ValueBinding {
  readonly name: string;
  readonly namespace: string;
  readonly messages: readonly BoundMessage[];
}

/** Makes an edition of the codecs that were generated from its schema. Generated code calls this. */
export function bindEnvelope(binding: EnvelopeBinding): EnvelopeEdition {
  const roots = new Map(
    binding.messages.map((bound) => [clarkOf(bound.message), { ...binding, ...bound }] as const),
  );
  const strictly = (source: Source, options?: EnvelopeReadOptions): DecodedEnvelope =>
    readStrictly(binding, roots, source, options);
  const encode = (envelope: Envelope, options?: EnvelopeEncodeOptions): Uint8Array => {
    const bound = rootFor(binding, envelope, options?.noun);
    return encodeDocument(bound.message.info, toValue(ENVELOPE, envelope, { ...binding, ...bound }), options);
  };
  return {
    name: binding.name,
    namespace: binding.namespace,
    roots: new Set(roots.keys()),
    decode(source, options = {}) {
      const result = strictly(source, options);
      if (options.mode !== 'tolerant' || (result.ok && !isMisused(result.value))) return result;
      return readTolerantly(binding, source, options, result);
    },
    encode,
    validate(envelope) {
      const result = strictly(encode(envelope));
      const issues = result.issues.map(withoutPlace);
      return { valid: result.ok, issues, issueCount: result.ok ? issues.length : result.issueCount };
    },
  };
}

function readStrictly(
  binding: EnvelopeBinding,
  roots: ReadonlyMap<string, BoundMessage>,
  source: Source,
  { limits }: EnvelopeReadOptions = {},
): DecodedEnvelope {
  const { r, ready } = openSource(source, limits === undefined ? {} : { limits });
  let value: Envelope | undefined;
  try {
    if (ready) {
      value = readRoot(binding, roots, r);
      readEpilog(r);
      r.checkReferences?.(r);
    }
  } catch (signal) {
    if (signal !== STOP) throw signal;
  }
  const issues = issuesOf(r);
  if (r.errorCount === 0 && value !== undefined) return { ok: true, value, issues, tolerances: [] };
  return { ok: false, value, issues, issueCount: r.issueCount, tolerances: [] };
}

function readRoot(
  { namespace }: EnvelopeBinding,
  roots: ReadonlyMap<string, BoundMessage>,
  r: Reader,
): Envelope | undefined {
  readProlog(r);
  openTag(r, NO_NAMES, r.at);
  const name = clarkOfOpen(r);
  const bound = roots.get(name);
  if (bound === undefined) {
    const expected = `a message of namespace "${namespace}"`;
    report(
      r,
      'VAL6001',
      'envelope-root',
      `the root element "${name}" is no message of this edition, ${expected} expected`,
      r.nameStart[r.depth] as number,
      expected,
      name,
    );
    skip(r);
    return undefined;
  }
  const { info } = bound.message;
  r.registry = info.registry?.() ?? null;
  r.embed = keepEmbedded;
  const value = element(r, info.element);
  if (typeof value !== 'object' || value === null) return undefined;
  return { kind: bound.kind, ...fromValue(ENVELOPE, value, bound) };
}

/** The root for a message: of its kind, and of its noun and verb where the roots tell them apart. */
function rootFor(
  { name, messages }: EnvelopeBinding,
  { kind, header }: Envelope,
  about: string | undefined,
): BoundMessage {
  const wanted = header?.noun ?? about;
  let best: BoundMessage | undefined;
  let bestFit = -1;
  for (const bound of messages) {
    if (bound.kind !== kind) continue;
    const { noun, verb } = bound;
    const fit =
      (noun === undefined || wanted === undefined ? 0 : noun === wanted ? 2 : -9) +
      (verb === undefined ? 0 : verb === header?.verb ? 1 : -9);
    if (fit > bestFit) [best, bestFit] = [bound, fit];
  }
  if (best === undefined)
    throw new TypeError(
      `edition "${name}" has no ${kind} message${header === undefined ? '' : ` for verb "${header.verb}" and noun "${header.noun}"`}`,
    );
  return best;
}
