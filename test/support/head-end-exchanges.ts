import type { Exchange } from '@cimbind/runtime/adapter';
import type { TypedRequest, TypedResponse } from '@cimbind/runtime/envelope';
import {
  ChangeEndDeviceControlsRequest,
  CreateEndDeviceControlsRequest,
  EndDeviceControlsResponse,
  EndDeviceEventsCanceledEvent,
  EndDeviceEventsCreatedEvent,
  GetMeterReadingsRequest,
  MeterReadingsResponse,
} from '../../generated/head-end/exchange/index.js';

const DEFAULTS = {
  priority: 4,
  timeout: 5000,
  retry: { attempts: 3, delay: 10, maxDelay: 50 },
  acknowledgement: 'after-handler',
  security: { authenticated: false, signed: false, replayProtected: false, roles: [] },
} as const;

/** Exchanges of a head end, by hand: what generated code would hold. */
export const READ: Exchange<GetMeterReadingsRequest, MeterReadingsResponse> = {
  ...DEFAULTS,
  method: 'getMeterReadings',
  verb: 'get',
  noun: 'MeterReadings',
  pattern: 'request-reply',
  to: 'HeadEnd',
  message: GetMeterReadingsRequest,
  reply: MeterReadingsResponse,
};

export const CONTROL: Exchange<CreateEndDeviceControlsRequest, EndDeviceControlsResponse> = {
  ...DEFAULTS,
  method: 'createEndDeviceControls',
  verb: 'create',
  noun: 'EndDeviceControls',
  pattern: 'request-reply',
  to: 'HeadEnd',
  message: CreateEndDeviceControlsRequest,
  reply: EndDeviceControlsResponse,
};

export const LATER: Exchange<ChangeEndDeviceControlsRequest, EndDeviceControlsResponse> = {
  ...CONTROL,
  method: 'changeEndDeviceControls',
  verb: 'change',
  pattern: 'async-reply',
  message: ChangeEndDeviceControlsRequest,
};

export const EVENT: Exchange<EndDeviceEventsCreatedEvent> = {
  ...DEFAULTS,
  method: 'createdEndDeviceEvents',
  verb: 'created',
  noun: 'EndDeviceEvents',
  pattern: 'publish',
  message: EndDeviceEventsCreatedEvent,
};

export const ONE_WAY: Exchange<EndDeviceEventsCanceledEvent> = {
  ...EVENT,
  method: 'canceledEndDeviceEvents',
  verb: 'canceled',
  message: EndDeviceEventsCanceledEvent,
  pattern: 'one-way',
  to: 'HeadEnd',
};

export const EXECUTE: Exchange<
  TypedRequest<'execute', 'OperationSet', never>,
  TypedResponse<'OperationSet', never>
> = {
  ...DEFAULTS,
  method: 'executeOperationSet',
  verb: 'execute',
  noun: 'OperationSet',
  pattern: 'request-reply',
  to: 'HeadEnd',
};
