import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clark } from '../../src/foundation/expanded-name.js';
import type { LoadedCodec } from '../../src/pipeline/load-codec.js';
import { toUtf8 } from '../../src/runtime/xml/encoding.js';
import { internalSubset } from '../../src/runtime/xml/doctype/internal-subset.js';
import type { DecodeOptions } from '../../src/runtime/message/element-message.js';
import type { InstanceEntry } from './corpus-reports.js';
import { roundTripFault, shown, streamFault } from './round-trip.js';
import type { DecodedValue } from './value-module.js';
import { asDocument, elementsOf, parsePlainXml, type PlainElement } from './plain-xml.js';

/** What became of one instance. */
export interface InstanceOutcome {
  readonly file: string;
  readonly verdict: InstanceEntry['verdict'];
  /** The first issue: rule, place, message. */
  readonly issue: string;
  /** Why an instance did not survive decode and encode, or is another one as a stream; '' where all is well. */
  readonly roundTrip: string;
}

/** An outcome, and the value of a valid instance. */
export interface CheckedInstance {
  readonly outcome: InstanceOutcome;
  readonly decoded?: DecodedValue;
}

/** Peers expand entities of an internal subset; so does the comparison. */
const OPTIONS: DecodeOptions = { allowDoctype: internalSubset };

/** Validates an instance with generated code and, where it is valid, takes it through decode and encode. */
export async function checkInstance(
  corpus: string,
  codec: LoadedCodec,
  entry: InstanceEntry,
): Promise<CheckedInstance> {
  const outcome = (verdict: InstanceOutcome['verdict'], issue: string, roundTrip = ''): CheckedInstance => ({
    outcome: { file: entry.file, verdict, issue, roundTrip },
  });
  const bytes = readFileSync(join(corpus, entry.file));
  const text = textOf(bytes);
  const root = text === undefined ? undefined : plainOrNone(text);
  if (root === undefined || text === undefined) {
    const [message] = codec.messages.values();
    const issue = message?.validate(bytes, OPTIONS).issues.find(({ code }) => code.startsWith('XML'));
    return issue === undefined ? outcome('no-schema', '') : outcome('NOT-WELL-FORMED', shown(issue));
  }
  const element = entry.checked === 'payload' ? payload(root, codec, entry.localName) : root;
  const message = element === undefined ? undefined : codec.messages.get(element.name);
  if (element === undefined || message === undefined) return outcome('no-schema', `no message ${root.name}`);
  const document = element === root ? bytes : asDocument(text, element);
  const result = message.safeDecode(document, OPTIONS);
  const streamed = text.includes('<!DOCTYPE')
    ? undefined
    : await streamFault(message, toBytes(document), result);
  if (!result.ok) {
    const [issue] = result.issues;
    const told = issue === undefined ? 'no issue is told' : shown(issue);
    return outcome(issue?.code.startsWith('XML') === true ? 'NOT-WELL-FORMED' : 'INVALID', told, streamed);
  }
  const valid = outcome(
    'valid',
    '',
    roundTripFault(message, document, element, result.value, OPTIONS) ?? streamed,
  );
  const binding = [...codec.binding.messages.values()].find((one) => clark(one) === element.name);
  return binding === undefined ? valid : { ...valid, decoded: { message: binding, value: result.value } };
}

const toBytes = (document: string | Uint8Array): Uint8Array =>
  typeof document === 'string' ? new TextEncoder().encode(document) : document;

/** The first descendant that has the name and is declared: what libxml2 was given. */
function payload(root: PlainElement, codec: LoadedCodec, localName: string): PlainElement | undefined {
  for (const element of elementsOf(root))
    if (element.localName === localName && codec.messages.has(element.name)) return element;
  return undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  const decoded = toUtf8(bytes);
  return 'bytes' in decoded ? new TextDecoder().decode(decoded.bytes) : undefined;
}

function plainOrNone(text: string): PlainElement | undefined {
  try {
    return parsePlainXml(text);
  } catch {
    return undefined;
  }
}
