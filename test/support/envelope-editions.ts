import { bindEnvelope } from '../../src/runtime/envelope/index.js';
import {
  EventMessage,
  FaultMessage,
  Message,
  RequestMessage,
  ResponseMessage,
} from '../../generated/envelope-ed1/index.js';

/** The first edition, bound by hand to the SDK of its own model. */
export const ed1 = bindEnvelope({
  name: 'ed1',
  namespace: 'http://iec.ch/TC57/2011/schema/message',
  messages: [
    { kind: 'request', message: RequestMessage },
    { kind: 'response', message: ResponseMessage },
    { kind: 'event', message: EventMessage },
    { kind: 'fault', message: FaultMessage },
    { kind: 'message', message: Message },
  ],
});
