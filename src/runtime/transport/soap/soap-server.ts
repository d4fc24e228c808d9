import { parseMediaType } from '../http/media-type.js';
import {
  listenHttp,
  type HttpAnswer,
  type HttpHead,
  type HttpListener,
  type HttpRequest,
} from '../http/http-listener.js';
import type { Receiver, Source, Taken } from '../driver.js';
import type { PeerIdentity, TransportMessage } from '../middleware-adapter.js';
import { TransportError } from '../transport-error.js';
import { readSoap, type SoapMessage } from './read-soap.js';
import { checkIsElement, isFaultMessage } from './root-name.js';
import type { SoapFault } from './soap-fault.js';
import type { SoapHeaders } from './soap-headers.js';
import type { SoapServerOptions } from './soap-options.js';
import { pathOf, soapRouter, type SoapRouter } from './soap-routes.js';
import { SOAP_MEDIA_TYPE, type SoapVersion } from './soap-version.js';
import { Waiting } from './waiting.js';
import { wrapSoap, wrapSoapFault } from './write-soap.js';
import { wsdlDocument } from './wsdl-documents.js';

/** Told of what is refused before anybody handles it. */
export type OnRefused = (refused: {
  readonly reason: string;
  readonly destination?: string | undefined;
  readonly address?: string | undefined;
}) => void;

/** Replies go to addresses of this form, which exist as long as their request is open: nobody else can name one. */
const ANSWER = 'soap-answer:';

/** Serves SOAP requests over HTTP: each is a delivery whose reply goes out as the response. */
export class SoapServer {
  readonly #options: SoapServerOptions;
  readonly #headers: SoapHeaders;
  readonly #onRefused: OnRefused;
  readonly #waiting = new Map<string, Waiting>();
  readonly #open = new Map<string, (answer: HttpAnswer) => void>();
  readonly #versions = new Map<string, SoapVersion>();
  #router: SoapRouter;
  #listener: HttpListener | undefined;

  constructor(options: SoapServerOptions, headers: SoapHeaders, onRefused: OnRefused) {
    this.#options = options;
    this.#headers = headers;
    this.#onRefused = onRefused;
    this.#router = soapRouter(options.routes ?? []);
  }

  /** Where it listens, once it does. */
  get url(): string | undefined {
    return this.#listener?.url;
  }

  async listen(): Promise<void> {
    this.#listener = await listenHttp(
      {
        ...this.#options,
        onRefused: ({ status, reason, address, path }) =>
          this.#onRefused({ reason: `HTTP ${status}: ${reason}`, destination: path, address }),
      },
      { refuse: (head) => this.#refuse(head), handle: (request) => this.#handle(request) },
    );
  }

  receive(source: Source, take: (taken: Taken) => void): Receiver {
    if (this.#waiting.has(source.name))
      throw new TransportError('TRN1004', `${source.name} is served already`);
    const waiting = new Waiting(source.concurrency, this.#options.maximumWaiting ?? 256, take);
    this.#waiting.set(source.name, waiting);
    this.#route();
    return {
      stop: async () => waiting.stop(),
      close: async () => {
        if (this.#waiting.get(source.name) !== waiting) return;
        this.#waiting.delete(source.name);
        this.#route();
      },
    };
  }

  /** Destinations that no table has are at paths of their own as long as somebody serves them. */
  #route(): void {
    const { routes = [] } = this.#options;
    const others = [...this.#waiting.keys()].filter((name) =>
      routes.every(({ destination }) => destination !== name),
    );
    this.#router = soapRouter([
      ...routes,
      ...others.map((name) => ({ destination: name, path: pathOf(name) })),
    ]);
  }

  /** Whether an address is that of a request to this server. */
  isAnswer(address: string): boolean {
    return address.startsWith(ANSWER);
  }

  /** Sends the reply of a delivery. */
  async answer(address: string, message: TransportMessage): Promise<void> {
    const settle = this.#open.get(address);
    if (settle === undefined) throw new TransportError('TRN2004', 'nobody waits for the reply any more');
    checkIsElement(message.body);
    const version = this.#versions.get(address) ?? '1.1';
    const headers = this.#headers.write(message);
    if (isFaultMessage(message.body)) {
      const reason = message.properties['soapFaultReason'] ?? 'the message could not be handled';
      const code = message.properties['soapFaultCode'] === 'Receiver' ? 'Receiver' : 'Sender';
      const answer = faultAnswer({ code, reason, detail: [message.body] }, version);
      settle({ ...answer, headers: { ...headers, ...answer.headers } });
      return;
    }
    const security = this.#options.security;
    const envelope =
      security === undefined
        ? wrapSoap(message.body, { version })
        : await security.protect(message.body, version);
    settle({ status: 200, headers: { ...headers, ...contentType(version) }, body: envelope });
  }

  async close(): Promise<void> {
    for (const settle of [...this.#open.values()]) settle(faultAnswer(GOING_AWAY, '1.1', 503));
    await this.#listener?.close();
  }

  #refuse(head: HttpHead): (HttpAnswer & { readonly reason: string }) | undefined {
    if (head.method === 'GET' || head.method === 'HEAD')
      return this.#document(head) === undefined
        ? { status: 404, reason: 'nothing is there to be read' }
        : undefined;
    if (head.method !== 'POST')
      return { status: 405, reason: `method ${head.method.slice(0, 20)}`, headers: { allow: 'GET, POST' } };
    if (!this.#router.hasPath(head.path)) return { status: 404, reason: 'nothing is served at this path' };
    const { type } = parseMediaType(head.headers['content-type'] ?? '');
    if (type !== SOAP_MEDIA_TYPE['1.1'] && type !== SOAP_MEDIA_TYPE['1.2'])
      return { status: 415, reason: `content type "${type.slice(0, 60)}"` };
    const coding = head.headers['content-encoding'] ?? 'identity';
    if (coding !== 'identity') return { status: 415, reason: `content coding "${coding.slice(0, 60)}"` };
    return undefined;
  }

  #document({ path, query, headers }: HttpHead): string | undefined {
    const documents = this.#options.wsdl?.[path];
    if (documents === undefined) return undefined;
    const host = /^[\w.:[\]-]+$/u.test(headers['host'] ?? '') ? headers['host'] : undefined;
    const scheme = this.#options.tls === undefined ? 'http' : 'https';
    const base = host === undefined ? (this.url ?? '') : `${scheme}://${host}`;
    return wsdlDocument(documents, query, `${base}${path}`);
  }

  async #handle(request: HttpRequest): Promise<HttpAnswer> {
    if (request.method !== 'POST') {
      const document = new TextEncoder().encode(this.#document(request));
      return { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: document };
    }
    const media = parseMediaType(request.headers['content-type'] ?? '');
    const declared: SoapVersion = media.type === SOAP_MEDIA_TYPE['1.1'] ? '1.1' : '1.2';
    const charset = media.parameters['charset'];
    const reading = readSoap(request.body, charset === undefined ? {} : { charset });
    if (!reading.ok) return this.#fault(reading.fault, declared, request);
    const { message } = reading;
    if (message.version !== declared)
      return this.#fault(
        {
          code: 'VersionMismatch',
          reason: `an envelope of SOAP ${message.version} under the content type of SOAP ${declared}`,
          detail: [],
        },
        declared,
        request,
      );
    const action = actionOf(request, media.parameters, declared);
    return this.#deliver(request, message, action);
  }

  async #deliver(request: HttpRequest, message: SoapMessage, action: string): Promise<HttpAnswer> {
    const { version } = message;
    const refuse = (code: SoapFault['code'], reason: string): HttpAnswer =>
      this.#fault({ code, reason, detail: [] }, version, request);

    const foreign = this.#notUnderstood(message);
    if (foreign !== undefined)
      return refuse('MustUnderstand', `the header block "${foreign}" is not understood`);
    const admission = await this.#admit(message, request);
    if (!admission.ok) return faultAnswer(admission.fault, version);
    const { body, peer } = admission;
    if (body === undefined) return refuse('Sender', 'the body is empty');

    const routed = this.#router.route(request.path, action, body.name);
    if ('unknown' in routed)
      return refuse(
        'Sender',
        routed.unknown === 'contradiction'
          ? `SOAPAction "${action.slice(0, 200)}" does not go with a body of "${body.name.slice(0, 200)}"`
          : `no operation here takes "${body.name.slice(0, 200)}"`,
      );
    const waiting = this.#waiting.get(routed.destination);
    if (waiting === undefined || waiting.stopped)
      return this.#busy(`nobody serves ${routed.destination}`, version, request);

    const { replyTo: elsewhere = ANSWER, ...beside } = this.#headers.read(request.headers);
    const isLater =
      (request.headers['prefer'] ?? '').includes('respond-async') && !elsewhere.startsWith(ANSWER);
    return this.#exchange(version, (replyTo, settle) => {
      const taken: Taken = {
        delivery: {
          ...beside,
          destination: routed.destination,
          body: body.bytes,
          properties: action === '' ? beside.properties : { ...beside.properties, soapAction: action },
          replyTo: isLater ? elsewhere : replyTo,
          redelivered: false,
          peer,
        },
        accept: async () => settle({ status: 202 }),
        release: async () => settle(this.#busy('the message could not be handled for now', version, request)),
        reject: async () =>
          settle(
            this.#fault(
              { code: 'Receiver', reason: 'the message could not be handled', detail: [] },
              version,
              request,
            ),
          ),
      };
      if (!waiting.put(taken)) settle(this.#busy('too many requests wait', version, request));
    });
  }

  /** Waits for the answer: one of those that the delivery leads to, or none in time. */
  #exchange(
    version: SoapVersion,
    start: (replyTo: string, settle: (answer: HttpAnswer) => void) => void,
  ): Promise<HttpAnswer> {
    return new Promise((resolve) => {
      const replyTo = `${ANSWER}${crypto.randomUUID()}`;
      const settle = (answer: HttpAnswer): void => {
        clearTimeout(timer);
        this.#open.delete(replyTo);
        this.#versions.delete(replyTo);
        resolve(answer);
      };
      const timer = setTimeout(
        () => settle(faultAnswer(TOO_SLOW, version, 504)),
        this.#options.responseTimeout ?? 60_000,
      );
      this.#open.set(replyTo, settle);
      this.#versions.set(replyTo, version);
      start(replyTo, settle);
    });
  }

  async #admit(message: SoapMessage, { peer }: HttpRequest) {
    const { security } = this.#options;
    if (security === undefined) return { ok: true, body: message.body, peer } as const;
    const secure = peer.encrypted === true;
    const admission = await security.admit(message, { secure, address: peer.address });
    if (!admission.ok) {
      this.#onRefused({
        reason: admission.fault.reason,
        destination: message.body?.name,
        address: peer.address,
      });
      return admission;
    }
    const { proofs, body } = admission;
    const proved: PeerIdentity = proofs.length === 0 ? peer : { ...peer, proofs };
    return { ok: true, body, peer: proved } as const;
  }

  /** A header block that must be understood (SOAP 1.1, 4.2.3; 1.2 part 1, 2.4) and is not. */
  #notUnderstood({ headers }: SoapMessage): string | undefined {
    const { understands = [], security } = this.#options;
    return headers.find(
      ({ name, mustUnderstand, role }) =>
        mustUnderstand &&
        (role === undefined || /\/(?:next|ultimateReceiver)$/u.test(role)) &&
        !understands.includes(name) &&
        security?.understands.includes(name) !== true,
    )?.name;
  }

  #fault(fault: SoapFault, version: SoapVersion, { path, peer }: HttpRequest): HttpAnswer {
    this.#onRefused({ reason: fault.reason, destination: path, address: peer.address });
    return faultAnswer(fault, version);
  }

  #busy(reason: string, version: SoapVersion, { path, peer }: HttpRequest): HttpAnswer {
    this.#onRefused({ reason, destination: path, address: peer.address });
    const answer = faultAnswer({ code: 'Receiver', subcode: 'Busy', reason, detail: [] }, version, 503);
    return { ...answer, headers: { ...answer.headers, 'retry-after': '1' } };
  }
}

const GOING_AWAY: SoapFault = { code: 'Receiver', reason: 'the server is closing', detail: [] };
const TOO_SLOW: SoapFault = { code: 'Receiver', reason: 'no reply was made in time', detail: [] };

/** SOAP 1.1, 6.2: a fault is 500; 1.2 part 2, 7.5.2.2: 400 where the sender is to blame. */
const faultAnswer = (fault: SoapFault, version: SoapVersion, status?: number): HttpAnswer => ({
  status: status ?? (version === '1.2' && fault.code === 'Sender' ? 400 : 500),
  headers: contentType(version),
  body: wrapSoapFault(fault, { version }),
});

const contentType = (version: SoapVersion): Record<string, string> => ({
  'content-type': `${SOAP_MEDIA_TYPE[version]}; charset=utf-8`,
});

/** SOAPAction: a header in 1.1, in quotes as a rule; a parameter of the content type in 1.2. */
function actionOf(
  { headers }: HttpHead,
  parameters: Readonly<Record<string, string>>,
  version: SoapVersion,
): string {
  const value = version === '1.2' ? parameters['action'] : headers['soapaction'];
  return (value ?? '')
    .trim()
    .replace(/^"(.*)"$/su, '$1')
    .slice(0, 2000);
}
