export type { TransportCapabilities } from './capabilities.js';
export {
  checkDestination,
  destinations,
  hasWildcard,
  matchesTopic,
  type Destinations,
  type DestinationTemplates,
  type Subject,
} from './destinations.js';
export type { DriverEvents, Receiver, Sending, Source, Taken, Target, TransportDriver } from './driver.js';
export type { TransportHealth, TransportState } from './health.js';
export type {
  Delivery,
  DeliveryHandler,
  EventHandler,
  MiddlewareAdapter,
  PeerIdentity,
  PeerProof,
  RequestOptions,
  ServeOptions,
  SubscribeOptions,
  Subscription,
  TransportMessage,
} from './middleware-adapter.js';
export type { ConnectOptions } from './connect-within.js';
export { createMiddlewareAdapter } from './middleware.js';
export {
  TRANSPORT_FAILURES,
  TransportError,
  transportError,
  type TransportErrorCode,
} from './transport-error.js';
export type { RedeliveryOptions, TransportEvent, TransportOptions } from './transport-options.js';
