import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PORTS } from '../../../src/pipeline/wiring.js';
import { run } from './command-run.js';

const NAMESPACE = 'http://iec.ch/TC57/2011/schema/message';
const message = (root: string, header: string, rest: string): string =>
  `<${root} xmlns="${NAMESPACE}"><Header>${header}<Timestamp>2024-06-03T06:30:00Z</Timestamp><Source>HES</Source><MessageID>${root}</MessageID><CorrelationID>c</CorrelationID></Header>${rest}</${root}>`;
const payload = '<Payload><MeterReadings xmlns="urn:m"/></Payload>';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'cimbind-lint-'));
  mkdirSync(join(root, 'good'));
  mkdirSync(join(root, 'bad'));
  const write = (name: string, text: string): void => {
    writeFileSync(join(root, name), text);
  };
  const request = message('RequestMessage', '<Verb>create</Verb><Noun>MeterReadings</Noun>', payload);
  const answer = message(
    'ResponseMessage',
    '<Verb>reply</Verb><Noun>MeterReadings</Noun>',
    '<Reply><Result>OK</Result></Reply>',
  );
  write('good/1-request.xml', request);
  write(
    'good/2-answer.xml',
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${answer}</s:Body></s:Envelope>`,
  );
  write('bad/1-request.xml', request.replace('>create<', '>CREATED<'));
  write('bad/2-answer.xml', answer.replace('>MeterReadings<', '>MeterConfig<'));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const lint = (...argv: string[]) => run(root, ['lint', ...argv], { ports: PORTS });

describe('lint', () => {
  test('finds nothing in an exchange that is right', async () => {
    expect(await lint('good')).toMatchObject({
      code: 0,
      out: 'partner HES: 2 messages, 0 errors, 0 warnings\n',
      err: expect.stringContaining('2 messages in 2 documents, 1 partners'),
    });
  });

  test('tells what is wrong, with the message that it does not fit to, and sums up by partner', async () => {
    const { code, out } = await lint('bad');
    expect(code).toBe(1);
    expect(out).toContain('warning VAL6002: "Verb" is "CREATED", "created" expected');
    expect(out).toContain('noun "MeterConfig", and "MeterReadings" in the request (bad/1-request.xml)');
    expect(out).toContain(
      'partner HES: 2 messages, 1 errors, 2 warnings (noun-differs 1, verb-case 1, verb-form 1)',
    );
  });

  test('has all formats of validate', async () => {
    const { out } = await lint('bad', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      command: 'lint',
      summary: { subjects: 2, errors: 1, warnings: 2 },
      partners: [{ source: 'HES', messages: 2, errors: 1, warnings: 2 }],
    });
    for (const [format, sign] of [
      ['sarif', '"version": "2.1.0"'],
      ['junit', '<testsuite'],
      ['github', '::error'],
    ] as const)
      expect((await lint('bad', '--format', format)).out).toContain(sign);
  });

  test('counts warnings where that is asked for', async () => {
    const { code } = await lint('bad/1-request.xml');
    expect(code).toBe(0);
    expect((await lint('bad/1-request.xml', '--strict')).code).toBe(1);
  });

  test('says that a pattern matches nothing', async () => {
    expect(await lint('none')).toMatchObject({
      code: 2,
      err: expect.stringContaining('"none" matches no file'),
    });
  });
});
