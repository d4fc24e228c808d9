import type { HeaderFields, HeaderNames } from '../header-scheme.js';
import { HeaderScheme, messageFields } from '../header-scheme.js';
import type { TransportMessage } from '../middleware-adapter.js';
import { fromHeaderText, PRINTABLE_ASCII, toHeaderText } from '../property-text.js';

/** Before a header that carries a property. Names of headers have no case: a capital letter is written `-` and its small form. */
const PREFIX = 'cim-p-';

/** Headers that HTTP itself has for what a property says. */
const STANDARD: HeaderNames = {
  authorization: 'authorization',
  traceparent: 'traceparent',
  tracestate: 'tracestate',
  baggage: 'baggage',
  soapAction: 'soapaction',
};

export interface HttpScheme {
  write(message: TransportMessage): Record<string, string>;
  read(headers: Iterable<readonly [string, string]>): Omit<TransportMessage, 'body'> & {
    readonly fields: HeaderFields;
  };
}

/** `contentType` is the header that says what a body is: where another body goes around it, `content-type` says what that is. */
export function httpScheme(names: HeaderNames = {}, contentType = 'content-type'): HttpScheme {
  const standard = { ...STANDARD, ...names };
  const properties = new Map(Object.entries(standard).map(([name, header]) => [header.toLowerCase(), name]));
  const scheme = new HeaderScheme({
    fields: {
      contentType,
      messageId: 'cim-message-id',
      correlationId: 'cim-correlation-id',
      replyTo: 'cim-reply-to',
      priority: 'cim-priority',
      expires: 'cim-expires',
    },
    prefix: PREFIX,
    plain: PRINTABLE_ASCII,
  });
  return {
    write: (message) => {
      const headers: Record<string, string> = {};
      scheme.write({ ...message, properties: {} }, (name, value) => {
        headers[name] = value;
      });
      for (const [name, value] of Object.entries(message.properties)) {
        const header = Object.hasOwn(standard, name) ? standard[name] : undefined;
        headers[header ?? PREFIX + toHeaderName(name)] = toHeaderText(value, PRINTABLE_ASCII);
      }
      return headers;
    },
    read: (headers) => {
      const values: Record<string, string> = {};
      const fields: HeaderFields = {};
      const ignored: Record<string, string> = {};
      for (const [header, value] of headers) {
        const lower = header.toLowerCase();
        const property =
          properties.get(lower) ??
          (lower.startsWith(PREFIX) ? fromHeaderName(lower.slice(PREFIX.length)) : undefined);
        if (property === undefined) scheme.read(lower, value, ignored, fields);
        else values[property] = fromHeaderText(value);
      }
      return { properties: values, ...messageFields(fields), fields };
    },
  };
}

/** `mRID` as `m-r-i-d`, reversibly: what has no case goes as it is, but the hyphen itself as `^-`. */
export const toHeaderName = (name: string): string =>
  name.replaceAll(/[A-Z-]/g, (character) => (character === '-' ? '^-' : `-${character.toLowerCase()}`));

export const fromHeaderName = (name: string): string =>
  name.replaceAll(/\^-|-([a-z])/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '-');
