import { describe, expect, test } from 'vitest';
import { ambiguousContent } from './sample-diagnostics.js';
import { CATALOGUE } from '../../../src/diagnostics/catalogue/index.js';
import type { Report } from '../../../src/diagnostics/finding.js';
import { finding } from '../../../src/diagnostics/finding.js';
import { findingsOf, frameAt } from '../../../src/diagnostics/locate.js';
import { renderGithub } from '../../../src/diagnostics/render/github.js';
import { renderJson } from '../../../src/diagnostics/render/json.js';
import { renderJunit } from '../../../src/diagnostics/render/junit.js';
import { COLOURED, PLAIN, paletteFor } from '../../../src/diagnostics/render/palette.js';
import { renderSarif } from '../../../src/diagnostics/render/sarif.js';
import { renderSummary, renderText } from '../../../src/diagnostics/render/text.js';

const { diagnostics, lookup } = ambiguousContent();

const report: Report = {
  command: 'generate',
  subjects: ['input-models/meter/meter.xsd'],
  findings: findingsOf(diagnostics, lookup),
  leftOut: 0,
};

const issue = finding({
  code: 'VAL1001',
  severity: 'error',
  message: 'found "a<b", expected a decimal number\u0000',
  rule: 'cvc-datatype-valid.1.2.1',
  path: '/m:Order/m:amount',
  found: 'a<b',
  expected: 'a decimal number',
  subject: 'in box/order,1.xml',
  place: {
    label: 'in box/order,1.xml',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 6,
    frame: { text: '    <m:amount>a&lt;b</m:amount>', start: 14, length: 1 },
  },
});
const issues: Report = {
  command: 'validate',
  subjects: ['in box/order,1.xml', 'good.xml'],
  findings: [issue],
  leftOut: 2,
};

describe('text', () => {
  test('shows the place, related places, rule and way out', () => {
    expect(renderText(report, PLAIN))
      .toBe(`error XSD2104: two particles can match element {http://example.org/meter#}Reading
  input-models/meter/meter.xsd:4:7
    4 │       <xs:element ref="m:Reading"/>
      │       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  input-models/meter/meter.xsd:2:7  competes with this particle
  rule  cos-nonambig
  hint  make the first particle required
  more  cimbind explain XSD2104
`);
  });

  test('counts at the end', () => {
    expect(renderSummary(report, PLAIN)).toBe('1 error\n');
    expect(renderSummary(issues, PLAIN)).toBe('1 error, 2 more not shown\n');
    expect(renderSummary({ ...report, findings: [] }, PLAIN)).toBe('');
  });

  test('says where more is to be read once for each code', () => {
    const twice = { ...report, findings: [...report.findings, ...report.findings] };
    expect(renderText(twice, PLAIN).match(/cimbind explain/gu)).toHaveLength(1);
  });

  test('lets no control character of a document through', () => {
    const hostile = {
      ...report,
      findings: [finding({ code: 'VAL1001', severity: 'error', message: '\u001b[2J\u202e' })],
    };
    expect(renderText(hostile, PLAIN)).not.toMatch(/[\u001b\u202e]/u);
  });

  test('paints on request', () => expect(renderText(report, COLOURED)).toContain('\u001b[31m'));
});

test.each<[boolean, Record<string, string>, typeof PLAIN]>([
  [true, {}, COLOURED],
  [false, {}, PLAIN],
  [true, { NO_COLOR: '1' }, PLAIN],
  [true, { NO_COLOR: '' }, COLOURED],
  [true, { TERM: 'dumb' }, PLAIN],
  [false, { FORCE_COLOR: '1' }, COLOURED],
  [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, PLAIN],
])('colour on a terminal: %s, variables %o', (isTerminal, env, expected) => {
  expect(paletteFor(isTerminal, env)).toBe(expected);
});

describe('frame', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('counts characters, not bytes', () => {
    expect(frameAt(bytes('x\n<ä b="ö"/>\ny'), 6, 12)).toEqual({ text: '<ä b="ö"/>', start: 3, length: 5 });
  });

  test('ends at the end of the line', () => {
    expect(frameAt(bytes('<a\n  b/>'), 0, 8)).toEqual({ text: '<a', start: 0, length: 2 });
  });

  test('cuts a document without line ends', () => {
    const frame = frameAt(bytes(`${'<a/>'.repeat(1000)}<bad/>${'<a/>'.repeat(1000)}`), 4000, 4006);
    expect(frame.text.length).toBeLessThan(170);
    expect(frame.text.slice(frame.start, frame.start + frame.length)).toBe('<bad/>');
  });

  test.each([0, 3, 100])('survives the offset %i of an empty or short text', (offset) => {
    expect(frameAt(bytes('ab'), offset, offset).length).toBe(1);
    expect(frameAt(bytes(''), offset, offset)).toEqual({ text: '', start: 0, length: 1 });
  });
});

describe('json', () => {
  test('is complete', () => {
    expect(JSON.parse(renderJson(issues))).toEqual({
      format: 1,
      command: 'validate',
      summary: { subjects: 2, errors: 1, warnings: 0, leftOut: 2 },
      subjects: ['in box/order,1.xml', 'good.xml'],
      findings: [
        {
          code: 'VAL1001',
          severity: 'error',
          rule: 'cvc-datatype-valid.1.2.1',
          message: 'found "a<b", expected a decimal number\u0000',
          file: 'in box/order,1.xml',
          line: 3,
          column: 5,
          endLine: 3,
          endColumn: 6,
          path: '/m:Order/m:amount',
          expected: 'a decimal number',
          found: 'a<b',
        },
      ],
    });
  });
});

describe('sarif', () => {
  const log: unknown = JSON.parse(renderSarif(report, CATALOGUE, '1.2.3'));

  test('names tool, rule, place and related place', () => {
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'cimbind', semanticVersion: '1.2.3', rules: [{ id: 'XSD2104' }] } },
          results: [
            {
              ruleId: 'XSD2104',
              ruleIndex: 0,
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'input-models/meter/meter.xsd', uriBaseId: 'SRCROOT' },
                    region: { startLine: 4, startColumn: 7, endLine: 4, endColumn: 36 },
                  },
                },
              ],
              relatedLocations: [{ message: { text: 'competes with this particle' } }],
            },
          ],
        },
      ],
    });
  });

  test('escapes file names and names the path of an element', () => {
    expect(JSON.parse(renderSarif(issues, CATALOGUE, '1.2.3'))).toMatchObject({
      runs: [
        {
          results: [
            {
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: 'in%20box/order%2C1.xml' } },
                  logicalLocations: [{ fullyQualifiedName: '/m:Order/m:amount' }],
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

test('github annotations escape what separates', () => {
  expect(renderGithub(issues)).toBe(
    '::error file=in box/order%2C1.xml,line=3,endLine=3,col=5,endColumn=6,title=VAL1001 cvc-datatype-valid.1.2.1::found "a<b", expected a decimal number\u0000%0Apath: /m:Order/m:amount\n',
  );
});

test('junit has a test case a subject and is well-formed', () => {
  expect(renderJunit(issues)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cimbind validate" tests="2" failures="1">
  <testsuite name="cimbind validate" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="cimbind.validate" name="in box/order,1.xml" file="in box/order,1.xml">
      <failure type="cvc-datatype-valid.1.2.1" message="found &quot;a&lt;b&quot;, expected a decimal number\ufffd">in box/order,1.xml:3:5 error VAL1001 (cvc-datatype-valid.1.2.1): found "a&lt;b", expected a decimal number\ufffd at /m:Order/m:amount</failure>
    </testcase>
    <testcase classname="cimbind.validate" name="good.xml" file="good.xml"/>
  </testsuite>
</testsuites>
`);
});
