import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  answering,
  compress,
  compressSync,
  decompress,
  decompressSync,
  embed,
  embedDocument,
  operationOutcomes,
  replyToOperations,
  type OperationSet,
} from '../../../src/runtime/envelope/index.js';
import { meterReadings } from '../../../generated/metering/index.js';

const { MeterReadings } = meterReadings;
const value = MeterReadings.sample();

describe('compressed payloads', () => {
  test('come back, packed here and there', async () => {
    const element = embed(MeterReadings, value);
    for (const text of [await compress(element), compressSync(element, gzipSync)]) {
      expect((await decompress(text))?.decode(MeterReadings).value).toEqual(value);
      expect(decompressSync(text, gunzipSync)?.decode(MeterReadings).value).toEqual(value);
    }
  });

  test('that were not packed are taken, and line breaks in Base64', async () => {
    const text = btoa('<x/>').replace(/(.{4})/g, '$1\n');
    expect((await decompress(text))?.name).toBe('x');
    expect(decompressSync(text, gunzipSync)?.name).toBe('x');
  });

  test.each([
    ['no Base64', '<x/>'],
    ['no XML', btoa('nothing')],
    ['no gzip', btoa('\u001f\u008b and so on')],
  ])('with %s hold nothing', async (_, text) => {
    expect(await decompress(text)).toBeUndefined();
    expect(decompressSync(text, gunzipSync)).toBeUndefined();
  });

  test('that hold more than is allowed are refused', async () => {
    const bomb = gzipSync(`<x>${'a'.repeat(1_000_000)}</x>`).toString('base64');
    expect(bomb.length).toBeLessThan(2_000);
    expect(await decompress(bomb, { maxBytes: 10_000 })).toBeUndefined();
    expect(decompressSync(bomb, gunzipSync, { maxBytes: 10_000 })).toBeUndefined();
    expect((await decompress(bomb))?.name).toBe('x');
  });
});

describe('operation sets', () => {
  const set: OperationSet = {
    operations: ['1', '2', '3'].map((operationId) => ({ operationId, verb: 'create' })),
  };
  const results = (reply: Parameters<typeof operationOutcomes>[1]): readonly string[] =>
    operationOutcomes(set, reply).map(({ result }) => result);

  test('went as the reply says of each', () => {
    expect(results({ reply: { result: 'OK' } })).toEqual(['OK', 'OK', 'OK']);
    expect(results({ reply: { result: 'FAILED' } })).toEqual(['FAILED', 'FAILED', 'FAILED']);
    const errors = [
      { code: '2.4', operationId: '2', level: 'FATAL' },
      { code: '0.3', operationId: '3', level: 'INFORM' },
    ];
    expect(results({ reply: { result: 'PARTIAL', errors } })).toEqual(['OK', 'FAILED', 'OK']);
    const operations = [{ operationId: '3', reply: { result: 'FAILED' } }];
    expect(results({ reply: { result: 'PARTIAL' }, payload: { operationSet: { operations } } })).toEqual([
      'OK',
      'OK',
      'FAILED',
    ]);
  });

  test('are answered as a whole', () => {
    const failed = { operationId: '2', result: 'FAILED', errors: [{ code: '2.4' }] };
    const done = { operationId: '1', result: 'OK', errors: [] };
    expect(replyToOperations([done])).toEqual({ result: 'OK' });
    expect(replyToOperations([done, failed])).toEqual({
      result: 'PARTIAL',
      errors: [{ code: '2.4', operationId: '2' }],
    });
    expect(replyToOperations([failed]).result).toBe('FAILED');
    expect(operationOutcomes(set, { reply: replyToOperations([done, failed]) })[1]?.result).toBe('FAILED');
  });
});

test('an answer takes correlation and context from what it answers', () => {
  const header = { verb: 'get', noun: 'X', messageId: 'm' };
  expect(answering(header)).toEqual({ correlationId: 'm' });
  expect(answering({ ...header, correlationId: 'c', context: 'TEST' })).toEqual({
    correlationId: 'c',
    context: 'TEST',
  });
});

test('a document becomes an element', () => {
  expect(embedDocument('<?xml version="1.0"?><!-- x --><a xmlns="urn:a"/><!-- y -->')?.name).toBe('{urn:a}a');
  expect(embedDocument('<a>')).toBeUndefined();
});
