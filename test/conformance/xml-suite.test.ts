import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runXmlSuite } from './xml-suite.js';

test('W3C XML Conformance Suite', () => {
  const report = runXmlSuite(readFileSync(new URL('./xml-expected-failures.txt', import.meta.url), 'utf8'));
  expect(report.wrong).toEqual([]);
  expect(report.listedInVain).toEqual([]);
  expect(report.total).toBeGreaterThan(1900);
  expect(report.right / report.total).toBeGreaterThan(0.99);
});
