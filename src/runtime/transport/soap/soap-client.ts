import { httpClient, type HttpClient, type HttpReply } from '../http/http-client.js';
import { parseMediaType } from '../http/media-type.js';
import type { TransportMessage } from '../middleware-adapter.js';
import { TransportError } from '../transport-error.js';
import { readSoap, type SoapElement, type SoapMessage } from './read-soap.js';
import { checkIsElement, isFaultMessage } from './root-name.js';
import { faultCode11, type SoapFault } from './soap-fault.js';
import type { SoapHeaders } from './soap-headers.js';
import type { SoapClientOptions, SoapEndpoint, SoapEndpoints } from './soap-options.js';
import { SOAP_MEDIA_TYPE, type SoapVersion } from './soap-version.js';
import { wrapSoap } from './write-soap.js';

/** Calls SOAP services over HTTP. */
export class SoapClient {
  readonly #options: SoapClientOptions;
  readonly #headers: SoapHeaders;
  #http: HttpClient | undefined;

  constructor(options: SoapClientOptions, headers: SoapHeaders) {
    this.#options = options;
    this.#headers = headers;
  }

  async open(): Promise<void> {
    this.#http = await httpClient(this.#options);
  }

  close(): void {
    this.#http?.close();
  }

  /** Where messages to a destination or topic go. */
  endpointsOf(name: string): readonly SoapEndpoint[] {
    const { endpoints = {} } = this.#options;
    const found = isUrl(name)
      ? name
      : typeof endpoints === 'function'
        ? endpoints(name)
        : Object.hasOwn(endpoints, name)
          ? endpoints[name]
          : undefined;
    if (found === undefined)
      throw new TransportError(
        'TRN1004',
        `there is no endpoint for "${name}": see the option client.endpoints`,
      );
    const list: readonly (string | SoapEndpoint)[] = isList(found) ? found : [found];
    return list.map((endpoint) => (typeof endpoint === 'string' ? { url: endpoint } : endpoint));
  }

  /** Calls; a fault that holds a FaultMessage is a reply, any other is an error, and so is silence where `wantsReply`. */
  async call(
    endpoint: SoapEndpoint,
    message: TransportMessage,
    options: { readonly wantsReply: boolean; readonly signal?: AbortSignal },
  ): Promise<TransportMessage | undefined> {
    const version = endpoint.version ?? this.#options.version ?? '1.1';
    const { security } = this.#options;
    checkIsElement(message.body);
    const body =
      security === undefined
        ? wrapSoap(message.body, { version })
        : await security.protect(message.body, version);
    const action = message.properties['soapAction'] ?? endpoint.soapAction ?? '';
    const reply = await this.#client().post(endpoint.url, {
      headers: {
        ...this.#headers.write(message),
        ...headersOf(version, action),
        // Whoever names a place for the reply does not wait for it here.
        ...(options.wantsReply || message.replyTo === undefined ? {} : { prefer: 'respond-async' }),
      },
      body,
      signal: options.signal,
    });
    if (reply.body.length === 0 && reply.status >= 200 && reply.status < 300) {
      if (options.wantsReply) throw new TransportError('TRN3005', `HTTP ${reply.status} without a reply`);
      return undefined;
    }
    return this.#read(reply);
  }

  #client(): HttpClient {
    if (this.#http === undefined) throw new TransportError('TRN1003', 'the client is not started');
    return this.#http;
  }

  async #read(reply: HttpReply): Promise<TransportMessage> {
    const media = parseMediaType(reply.headers['content-type'] ?? '');
    // Services answer SOAP 1.2 with the type of 1.1 now and then; what is no XML at all is an error page.
    if (!/(?:\/|\+)xml$/u.test(media.type)) throw httpFailure(reply, media.type);
    const charset = media.parameters['charset'];
    const reading = readSoap(reply.body, charset === undefined ? {} : { charset });
    if (!reading.ok)
      throw reply.status >= 300
        ? httpFailure(reply, media.type)
        : new TransportError('TRN3005', reading.fault.reason);
    const { message } = reading;
    const beside = this.#headers.read(reply.headers);
    // Faults inside HTTP 200 are seen in the field: what counts is what the body holds.
    if (message.fault !== undefined) return faultReply(message.fault, beside);
    if (reply.status >= 300) throw httpFailure(reply, media.type);
    const body = await this.#admitted(message);
    if (body === undefined) throw new TransportError('TRN3005', 'the body of the response is empty');
    return { ...beside, body: body.bytes };
  }

  async #admitted(message: SoapMessage): Promise<SoapElement | undefined> {
    const admission = await this.#options.security?.admit(message, { secure: true, isResponse: true });
    if (admission === undefined) return message.body;
    if (!admission.ok)
      throw new TransportError('TRN3005', `the response is refused: ${admission.fault.reason}`);
    return admission.body;
  }
}

const isUrl = (name: string): boolean => /^https?:\/\//u.test(name);

const isList = (found: SoapEndpoints): found is readonly (string | SoapEndpoint)[] => Array.isArray(found);

const headersOf = (version: SoapVersion, action: string): Record<string, string> => {
  const quoted = `"${action.replaceAll(/["\\\r\n]/gu, '')}"`;
  return version === '1.1'
    ? { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml', soapaction: quoted }
    : {
        'content-type': `${SOAP_MEDIA_TYPE['1.2']}; charset=utf-8${action === '' ? '' : `; action=${quoted}`}`,
        accept: `${SOAP_MEDIA_TYPE['1.2']}, text/xml`,
      };
};

/** A FaultMessage in the detail is the reply, for the component to read; other faults say whether to try again. */
function faultReply(fault: SoapFault, beside: Omit<TransportMessage, 'body'>): TransportMessage {
  const message = fault.detail.find(isFaultMessage);
  const code = `${faultCode11(fault.code)}${fault.subcode === undefined ? '' : ` ${fault.subcode}`}`;
  if (message === undefined)
    throw new TransportError(
      fault.code === 'Receiver' ? 'TRN3004' : 'TRN3005',
      `SOAP fault ${code}: ${fault.reason}`,
    );
  return {
    ...beside,
    body: message,
    properties: { ...beside.properties, soapFaultCode: fault.code, soapFaultReason: fault.reason },
  };
}

/** HTTP without SOAP: a proxy, a gateway, an error page. */
function httpFailure({ status }: HttpReply, type: string): TransportError {
  const said = `HTTP ${status}${type === '' ? '' : ` with "${type.slice(0, 60)}"`}, a SOAP envelope expected`;
  if (status === 404) return new TransportError('TRN2004', said);
  return new TransportError(status === 429 || status >= 500 ? 'TRN3004' : 'TRN3005', said);
}
