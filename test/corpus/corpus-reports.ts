import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../src/foundation/expanded-name.js';

/** What libxml2 made of one schema. */
export interface SchemaEntry {
  /** Relative to the corpus, `/` separated. */
  readonly file: string;
  readonly verdict: 'ok' | 'FAIL' | 'NOT-WELL-FORMED';
  readonly firstError: string;
}

/** What libxml2 made of one instance. */
export interface InstanceEntry {
  readonly file: string;
  /** `root`: the document element; `payload`: the first descendant of this local name. */
  readonly checked: 'root' | 'payload' | 'nothing';
  readonly localName: string;
  /** Relative to the corpus; '' where no schema declares anything of it. */
  readonly schema: string;
  readonly verdict: 'valid' | 'INVALID' | 'NOT-WELL-FORMED' | 'no-schema';
  readonly firstError: string;
}

/** The corpus as its reports describe it. */
export interface Corpus {
  readonly folder: string;
  readonly schemas: readonly SchemaEntry[];
  readonly descriptions: readonly string[];
  readonly instances: readonly InstanceEntry[];
}

/** Reads the reports of a corpus and finds its service descriptions. */
export function readCorpus(folder: string): Corpus {
  return {
    folder,
    schemas: rows(join(folder, 'XSD-REPORT.tsv')).map((row) => ({
      file: row['file'] ?? '',
      verdict: oneOf(row['libxml2'], ['ok', 'FAIL', 'NOT-WELL-FORMED']),
      firstError: row['firstError'] ?? '',
    })),
    descriptions: readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.wsdl'))
      .sort(compareText),
    instances: rows(join(folder, 'INSTANCE-REPORT.tsv')).map((row) => {
      const [kind = '', localName = ''] = (row['checkedElement'] ?? '').split(':');
      return {
        file: row['file'] ?? '',
        checked: kind === '' ? 'nothing' : oneOf(kind, ['root', 'payload']),
        localName,
        schema: row['schema'] ?? '',
        verdict: oneOf(row['libxml2'], ['valid', 'INVALID', 'NOT-WELL-FORMED', 'no-schema']),
        firstError: row['firstError'] ?? '',
      };
    }),
  };
}

function rows(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

function oneOf<T extends string>(text: string | undefined, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text);
  if (found === undefined)
    throw new Error(`"${text ?? ''}" in a report of the corpus, one of ${allowed.join(', ')} expected`);
  return found;
}
