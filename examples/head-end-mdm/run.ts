// npm run example -- [--transport memory|stomp|amqp|nats|mqtt] [--address url]
// A head end and the system that keeps meter data, each with its own generated adapter.

import { auditLine, RequestFailedError, type AdapterHooks, type Sender } from '@cimbind/runtime/adapter';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createHeadEndAdapter } from '../../generated/head-end/adapters/index.js';
import { EndDeviceEvents } from '../../generated/head-end/end-device-events/index.js';
import { createMdmAdapter, type MdmHandlers } from '../../generated/mdm/adapters/index.js';
import { EndDeviceControls } from '../../generated/mdm/end-device-controls/index.js';
import { GetMeterReadings } from '../../generated/mdm/get-meter-readings/index.js';
import { HeadEndService } from './head-end.js';
import { TRANSPORTS } from './middleware.js';
import { readingsFromCsv } from './readings-from-csv.js';

const { values } = parseArgs({
  options: { transport: { type: 'string', default: 'memory' }, address: { type: 'string' } },
});
const connect = TRANSPORTS[values.transport];
if (connect === undefined)
  throw new RangeError(`--transport is one of ${Object.keys(TRANSPORTS).join(', ')}`);

const say = (text: string): void => console.log(text);
const audit: AdapterHooks['audit'] = (record) => say(`  ${record.component.padEnd(7)} ${auditLine(record)}`);

// Commands need a sender who is known. Over a broker the security agent finds out; here everybody is the MDM.
const MDM: Sender = { name: 'mdm', mechanisms: ['example'], roles: [] };
const authenticate: AdapterHooks['authenticate'] = () => ({ ok: true, value: { sender: MDM } });

const known = readingsFromCsv(readFileSync(new URL('export.csv', import.meta.url), 'utf8'));
const service = new HeadEndService(known);
const headEnd = createHeadEndAdapter({
  middleware: await connect(values.address),
  handlers: service,
  replyAddresses: ['Mdm.reply'],
  hooks: { audit, authenticate },
});

const events: string[] = [];
let stored = 0;
const handlers: MdmHandlers = {
  createdMeterReadings: async ({ payload }) => {
    for (const { Readings } of payload.MeterReading) stored += Readings.length;
  },
  createdEndDeviceEvents: async ({ payload }) => {
    for (const { EndDeviceEventType } of payload.EndDeviceEvent) events.push(EndDeviceEventType.ref);
  },
};
const mdm = createMdmAdapter({
  middleware: await connect(values.address),
  handlers,
  to: 'HeadEnd',
  hooks: { audit },
});

await headEnd.start();
await mdm.start();

say('\nreadings by schedule, from a CSV export');
await headEnd.client.createdMeterReadings({ payload: known });
await until(() => stored > 0);
say(`the MDM keeps ${stored} readings`);

say('\nreadings on demand');
const meters = (...names: readonly string[]) => ({
  request: {
    query: GetMeterReadings.decode(
      `<GetMeterReadings xmlns="${GetMeterReadings.namespace}">${names
        .map((name) => `<EndDevice><Names><name>${name}</name></Names></EndDevice>`)
        .join('')}</GetMeterReadings>`,
    ),
  },
});
const some = await mdm.client.getMeterReadings(meters('M-1001', 'M-9999'));
say(
  `${some.reply.result}: ${some.payload?.MeterReading.length ?? 0} meter, ${some.reply.errors?.[0]?.reason ?? ''}`,
);
try {
  await mdm.client.getMeterReadings(meters('M-9999'));
} catch (error) {
  if (!(error instanceof RequestFailedError)) throw error;
  say(error.message);
}

say('\na command: acknowledged at once, answered later');
const disconnect = EndDeviceControls.decode(`<EndDeviceControls xmlns="${EndDeviceControls.namespace}">
  <EndDeviceControl><issuerID>Mdm</issuerID><reason>moved out</reason><EndDeviceControlType ref="3.31.0.23"/>
    <EndDevices><Names><name>M-1002</name></Names></EndDevices></EndDeviceControl></EndDeviceControls>`);
const done = await mdm.client.createEndDeviceControls({ payload: disconnect });
say(`${done.reply.result}; disconnected: ${[...service.disconnected].join(', ')}`);

say('\nan alarm');
await headEnd.client.createdEndDeviceEvents({
  payload: EndDeviceEvents.decode(`<EndDeviceEvents xmlns="${EndDeviceEvents.namespace}"><EndDeviceEvent>
    <createdDateTime>2026-01-16T04:11:37Z</createdDateTime><severity>critical</severity>
    <Assets><mRID>6b1ad1b0-2f1e-4c5d-9a76-3a0f4c2f9e11</mRID></Assets>
    <EndDeviceEventType ref="3.26.0.85"/></EndDeviceEvent></EndDeviceEvents>`),
});
await until(() => events.length > 0);
say(`the MDM heard of ${events.join(', ')}`);

const { counts } = headEnd.health();
say(
  `\nhead end: ${counts.received} received, ${counts.accepted} accepted, ${counts.failed} failed, ${counts.sent} sent`,
);
await Promise.all([mdm.drain(5000), headEnd.drain(5000)]);

async function until(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !check(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (!check()) throw new Error('nothing came in time');
}
