import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readingsFromCsv } from '../../../examples/head-end-mdm/readings-from-csv.js';

const RUN = fileURLToPath(new URL('../../../examples/head-end-mdm/run.ts', import.meta.url));

describe('the example of a head end and a system that keeps meter data', () => {
  test('runs to its end in memory', () => {
    const said = execFileSync(process.execPath, ['--import', 'tsx', RUN], { encoding: 'utf8' });
    expect(said).toContain('the MDM keeps 4 readings');
    expect(said).toContain('PARTIAL: 1 meter, there is no meter M-9999');
    expect(said).toContain('get MeterReadings failed: 2.4 meter invalid');
    expect(said).toContain('OK; disconnected: M-1002');
    expect(said).toContain('the MDM heard of 3.26.0.85');
  });

  test.each([
    ['no export', 'a,b\n', 'is not the head of an export'],
    [
      'an empty field',
      'meter;readingType;time;value\nM;;2026-01-01T00:00:00Z;1',
      'line 2 has an empty field',
    ],
    ['a value that is none', 'meter;readingType;time;value\nM;0.0;2026-01-01T00:00:00Z;much', 'decimal'],
    ['a time that is none', 'meter;readingType;time;value\nM;0.0;today;1', 'dateTime'],
  ])('its mapping refuses %s', (_, text, message) => {
    expect(() => readingsFromCsv(text)).toThrow(message);
  });
});
