import type { Exchange } from '../../model/service/index.js';

/** What contracts need to know beside the interface: where schemas are, and how things are called. */
export interface ContractOptions {
  /** Start of the namespaces of services and typed messages, such as `http://iec.ch/TC57/2011`. */
  readonly namespaceBase: string;
  readonly soapVersion: '1.1' | '1.2';
  /** Address of the service in WSDL and OpenAPI; the user puts the real one in its place. */
  readonly address: string;
  readonly version: string;
  readonly envelope: EnvelopeSchema;
  /** The schema of a noun's payload; undefined where the project has none. */
  readonly payloadOf: (noun: string) => PayloadSchema | undefined;
  /** The name of the queue or topic on which an exchange goes, as the transports have it. */
  readonly destinationOf: (exchange: Exchange) => string;
}

/** The envelope, by its document and the names in it. */
export interface EnvelopeSchema {
  readonly namespace: string;
  /** Path of the document, relative to the folder of the contracts. */
  readonly path: string;
  /** Names of the types that typed messages are made of. */
  readonly types: EnvelopeTypes;
}

/** Local names of types of the envelope. */
export interface EnvelopeTypes {
  readonly header: string;
  readonly request: string;
  readonly reply: string;
  readonly option: string;
  readonly id: string;
  /** Absent where operation sets differ between requests, responses and events (edition 2). */
  readonly operationSet?: string;
}

/** A payload, by its document and the names in it. */
export interface PayloadSchema {
  readonly namespace: string;
  /** Path of the document, relative to the folder of the contracts. */
  readonly path: string;
  /** Local name of the root element. */
  readonly root: string;
  /** The root of the query profile, `Get<Noun>`, where there is one. */
  readonly query?: Omit<PayloadSchema, 'query'>;
}
