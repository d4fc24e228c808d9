import type { EncodeOptions } from '../encode/writer.js';
import type { Issue } from '../issue/issue.js';
import { withoutPlace } from '../message/decode.js';
import type { Source, Validated } from '../message/element-message.js';
import { InvalidMessageError } from '../message/invalid-message-error.js';
import { chooseEdition } from './choose-edition.js';
import type { EnvelopeEdition, EnvelopeReadOptions } from './edition.js';
import type { Envelope, MessageKind } from './envelope.js';
import type { MessageHeader } from './header.js';
import type { Tolerance } from './tolerance.js';
import { toEnvelope, toTyped, type TypedParts } from './typed-parts.js';
import type { AnyTypedMessage, HeaderParts, PartsOf } from './typed-message.js';

/** How a typed message is written. */
export interface MessageEncodeOptions extends EncodeOptions {
  /** Name of the edition. Default: the first of the SDK. */
  readonly edition?: string;
}

/** What came of reading a typed message: header, payload and query valid, or the issues of all of them. */
export type DecodedMessage<M> =
  | {
      readonly ok: true;
      readonly value: M;
      readonly issues: readonly Issue[];
      readonly tolerances: readonly Tolerance[];
    }
  | {
      readonly ok: false;
      /** The message as far as it could be read: enough to answer with. */
      readonly envelope?: Envelope | undefined;
      readonly issues: readonly Issue[];
      readonly issueCount: number;
      readonly tolerances: readonly Tolerance[];
    };

/** A message class: makes, reads and writes the messages of one kind, verb and noun, in each edition of the SDK. */
export interface MessageClass<M extends AnyTypedMessage> {
  /** `CreateMeterReadingsRequest`. */
  readonly name: string;
  readonly kind: MessageKind;
  /** Undefined for faults, which have no header. */
  readonly verb: string | undefined;
  readonly noun: string;
  /** The message type of the payload, and of the query profile. */
  readonly parts: TypedParts;
  readonly editions: readonly EnvelopeEdition[];
  /**
   * Makes a message. What is not given of the header gets its default: a new MessageID, the time, the revision of the
   * configuration; and, for requests and events, a CorrelationID, which is the MessageID.
   */
  create(parts: PartsOf<M>): M;
  /** Reads and validates a message with its payload. Throws `InvalidMessageError` where it is not valid. */
  decode(source: Source, options?: EnvelopeReadOptions): M;
  safeDecode(source: Source, options?: EnvelopeReadOptions): DecodedMessage<M>;
  /** Reads the payload of an envelope that was read already. */
  fromEnvelope(envelope: Envelope, options?: Pick<EnvelopeReadOptions, 'mode'>): DecodedMessage<M>;
  toEnvelope(message: M): Envelope;
  encode(message: M, options?: MessageEncodeOptions): string;
  encodeBytes(message: M, options?: MessageEncodeOptions): Uint8Array;
  /** Checks header, payload and query of a message that never was XML, as if it had been written and read. */
  validate(message: M, options?: { readonly edition?: string }): Validated;
  /** Whether an envelope is a message of this class, by its kind, verb and noun. */
  matches(envelope: Envelope): boolean;
}

/** A message class, to read with. */
export type MessageReader<M extends AnyTypedMessage = AnyTypedMessage> = Pick<
  MessageClass<M>,
  | 'name'
  | 'kind'
  | 'verb'
  | 'noun'
  | 'parts'
  | 'editions'
  | 'matches'
  | 'decode'
  | 'safeDecode'
  | 'fromEnvelope'
>;

/** Any message class, to read with. */
export type AnyMessageClass = MessageReader;

/** What generated code says about a message class. */
export interface MessageClassInfo extends TypedParts {
  readonly name: string;
  readonly kind: MessageKind;
  readonly verb?: string;
  readonly noun: string;
  /** Revision of the noun's definition, for the header. */
  readonly revision?: string;
  readonly editions: () => readonly EnvelopeEdition[];
}

/** Makes a message class. Generated code calls this. */
export function messageClass<M extends AnyTypedMessage>(info: MessageClassInfo): MessageClass<M> {
  const { name, kind, verb, noun } = info;
  const matches = ({ kind: found, header }: Envelope): boolean =>
    (found === kind || found === 'message') &&
    (verb === undefined || (header?.verb === verb && header.noun === noun));
  const fromEnvelope = (
    envelope: Envelope,
    options?: Pick<EnvelopeReadOptions, 'mode'>,
  ): DecodedMessage<M> => {
    const { issues, value } = toTyped(info, { ...envelope, kind }, options);
    const wrong = matches(envelope) ? [] : [misplaced(info, envelope)];
    const all = [...wrong, ...issues];
    return all.some(({ severity }) => severity === 'error')
      ? { ok: false, envelope, issues: all, issueCount: all.length, tolerances: [] }
      : // The class says what is in the message, and the codecs have checked it.
        { ok: true, value: value as M, issues: all, tolerances: [] };
  };
  const safeDecode = (source: Source, options?: EnvelopeReadOptions): DecodedMessage<M> => {
    const read = chooseEdition(info.editions(), source, options).decode(source, options);
    if (!read.ok) {
      const { issues, issueCount, tolerances, value: envelope } = read;
      return { ok: false, envelope, issues, issueCount, tolerances };
    }
    const typed = fromEnvelope(read.value, options);
    const issues = read.issues.length === 0 ? typed.issues : [...read.issues, ...typed.issues];
    return typed.ok
      ? { ...typed, issues, tolerances: read.tolerances }
      : { ...typed, issues, issueCount: issues.length, tolerances: read.tolerances };
  };
  const editionNamed = (wanted: string | undefined): EnvelopeEdition => {
    const editions = info.editions();
    const edition = wanted === undefined ? editions[0] : editions.find((one) => one.name === wanted);
    if (edition !== undefined) return edition;
    throw new RangeError(
      `there is no edition "${wanted ?? ''}"; there are ${editions.map((one) => one.name).join(', ') || 'none'}`,
    );
  };
  const encodeBytes = (message: M, { edition, ...options }: MessageEncodeOptions = {}): Uint8Array =>
    editionNamed(edition).encode(toEnvelope(info, message), { ...options, noun });
  return {
    name,
    kind,
    verb,
    noun,
    parts: info,
    get editions() {
      return info.editions();
    },
    create({ header, ...parts }) {
      const made: AnyTypedMessage =
        kind === 'fault' ? { kind, ...parts } : { kind, header: headerOf(info, header), ...parts };
      // Kind, verb and noun are those of the class.
      return made as M;
    },
    decode(source, options) {
      const result = safeDecode(source, options);
      if (!result.ok) throw new InvalidMessageError(result.issues);
      return result.value;
    },
    safeDecode,
    fromEnvelope,
    toEnvelope: (message) => toEnvelope(info, message),
    encode: (message, options) => new TextDecoder().decode(encodeBytes(message, options)),
    encodeBytes,
    validate(message, { edition } = {}) {
      const chosen = editionNamed(edition);
      const read = chosen.decode(chosen.encode(toEnvelope(info, message), { noun }));
      const result = read.ok ? fromEnvelope(read.value) : read;
      const issues = result.issues.map(withoutPlace);
      return { valid: result.ok, issues, issueCount: result.ok ? issues.length : result.issueCount };
    },
    matches,
  };
}

function headerOf(
  { verb = '', noun, revision, kind }: MessageClassInfo,
  given: HeaderParts = {},
): MessageHeader {
  const messageId = given.messageId ?? crypto.randomUUID();
  return {
    ...(revision === undefined ? {} : { revision }),
    timestamp: new Date().toISOString(),
    messageId,
    ...(kind === 'response' ? {} : { correlationId: messageId }),
    ...given,
    verb,
    noun,
  };
}

function misplaced(info: MessageClassInfo, { kind, header }: Envelope): Issue {
  const wanted = `${info.kind} ${info.verb ?? ''} ${info.noun}`;
  const found = `${kind} ${header?.verb ?? ''} ${header?.noun ?? ''}`;
  return {
    code: 'VAL6003',
    rule: 'message-class',
    severity: 'error',
    message: `the message is "${found}", "${wanted}" expected`,
    path: '',
    line: 0,
    column: 0,
    offset: 0,
    expected: wanted,
    found,
  };
}
