import { afterEach, describe, expect, test } from 'vitest';
import { memoryStore } from '@cimbind/runtime/adapter';
import { wsSecurity } from '@cimbind/runtime/security';
import {
  CONTROLS_PATH,
  CONTROLS_WSDL,
  startControlsService,
  type RunningService,
} from './controls-service.js';
import { startGenericService } from './generic-service.js';
import { HAS_ZEEP, jsonLines, peerFile, python, run } from './peer-tools.js';

const services: RunningService[] = [];
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
});

const call = async (
  service: RunningService,
  ...credentials: readonly string[]
): Promise<readonly unknown[]> => {
  services.push(service);
  return jsonLines(await run(python, [peerFile('zeep/client.py'), `${service.url}?wsdl`, ...credentials]));
};

const DONE = { result: 'OK', code: '0.0', correlation: 'c-1 é 𝄞', comment: 'CASE-1' };
const REFUSED = {
  fault: 'Client',
  message: 'the message could not be handled',
  typed: { result: 'FAILED', code: '2.4', reason: 'Zähler unbekannt: 𝄞 < &' },
};

describe.skipIf(!HAS_ZEEP)('python3-zeep (needs python3-zeep)', () => {
  test.each(['own', 'generated'] as const)(
    'reads the served WSDL (%s), calls the strongly typed service, and reads replies and typed faults',
    async (name) => {
      const service = await startControlsService({ wsdl: { [CONTROLS_PATH]: CONTROLS_WSDL[name] } });
      expect(await call(service)).toEqual([DONE, REFUSED]);
      expect(service.seen.map(({ properties }) => properties['soapAction'])).toEqual(
        Array.from({ length: 2 }, () => 'http://iec.ch/TC57/2011/EndDeviceControls/CreateEndDeviceControls'),
      );
    },
  );

  test.each(['digest', 'text'])('proves who it is by a UsernameToken (%s)', async (type) => {
    const security = wsSecurity({
      accept: {
        usernameToken: {
          passwordOf: (user) => (user === 'mdm' ? 'geheim' : undefined),
          nonces: memoryStore(),
          passwordText: 'always',
        },
      },
      require: ['username-token'],
    });
    const service = await startControlsService({ security });
    expect(await call(service, 'mdm', 'geheim', type)).toEqual([DONE, REFUSED]);
    expect(service.seen[0]?.peer?.proofs).toEqual([
      { name: 'mdm', mechanism: type === 'digest' ? 'password-digest' : 'password' },
    ]);
    const stranger = await call(service, 'mdm', 'falsch', type);
    expect(stranger).toEqual(
      [1, 2].map(() => ({ fault: 'FailedAuthentication', message: 'authentication failed', typed: null })),
    );
    expect(service.seen).toHaveLength(2);
  });

  test.each(['1.1', '1.2'] as const)(
    'calls a component adapter by its generated generic WSDL, SOAP %s',
    async (version) => {
      const service = await startGenericService(version);
      try {
        const ask = async (...more: readonly string[]): Promise<unknown> =>
          jsonLines(await run(python, [peerFile('zeep/generic.py'), `${service.url}?wsdl`, ...more]))[0];
        expect(await ask('mdm', 'geheim', 'MeterReadings')).toEqual({
          verb: 'reply',
          correlation: 'm-1 é 𝄞',
          result: 'OK',
          codes: expect.any(Array) as unknown,
          payload: ['{http://iec.ch/TC57/2011/MeterReadings#}MeterReadings'],
        });
        expect(await ask('mdm', 'geheim', 'Customers')).toMatchObject({ result: 'FAILED', codes: ['2.5'] });
        const fault = { message: 'authentication failed', result: 'FAILED', code: '7.4' };
        expect(await ask('mdm', 'falsch', 'MeterReadings')).toEqual(fault);
      } finally {
        await service.close();
      }
    },
  );
});
