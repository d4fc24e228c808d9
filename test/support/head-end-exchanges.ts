import type { Exchange } from '@cimbind/runtime/adapter';
import {
  endDeviceControls,
  endDeviceEvents,
  getMeterReadings,
  meterReadings,
} from '../../generated/metering/index.js';

const { MeterReadings } = meterReadings;
const { GetMeterReadings } = getMeterReadings;
const { EndDeviceControls } = endDeviceControls;
const { EndDeviceEvents } = endDeviceEvents;

const DEFAULTS = {
  priority: 4,
  timeout: 5000,
  retry: { attempts: 3, delay: 10, maxDelay: 50 },
  acknowledgement: 'after-handler',
  security: { authenticated: false, signed: false, replayProtected: false, roles: [] },
} as const;

type Controls = endDeviceControls.EndDeviceControls;
type Events = endDeviceEvents.EndDeviceEvents;

/** Exchanges of a head end, by hand: what generated code would hold. */
export const READ: Exchange<getMeterReadings.GetMeterReadings | undefined, meterReadings.MeterReadings> = {
  ...DEFAULTS,
  method: 'getMeterReadings',
  verb: 'get',
  noun: 'MeterReadings',
  pattern: 'request-reply',
  to: 'HeadEnd',
  payload: GetMeterReadings,
  result: MeterReadings,
};

export const CONTROL: Exchange<Controls, Controls> = {
  ...DEFAULTS,
  method: 'createEndDeviceControls',
  verb: 'create',
  noun: 'EndDeviceControls',
  pattern: 'request-reply',
  to: 'HeadEnd',
  payload: EndDeviceControls,
  result: EndDeviceControls,
};

export const LATER: Exchange<Controls, Controls> = {
  ...CONTROL,
  method: 'changeEndDeviceControls',
  verb: 'change',
  pattern: 'async-reply',
};

export const EVENT: Exchange<Events> = {
  ...DEFAULTS,
  method: 'createdEndDeviceEvents',
  verb: 'created',
  noun: 'EndDeviceEvents',
  pattern: 'publish',
  payload: EndDeviceEvents,
};

export const ONE_WAY: Exchange<Events> = {
  ...EVENT,
  method: 'canceledEndDeviceEvents',
  verb: 'canceled',
  pattern: 'one-way',
  to: 'HeadEnd',
};

export const EXECUTE: Exchange = {
  ...DEFAULTS,
  method: 'executeOperationSet',
  verb: 'execute',
  noun: 'OperationSet',
  pattern: 'request-reply',
  to: 'HeadEnd',
};
