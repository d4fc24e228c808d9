import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSoapAdapter, type SoapAdapter } from '@cimbind/runtime/transport/soap';
import {
  EndDeviceControlsFaultMessage,
  EndDeviceControlsResponseMessage,
} from '../../generated/metering-messages/end-device-controls-message/index.js';
import { startControlsService, type RunningService } from './controls-service.js';
import { HAS_JAXWS, jsonLines, peerFile, run } from './peer-tools.js';

/** What `wsimport` and its classes need at run time: Debian keeps it in two places. */
const classPath = (folder: string): string =>
  [
    folder,
    ...['/usr/share/jaxws/lib', '/usr/share/java'].flatMap((place) =>
      readdirSync(place)
        .filter((name) =>
          /^(?:jax(?:b-api|b-core|b-impl|b-runtime|ws-api|ws-rt|ws-ri-runtime)|saaj|jws-api|stax-ex|streambuffer|gmbal|javax\.activation|policy|FastInfoset|mimepull|istack|management-api|ha-api|woodstox|stax2|javax\.annotation|javax\.xml\.soap|txw2|jaxb-ri|resolver|xml-resolver)[\w.-]*\.jar$/iu.test(
            name,
          ),
        )
        .map((name) => join(place, name)),
    ),
  ].join(':');

describe.skipIf(!HAS_JAXWS)('JAX-WS (needs jaxws and a JDK)', { timeout: 180_000 }, () => {
  let folder: string;
  let service: RunningService;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cimbind-jaxws-'));
    service = await startControlsService();
    const wsdl = `${service.url}?wsdl`;
    const bindings = readFileSync(peerFile('jaxws/bindings.xml'), 'utf8').replace('="WSDL"', `="${wsdl}"`);
    writeFileSync(join(folder, 'bindings.xml'), bindings);
    // The description and its schemas are read from the running service.
    const imported = await run('wsimport', ['-keep', '-s', '.', '-d', '.', '-b', 'bindings.xml', wsdl], {
      cwd: folder,
    });
    if (imported.status !== 0) throw new Error(imported.output + imported.errors);
    const sources = ['CallControls', 'ServeControls'].map((name) => peerFile(`jaxws/${name}.java`));
    const compiled = await run('javac', [
      '-encoding',
      'UTF-8',
      '-cp',
      classPath(folder),
      '-d',
      folder,
      ...sources,
    ]);
    if (compiled.status !== 0) throw new Error(compiled.output + compiled.errors);
  }, 180_000);

  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('its client calls the strongly typed service, and catches typed faults', async () => {
    const said = await run('java', ['-cp', classPath(folder), 'CallControls', `${service.url}?wsdl`], {
      cwd: folder,
    });
    expect(jsonLines(said)).toEqual([
      { result: 'OK', code: '0.0', correlation: 'c-1 é 𝔞', comment: 'CASE-1' },
      {
        message: expect.stringContaining('the message could not be handled') as unknown,
        result: 'FAILED',
        code: '2.4',
        reason: 'Zähler unbekannt: 𝄞 < &',
      },
    ]);
  });

  describe('its server', () => {
    let server: ChildProcess;
    let client: SoapAdapter;
    let url: string;

    beforeAll(async () => {
      url = `http://127.0.0.1:${await freePort()}/controls`;
      server = spawn('java', ['-cp', classPath(folder), 'ServeControls', url], {
        cwd: folder,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      if (server.stdout !== null) await once(server.stdout, 'data');
      client = createSoapAdapter({
        client: {
          endpoints: {
            controls: {
              url,
              soapAction: 'http://iec.ch/TC57/2011/EndDeviceControls/CreateEndDeviceControls',
            },
          },
        },
      });
      await client.start();
    }, 60_000);
    afterAll(async () => {
      await client.drain();
      server.stdin?.end();
      if (server.exitCode === null) await once(server, 'exit');
    });

    const call = async (trackingId: string): Promise<Uint8Array> => {
      const reply = await client.request(
        'controls',
        {
          body: new TextEncoder().encode(request(trackingId)),
          contentType: 'application/xml',
          properties: {},
        },
        { timeout: 30_000 },
      );
      return reply.body;
    };

    test('answers our client', async () => {
      const answer = EndDeviceControlsResponseMessage.decode(await call('CASE-2'));
      expect(answer.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.0' }] });
      expect(answer.Header).toMatchObject({ Verb: 'reply', CorrelationID: 'ü 𝔞', Comment: 'CASE-2' });
    });

    test('its typed fault is a FaultMessage', async () => {
      const fault = EndDeviceControlsFaultMessage.decode(await call('REFUSE'));
      expect(fault.Reply).toMatchObject({ Result: 'FAILED', Error: [{ code: '2.4' }] });
    });

    test('its failure is an error that may be tried again', async () => {
      await expect(call('FAIL')).rejects.toMatchObject({ code: 'TRN3004', retriable: true });
    });
  });
});

const request = (trackingId: string): string =>
  `<CreateEndDeviceControls xmlns="http://iec.ch/TC57/2011/EndDeviceControlsMessage" xmlns:m="http://iec.ch/TC57/2011/schema/message">
  <Header><m:Verb>create</m:Verb><m:Noun>EndDeviceControls</m:Noun><m:CorrelationID>ü 𝔞</m:CorrelationID></Header>
  <Payload>
    <EndDeviceControls xmlns="http://iec.ch/TC57/2011/EndDeviceControls#">
      <EndDeviceControl><issuerTrackingID>${trackingId}</issuerTrackingID><EndDeviceControlType ref="3.31.0.23"/></EndDeviceControl>
    </EndDeviceControls>
  </Payload>
</CreateEndDeviceControls>`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
