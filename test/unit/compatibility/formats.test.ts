import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportFormat } from '../../../src/diagnostics/render/index.js';
import { loadCodec } from '../../../src/pipeline/load-codec.js';
import { loadSchema } from '../../../src/pipeline/load-schema.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { anyMessage } from '../../../src/runtime/message/any-message.js';
import { ROOT } from '../../architecture/source-files.js';
import { GITLAB_SCHEMA, JUNIT_XSD, SARIF_SCHEMA } from '../../support/report-schemas.js';
import { run } from '../cli/command-run.js';
import { PORTS } from '../../../src/pipeline/wiring.js';

const reports = new Map<ReportFormat, string>();
const report = (format: ReportFormat): string => reports.get(format) ?? '';
const ajv = new Ajv({ strict: false, validateFormats: false });

beforeAll(async () => {
  for (const format of ['text', 'json', 'markdown', 'html', 'sarif', 'junit', 'github', 'gitlab'] as const) {
    const argv = [
      'diff',
      'input-models/metering/MeterReadings.xsd',
      'input-models/metering-2024/MeterReadings.xsd',
      '--format',
      format,
    ];
    const { code, out } = await run(ROOT, argv, { ports: PORTS });
    expect(code).toBe(1);
    reports.set(format, out);
  }
}, 120_000);

describe('formats of a comparison', () => {
  test('SARIF is valid, names its rules and carries fingerprints', () => {
    const log: unknown = JSON.parse(report('sarif'));
    ajv.validate(SARIF_SCHEMA, log);
    expect(ajv.errors ?? []).toEqual([]);
    expect(report('sarif')).toMatch(/"cimbind\/v1": "[0-9a-f]{16}"/u);
    expect(report('sarif')).toContain('"id": "CMP3004"');
  });

  test('GitLab Code Quality is valid, and no two entries are one', () => {
    const entries = JSON.parse(report('gitlab')) as readonly { readonly fingerprint: string }[];
    ajv.validate(GITLAB_SCHEMA, entries);
    expect(ajv.errors ?? []).toEqual([]);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  });

  test('JUnit is valid by its schema, a test case a component', () => {
    const host = memorySourceHost({ 'junit.xsd': JUNIT_XSD });
    const { value } = loadSchema([{ uri: host.resolve('junit.xsd', '') }], host);
    expect(anyMessage(loadCodec(value).registry(), report('junit')).issues).toEqual([]);
    expect(report('junit')).toContain('<testcase classname="cimbind.diff" name="IntervalReading"');
  });

  test('JSON holds each change with its effects', () => {
    expect(JSON.parse(report('json'))).toMatchObject({
      format: 1,
      command: 'diff',
      comparison: { step: 'major', verdicts: { 'wire-backward': 'breaking', source: 'breaking' } },
    });
    const { findings } = JSON.parse(report('json')) as { readonly findings: readonly unknown[] };
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'child-renamed',
        message: 'Reading.origin was called source',
        change: expect.objectContaining({ subject: 'Reading.origin', before: 'source', after: 'origin' }),
      }),
    );
  });

  test('Markdown has a table of verdicts and a message that shows each break', () => {
    expect(report('markdown')).toContain('| XML, old messages to new readers | ❌ breaking |');
    expect(report('markdown')).toContain('- Reading.origin was called source <sub>child-renamed</sub>');
    expect(report('markdown')).toMatch(/<details><summary>a message that shows it: /u);
  });

  test('annotations name file and line', () => {
    expect(report('github')).toMatch(
      /^::error file=input-models\/metering-2024\/MeterReadings\.xsd,line=\d+/mu,
    );
  });

  test('the page asks for nothing outside of itself', () => {
    expect(report('html')).toContain(`default-src 'none'`);
    expect(report('html')).not.toMatch(/<(?:script|link|img)[^>]*\s(?:src|href)="(?!data:)/u);
  });
});

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

describe.skipIf(CHROMIUM === undefined)('the page in a headless browser (needs chromium)', () => {
  const dom = (search: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'));
    const file = join(folder, 'report.html');
    writeFileSync(file, report('html'));
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--user-data-dir=${folder}/profile`,
    ];
    const url = `file://${file}${search === '' ? '' : `#${encodeURIComponent(search)}`}`;
    return execFileSync(CHROMIUM ?? '', [...flags, '--dump-dom', url], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  };

  test('counts what it shows, and searches', { timeout: 60_000 }, () => {
    const [, shown, all] = /<output id="count">(\d+) of (\d+)</u.exec(dom('')) ?? [];
    expect(shown).toBe(all);
    expect(Number(all)).toBeGreaterThan(10);
    const found = dom('origin child-renamed');
    const [, fewer] = /<output id="count">(\d+) of/u.exec(found) ?? [];
    expect(Number(fewer)).toBe(2);
    expect([...found.matchAll(/<details [^>]*hidden=""/gu)]).toHaveLength(Number(all) - 2);
  });
});
