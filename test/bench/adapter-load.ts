import { cpuUsage } from 'node:process';
import { accept, componentAdapter, ok, type Exchange } from '../../src/runtime/adapter/index.js';
import {
  createInMemoryAdapter,
  createInMemoryMiddleware,
} from '../../src/runtime/transport/in-memory/index.js';
import { MeterReadings } from '../../generated/head-end/meter-readings/index.js';
import {
  CreateMeterReadingsRequest,
  editions,
  MeterReadingsResponse,
} from '../../generated/head-end/exchange/index.js';

const MESSAGES = 10_000;
const AT_ONCE = 32;

/** Request and reply of a 5 KB message in memory, encoded, decoded and validated on both sides: messages a CPU second. */
export async function adapterLoad(): Promise<Readonly<Record<string, number>>> {
  const exchange: Exchange<CreateMeterReadingsRequest, MeterReadingsResponse> = {
    method: 'createMeterReadings',
    verb: 'create',
    noun: 'MeterReadings',
    pattern: 'request-reply',
    to: 'Mdm',
    priority: 4,
    timeout: 30_000,
    retry: { attempts: 1, delay: 0, maxDelay: 0 },
    acknowledgement: 'after-handler',
    security: { authenticated: false, signed: false, replayProtected: false, roles: [] },
    message: CreateMeterReadingsRequest,
    reply: MeterReadingsResponse,
  };
  const reading =
    '<Readings><timeStamp>2026-01-15T00:00:00Z</timeStamp><value>48213.704</value><ReadingType ref="0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"/></Readings>';
  const payload = MeterReadings.decode(
    `<MeterReadings xmlns="${MeterReadings.namespace}"><MeterReading>${reading.repeat(33)}</MeterReading></MeterReadings>`,
  );
  const bytes = MeterReadings.encodeBytes(payload).length;
  const middleware = createInMemoryMiddleware();
  const receiver = componentAdapter(
    { component: 'Mdm', editions: editions(), accepts: [accept(exchange, () => ok())], sends: [] },
    { middleware: createInMemoryAdapter({ middleware }), concurrency: AT_ONCE },
  );
  const sender = componentAdapter(
    { component: 'HeadEnd', editions: editions(), accepts: [], sends: [exchange] },
    { middleware: createInMemoryAdapter({ middleware }) },
  );
  await receiver.start();
  await sender.start();
  const run = async (messages: number): Promise<void> => {
    let left = messages;
    const worker = async (): Promise<void> => {
      while (left-- > 0) await sender.sending.request(exchange, { payload });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  await run(2000);
  const before = cpuUsage();
  const begun = performance.now();
  await run(MESSAGES);
  const { user, system } = cpuUsage(before);
  const perCpuSecond = MESSAGES / ((user + system) / 1e6);
  const perSecond = MESSAGES / ((performance.now() - begun) / 1000);
  await sender.drain();
  await receiver.drain();
  console.log(
    `adapter: ${perCpuSecond.toFixed(0)} requests of ${bytes} bytes and their replies a second of one core (${perSecond.toFixed(0)} by the clock)`,
  );
  return { 'adapter requests a CPU second': perCpuSecond };
}
