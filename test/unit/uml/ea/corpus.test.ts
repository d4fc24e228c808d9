import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, test } from 'vitest';
import { withJet } from '../../../../src/readers/uml/ea/jet-database.js';
import { readInformationModel } from '../../../../src/readers/uml/read-information-model.js';
import { countsOf, type ModelCounts } from '../../../support/model-counts.js';
import { dumpModel } from '../../../support/dump-model.js';

const corpus = resolve('../shared/corpus/uml');

const read = async (file: string) => {
  const bytes = new Uint8Array(readFileSync(resolve(corpus, file)));
  return readInformationModel({ uri: `file:///${file}`, label: file, bytes });
};

const CLASSES = `SELECT Object_ID FROM t_object
  WHERE Object_Type IN ('Class', 'Interface', 'Enumeration', 'DataType', 'PrimitiveType')`;
const ENUMERATIONS = `SELECT Object_ID FROM t_object WHERE Object_ID IN (${CLASSES})
  AND (Object_Type = 'Enumeration' OR lower(Stereotype) IN ('enumeration', 'enum', 'codelist'))`;
const between = (
  types: string,
): string => `SELECT count(*) FROM t_connector WHERE Connector_Type IN (${types})
  AND Start_Object_ID IN (${CLASSES}) AND End_Object_ID IN (${CLASSES})`;

/** The counts in terms of the tables. */
const QUERIES: Readonly<Record<keyof ModelCounts, string>> = {
  packages: 'SELECT count(*) FROM t_package WHERE Parent_ID <> 0',
  classes: `SELECT count(*) FROM (${CLASSES})`,
  attributes: `SELECT count(*) FROM t_attribute WHERE Object_ID IN (${CLASSES}) AND Object_ID NOT IN (${ENUMERATIONS})`,
  associations: between(`'Association', 'Aggregation'`),
  enumerations: `SELECT count(*) FROM (${ENUMERATIONS})`,
  literals: `SELECT count(*) FROM t_attribute WHERE Object_ID IN (${ENUMERATIONS})`,
  generalizations: between(`'Generalization'`),
};

const countAll = (count: (query: string) => number): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(QUERIES).map(([name, query]) => [name, count(query)]));

const hasSqlite = spawnSync('sqlite3', ['--version']).status === 0;

describe.skipIf(!existsSync(corpus) || !hasSqlite)('SQLite projects have what SQL counts', () => {
  test.each(['lutaml-ea/basic.qea', 'lutaml-ea/test.qea'])('%s', async (file) => {
    const { value } = await read(file);
    const counted = countAll((query) =>
      Number(spawnSync('sqlite3', [`file:${resolve(corpus, file)}?immutable=1`, query]).stdout.toString()),
    );
    expect(counted['classes']).toBeGreaterThan(0);
    expect(value && countsOf(value)).toEqual(counted);
  });
});

/** Numbers of rows of Jet projects, taken with mdbtools. */
const ROWS: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ['ea-xmi21-iec62559/IEC62559_UseCaseTemplate.eap', { t_package: 5, t_object: 108 }],
  ['eap-cimhub/CIMHub.eap', { t_package: 9, t_object: 67, t_attribute: 513 }],
  ['eap-jcleancim/testModel.eap', { t_object: 8 }],
];

describe.skipIf(!existsSync(corpus))('Jet projects', () => {
  test.each(ROWS)('%s has what SQL counts over the rows that mdbtools sees', async (file, rows) => {
    const { value } = await read(file);
    expect(value?.format).toBe('ea-jet');
    const copy = new sqlite.Database();
    const seen: Record<string, number> = {};
    await withJet(new Uint8Array(readFileSync(resolve(corpus, file))), (database) => {
      for (const table of ['t_package', 't_object', 't_attribute', 't_connector']) {
        const columns = database.columnsOf(table);
        const records = database.rowsOf(table, columns);
        seen[table] = records.length;
        copy.exec(`CREATE TABLE ${table} (${columns.map((column) => `"${column}"`).join(', ')})`);
        const insert = copy.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
        for (const record of records) insert.run(columns.map((column) => simple(record[column])));
        insert.finalize();
      }
    });
    expect(seen).toMatchObject(rows);
    const counted = countAll((query) => Number(Object.values(copy.get(query) ?? {})[0]));
    copy.close();
    expect(value && countsOf(value)).toEqual(counted);
  });
});

const hasMdbtools = spawnSync('mdb-ver', ['--version']).error === undefined;

describe.skipIf(!existsSync(corpus) || !hasMdbtools)(
  'Jet projects have the rows that mdb-count counts',
  () => {
    test.each(ROWS)('%s', async (file) => {
      const path = resolve(corpus, file);
      const tables = ['t_package', 't_object', 't_attribute', 't_connector', 't_xref', 't_attributetag'];
      const bytes = new Uint8Array(readFileSync(path));
      const seen = await withJet(bytes, (database) =>
        tables.map((table) => database.rowsOf(table, database.columnsOf(table)).length),
      );
      expect(seen).toEqual(
        tables.map((table) => Number(spawnSync('mdb-count', [path, table]).stdout.toString())),
      );
    });
  },
);

const simple = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number'
    ? value
    : typeof value === 'boolean'
      ? Number(value)
      : null;

describe.skipIf(!existsSync(corpus))('one model in two formats', () => {
  test('basic.qea and basic.xmi are the same, to the last note and tagged value', async () => {
    const [project, exported] = await Promise.all([read('lutaml-ea/basic.qea'), read('lutaml-ea/basic.xmi')]);
    const text = ({ value }: typeof project): string => (value === undefined ? '' : dumpModel(value));
    expect(text(project).split('\n').length).toBeGreaterThan(500);
    expect(text(project)).toBe(text(exported));
    const said = ({ diagnostics }: typeof project): readonly string[] =>
      diagnostics.map(({ code, message }) => `${code} ${message}`).sort();
    expect(said(project)).toEqual(said(exported));
  });
});
