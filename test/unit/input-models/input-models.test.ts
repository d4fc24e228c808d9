import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  meterReadingsChunks,
  smallMeterReadings,
  writeMeterReadings,
  type MeteringSpelling,
} from '../../support/make-metering-document.js';

const MODELS = fileURLToPath(new URL('../../../input-models/', import.meta.url));

/** Folder of a model, the schema that its messages are valid against, and which of its messages that schema is for. */
const SCHEMAS: readonly (readonly [folder: string, schema: string, messages: RegExp])[] = [
  ['metering', 'MeterReadings.xsd', /^MeterReadings\b/],
  ['metering', 'GetMeterReadings.xsd', /^GetMeterReadings\b/],
  ['metering', 'EndDeviceControls.xsd', /^EndDeviceControls\b/],
  ['metering', 'EndDeviceEvents.xsd', /^EndDeviceEvents\b/],
  ['metering', 'MeterConfig.xsd', /^MeterConfig\b/],
  ['envelope-ed1', 'Message.xsd', /./],
  ['envelope-ed2', 'Message.xsd', /./],
  ['envelope-ed2-open', 'Message.xsd', /./],
  ['envelope-2010', 'Message.xsd', /./],
  ['envelope-2008', 'Message.xsd', /./],
  ['metering-messages', 'MeterReadingsMessage.xsd', /MeterReadings/],
  ['metering-messages', 'EndDeviceControlsMessage.xsd', /EndDeviceControls/],
  ['metering-2024', 'Messages.xsd', /./],
  ['vendor-acme', 'AcmeMessages.xsd', /./],
  ['kitchen-sink', 'kitchen-sink.xsd', /./],
];

/** Invalid messages that libxml2 takes for valid, with the rule that it does not check. */
const OVERLOOKED_BY_LIBXML2 = new Map([['Values-invalid-references.xml', 'cvc-id']]);

/** Valid messages that libxml2 refuses, with the rule that it gets wrong. */
const REFUSED_BY_LIBXML2 = new Map([['Values-zoned-times.xml', 'order of xs:time with a zone']]);

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;
const messagesOf = (folder: string): readonly string[] => readdirSync(join(MODELS, folder, 'samples')).sort();
const isMeantInvalid = (message: string): boolean => /-(invalid|broken)\b/.test(message);

/** Names of the files that xmllint calls valid; everything else it says is returned with them. */
function validByXmllint(schema: string, files: readonly string[]): { readonly valid: ReadonlySet<string>; readonly said: string } {
  const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, ...files], { encoding: 'utf8' });
  const valid = [...run.stderr.matchAll(/^(.*) validates$/gm)].map((line) => basename(line[1] ?? ''));
  return { valid: new Set(valid), said: run.stderr };
}

describe('messages beside the models', () => {
  const folders = [...new Set(SCHEMAS.map(([folder]) => folder))];

  it('belong to a schema each', () => {
    for (const folder of folders) {
      const patterns = SCHEMAS.filter(([owner]) => owner === folder).map(([, , messages]) => messages);
      for (const message of messagesOf(folder)) {
        expect(patterns.filter((pattern) => pattern.test(message)), `${folder}/samples/${message}`).toHaveLength(1);
      }
    }
  });

  it('are named after their root element and say what is broken', () => {
    for (const folder of folders) {
      for (const message of messagesOf(folder)) {
        const text = readFileSync(join(MODELS, folder, 'samples', message), 'utf8');
        const root = /<(?:[\w.-]+:)?([\w.-]+)[\s>/]/.exec(text.replace(/<\?.*?\?>|<!--.*?-->/gs, ''))?.[1];
        expect(root, `root element of ${folder}/samples/${message}`).toBe(message.replace(/[-.].*$/, ''));
        if (isMeantInvalid(message)) expect(text, message).toMatch(/<!--.*(Broken|mistakes):/s);
        expect(text, message).not.toContain('<!DOCTYPE');
      }
    }
  });

  it.skipIf(!hasXmllint).each(SCHEMAS)('of %s/%s have the verdict that their names promise (xmllint)', (folder, schema, pattern) => {
    const messages = messagesOf(folder).filter((message) => pattern.test(message));
    expect(messages.length).toBeGreaterThan(2);
    const { valid, said } = validByXmllint(
      join(MODELS, folder, schema),
      messages.map((message) => join(MODELS, folder, 'samples', message)),
    );
    const expected = messages.filter((message) =>
        isMeantInvalid(message) ? OVERLOOKED_BY_LIBXML2.has(message) : !REFUSED_BY_LIBXML2.has(message),
      );
    expect([...valid].sort(), said).toEqual(expected);
  });
});

describe('schema documents', () => {
  it.skipIf(!hasXmllint)('all compile, alone and without the network (xmllint)', () => {
    const directory = mkdtempSync(join(tmpdir(), 'input-models-'));
    try {
      const probe = join(directory, 'probe.xml');
      writeFileSync(probe, '<probe/>');
      for (const folder of readdirSync(MODELS, { withFileTypes: true })) {
        if (!folder.isDirectory()) continue;
        for (const file of readdirSync(join(MODELS, folder.name))) {
          // A schema that does not compile ends xmllint with status 5, a document that is invalid with 3.
          if (!file.endsWith('.xsd')) continue;
          const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', join(MODELS, folder.name, file), probe]);
          expect(run.status, `${folder.name}/${file}: ${run.stderr.toString()}`).toBe(3);
        }
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('made metering documents', () => {
  const spellings: readonly MeteringSpelling[] = [
    {},
    { prefix: 'm' },
    { indented: false },
    { prefix: 'm', indented: false },
  ];

  it('are the same bytes for the same arguments', () => {
    const digest = (seed: number): string => {
      const hash = createHash('sha256');
      for (const chunk of meterReadingsChunks(0.3, seed)) hash.update(chunk);
      return hash.digest('hex');
    };
    expect(digest(1)).toBe(digest(1));
    expect(digest(1)).not.toBe(digest(2));
  });

  it('come in the size that was asked for', () => {
    let size = 0;
    for (const chunk of meterReadingsChunks(2)) size += chunk.length;
    expect(size).toBeGreaterThan(1_980_000);
    expect(size).toBeLessThan(2_060_000);
    expect(smallMeterReadings().length).toBeGreaterThan(4_000);
    expect(smallMeterReadings().length).toBeLessThan(6_000);
  });

  it.skipIf(!hasXmllint)('are valid in every spelling (xmllint)', () => {
    const directory = mkdtempSync(join(tmpdir(), 'metering-'));
    try {
      const files: string[] = [];
      for (const [index, spelling] of spellings.entries()) {
        const large = join(directory, `large-${String(index)}.xml`);
        const small = join(directory, `small-${String(index)}.xml`);
        writeMeterReadings(large, 1, index, spelling);
        writeFileSync(small, smallMeterReadings(index, spelling));
        files.push(large, small);
      }
      const { valid, said } = validByXmllint(join(MODELS, 'metering', 'MeterReadings.xsd'), files);
      expect([...valid].sort(), said).toEqual(files.map((file) => basename(file)).sort());
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
