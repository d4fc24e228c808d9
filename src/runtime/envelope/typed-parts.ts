import type { Issue } from '../issue/issue.js';
import type { EnvelopeReadOptions } from './edition.js';
import { clarkOf, embed, type EmbeddedElement, type PayloadMessage } from './embedded-element.js';
import type { Envelope } from './envelope.js';
import type { Payload } from './payload.js';
import type { RequestParameters } from './request-parameters.js';
import type { AnyTypedMessage, TypedPayload } from './typed-message.js';

/** The elements of a typed message that are decoded. */
export interface TypedParts {
  readonly payload?: PayloadMessage;
  readonly query?: PayloadMessage;
}

/** A typed message of an envelope: payload and query are decoded, and their issues told. */
export function toTyped(
  { payload, query }: TypedParts,
  { kind, header, request, reply, payload: found, beyond }: Envelope,
  options: Pick<EnvelopeReadOptions, 'mode'> | undefined,
): { readonly value: AnyTypedMessage; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const take = (
    elements: readonly EmbeddedElement[] | undefined,
    message: PayloadMessage | undefined,
  ): { readonly value?: unknown; readonly rest?: readonly EmbeddedElement[] } => {
    if (elements === undefined) return {};
    const name = message === undefined ? '' : clarkOf(message);
    const at = elements.findIndex((element) => element.name === name);
    if (at < 0 || message === undefined) return { rest: elements };
    const decoded = elements[at]?.decode(message, options?.mode === 'tolerant' ? options : undefined);
    issues.push(...(decoded?.issues ?? []));
    const rest = elements.filter((_, index) => index !== at);
    return { value: decoded?.value, ...(rest.length === 0 ? {} : { rest }) };
  };
  const { elements, operationSet, compressed, ids, format, beyond: beyondPayload } = found ?? {};
  const taken = take(elements, payload);
  const asked = request === undefined ? undefined : parametersOf(request, take(request.parameters, query));
  const value: AnyTypedMessage = {
    kind,
    ...present({
      header,
      request: asked,
      reply,
      payload: taken.value,
      furtherPayloads: taken.rest,
      operationSet,
      compressed,
      ids,
      format,
      beyond: beyondPayload ?? beyond,
    }),
  };
  return { value, issues };
}

function parametersOf(
  { parameters: _parameters, ...request }: RequestParameters,
  { value, rest }: { readonly value?: unknown; readonly rest?: readonly EmbeddedElement[] },
): AnyTypedMessage['request'] {
  return { ...request, ...present({ query: value, furtherParameters: rest }) };
}

/** The objects of a noun in a message, where there are several: the payload, and those of the further elements that are of its type. */
export function payloadsOf<T>(
  { payload, furtherPayloads = [] }: Pick<TypedPayload<T>, 'payload' | 'furtherPayloads'>,
  type: PayloadMessage<T>,
): readonly T[] {
  const name = clarkOf(type);
  const further = furtherPayloads.flatMap((element) => {
    const decoded = element.name === name ? element.decode(type) : undefined;
    return decoded?.ok === true ? [decoded.value] : [];
  });
  return payload === undefined ? further : [payload, ...further];
}

/** The envelope of a typed message. */
export function toEnvelope({ payload, query }: TypedParts, message: AnyTypedMessage): Envelope {
  const { kind, header, request, reply } = message;
  return {
    kind,
    ...present({
      header,
      request: request === undefined ? undefined : requestOf(request, query),
      reply,
      payload: payloadOf(message, payload),
    }),
  };
}

function requestOf(
  { query: asked, furtherParameters = [], ...request }: NonNullable<AnyTypedMessage['request']>,
  query: PayloadMessage | undefined,
): RequestParameters {
  const parameters = [...embedded(query, asked), ...furtherParameters];
  return parameters.length === 0 ? request : { ...request, parameters };
}

function payloadOf(
  { payload, furtherPayloads = [], operationSet, compressed, ids, format, beyond }: AnyTypedMessage,
  message: PayloadMessage | undefined,
): Payload | undefined {
  const elements = [...embedded(message, payload), ...furtherPayloads];
  const parts = present({
    elements: elements.length === 0 ? undefined : elements,
    operationSet,
    compressed,
    ids,
    format,
    beyond,
  });
  return Object.keys(parts).length === 0 ? undefined : parts;
}

const embedded = (message: PayloadMessage | undefined, value: unknown): readonly EmbeddedElement[] =>
  message === undefined || value === undefined ? [] : [embed(message, value)];

/** The members that have a value. */
function present<T extends object>(members: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept: { [K in keyof T]?: NonNullable<T[K]> } = {};
  for (const key in members) {
    const value = members[key];
    if (value !== undefined && value !== null) kept[key] = value;
  }
  return kept;
}
