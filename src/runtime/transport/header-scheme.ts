import type { TransportMessage } from './middleware-adapter.js';
import { fromHeaderText, toHeaderText } from './property-text.js';

/** Fields of a message that some transports have no place for and carry in headers. */
export type HeaderField = 'contentType' | 'messageId' | 'correlationId' | 'replyTo' | 'priority' | 'expires';

/** Which header carries which property; a property that is not named has a header of its own name. */
export type HeaderNames = Readonly<Record<string, string>>;

export interface HeaderRules {
  /** Headers of the fields that the transport has no other place for. */
  readonly fields: Readonly<Partial<Record<HeaderField, string>>>;
  /** Configuration; wins over the rest. */
  readonly names?: HeaderNames;
  /** Headers that are the transport's own, in lower case: never a property. */
  readonly own?: (name: string) => boolean;
  /** What comes before the name of a property that would be taken for something else. */
  readonly prefix: string;
  /** Values that headers carry as they are. */
  readonly plain: RegExp;
}

/** The fields of a message that headers brought. */
export type HeaderFields = Partial<Record<HeaderField, string>>;

/** Properties and fields to headers and back, without loss, whatever the properties are called. */
export class HeaderScheme {
  readonly #rules: HeaderRules;
  readonly #fieldOf = new Map<string, HeaderField>();
  readonly #propertyOf = new Map<string, string>();
  /** What was worked out, by name. Peers name headers: it has a limit. */
  readonly #headers = new Map<string, string>();

  constructor(rules: HeaderRules) {
    this.#rules = rules;
    for (const [field, header] of Object.entries(rules.fields))
      this.#fieldOf.set(header.toLowerCase(), field as HeaderField);
    for (const [property, header] of Object.entries(rules.names ?? {}))
      this.#propertyOf.set(header.toLowerCase(), property);
  }

  write(message: TransportMessage, set: (header: string, value: string) => void): void {
    const { fields } = this.#rules;
    const { contentType, messageId, correlationId, replyTo, priority, timeToLive } = message;
    if (fields.contentType !== undefined) this.#set(fields.contentType, contentType, set);
    if (fields.messageId !== undefined && messageId !== undefined)
      this.#set(fields.messageId, messageId, set);
    if (fields.correlationId !== undefined && correlationId !== undefined)
      this.#set(fields.correlationId, correlationId, set);
    if (fields.replyTo !== undefined && replyTo !== undefined) this.#set(fields.replyTo, replyTo, set);
    if (fields.priority !== undefined && priority !== undefined) set(fields.priority, String(priority));
    if (fields.expires !== undefined && timeToLive !== undefined)
      set(fields.expires, String(Math.ceil(Date.now() + timeToLive)));
    for (const name in message.properties)
      this.#set(this.#headerOf(name), message.properties[name] ?? '', set);
  }

  /** Takes one header: into the properties, into the fields, or nowhere where it is the transport's own. */
  read(header: string, value: string, properties: Record<string, string>, fields: HeaderFields): void {
    const { prefix, own } = this.#rules;
    const lower = header.toLowerCase();
    const field = this.#fieldOf.get(lower);
    if (field !== undefined) {
      fields[field] = fromHeaderText(value);
      return;
    }
    const named = this.#propertyOf.get(lower);
    if (named === undefined && own?.(lower) === true) return;
    const name = named ?? (lower.startsWith(prefix.toLowerCase()) ? header.slice(prefix.length) : header);
    properties[name] = fromHeaderText(value);
  }

  #set(header: string, value: string, set: (header: string, value: string) => void): void {
    set(header, toHeaderText(value, this.#rules.plain));
  }

  #headerOf(property: string): string {
    const known = this.#headers.get(property);
    if (known !== undefined) return known;
    const { names = {}, prefix, own } = this.#rules;
    const lower = property.toLowerCase();
    const taken =
      this.#fieldOf.has(lower) ||
      this.#propertyOf.has(lower) ||
      lower.startsWith(prefix.toLowerCase()) ||
      own?.(lower) === true;
    const header =
      (Object.hasOwn(names, property) ? names[property] : undefined) ??
      (taken ? prefix + property : property);
    if (this.#headers.size < 1000) this.#headers.set(property, header);
    return header;
  }
}

/** The fields as a message has them; the rest of its time is counted from now. */
export function messageFields(fields: HeaderFields): {
  readonly contentType: string;
  readonly messageId?: string;
  readonly correlationId?: string;
  readonly replyTo?: string;
  readonly priority?: number;
  readonly timeToLive?: number;
} {
  const { contentType = 'application/xml', messageId, correlationId, replyTo, priority, expires } = fields;
  return {
    contentType,
    ...(messageId === undefined ? {} : { messageId }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(priority === undefined || !/^\d$/.test(priority) ? {} : { priority: Number(priority) }),
    ...(hasExpiry(expires) ? { timeToLive: Math.max(0, Number(expires) - Date.now()) } : {}),
  };
}

/** Whether nobody wants the message any more. */
export const isExpired = ({ expires }: HeaderFields): boolean =>
  hasExpiry(expires) && Number(expires) < Date.now();

const hasExpiry = (expires: string | undefined): boolean =>
  expires !== undefined && /^[1-9]\d{0,15}$/.test(expires);
