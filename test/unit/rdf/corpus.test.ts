import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Parser, Store } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { readInformationModel } from '../../../src/readers/uml/read-information-model.js';
import { countsOf } from '../../support/model-counts.js';

const corpus = resolve('../shared/corpus');

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const OWL = 'http://www.w3.org/2002/07/owl#';
const CIMS = 'http://iec.ch/TC57/1999/rdf-schema-extensions-19990926#';
const UML = 'http://iec.ch/TC57/NonStandard/UML#';
const TOOL = 'http://langdale.com.au/2005/UML#';

/** The statements of a document as the library alone reads them. */
async function storeOf(path: string): Promise<Store> {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.n3')) return new Store(new Parser({ format: 'text/n3' }).parse(text));
  const store = new Store();
  const parser = new RdfXmlParser({ baseIRI: 'file:///x', allowDuplicateRdfIds: true });
  await new Promise((done, fail) => {
    parser
      .on('data', (quad) => store.addQuad(quad))
      .on('error', fail)
      .on('end', done);
    parser.end(text);
  });
  return store;
}

const read = async (path: string) => {
  const bytes = new Uint8Array(readFileSync(path));
  const { value } = await readInformationModel({ uri: `file://${path}`, label: path, bytes });
  return value && { format: value.format, ...countsOf(value) };
};

const filesIn = (...patterns: readonly string[]): readonly string[] =>
  existsSync(corpus) ? globSync([...patterns], { cwd: corpus }).sort() : [];

const distinct = (values: readonly { readonly value: string }[]): ReadonlySet<string> =>
  new Set(values.map(({ value }) => value));

/** Counts of a CIM RDF Schema, from its statements alone. */
function schemaCounts(store: Store) {
  const subjects = (predicate: string, object: string): ReadonlySet<string> =>
    distinct(store.getSubjects(predicate, object, null));
  const classes = subjects(`${RDF}type`, `${RDFS}Class`);
  const types = store.getQuads(null, `${RDF}type`, null, null);
  return {
    format: 'rdfs',
    packages: new Set([
      ...subjects(`${RDF}type`, `${CIMS}ClassCategory`),
      ...distinct(store.getObjects(null, `${CIMS}belongsToCategory`, null)),
    ]).size,
    classes: classes.size,
    attributes: subjects(`${CIMS}stereotype`, `${UML}attribute`).size,
    associations: distinct(store.getSubjects(`${CIMS}inverseRoleName`, null, null)).size / 2,
    enumerations: subjects(`${CIMS}stereotype`, `${UML}enumeration`).size,
    literals: types.filter(({ object }) => classes.has(object.value)).length,
    generalizations: store.countQuads(null, `${RDFS}subClassOf`, null, null),
  };
}

describe.skipIf(!existsSync(corpus))('CGMES profiles have what their statements say', () => {
  test.each(filesIn('cgmes-rdfs/**/*.rdf'))('%s', async (file) => {
    const path = resolve(corpus, file);
    const counted = schemaCounts(await storeOf(path));
    expect(counted.classes).toBeGreaterThan(0);
    expect(await read(path)).toEqual(counted);
  });
});

/** Counts of a profile in OWL: from class to class, as far as restrictions lead. */
function profileCounts(store: Store) {
  const lists = store.extractLists({ ignoreErrors: true });
  const objects = (subject: Term, predicate: string) => store.getObjects(subject, predicate, null);
  const isType = (subject: Term, type: string) => store.countQuads(subject, `${RDF}type`, type, null) > 0;
  const named = [`${OWL}Class`, `${RDFS}Class`]
    .flatMap((type) => store.getSubjects(`${RDF}type`, type, null))
    .filter(
      ({ termType, value }) => termType === 'NamedNode' && !/#(?:Thing|Message|Reference)$/u.test(value),
    );
  const declared = distinct(named);
  const queue: Term[] = [...new Map(named.map((term) => [term.value, term])).values()];
  const bases = new Set<string>();
  const referred = new Set<string>();
  const counts = { attributes: 0, associations: 0, enumerations: 0, literals: 0, generalizations: 0 };
  for (const one of queue) {
    const supers = objects(one, `${RDFS}subClassOf`);
    const named = supers.filter(({ termType }) => termType === 'NamedNode').map(({ value }) => value);
    if (one.termType === 'NamedNode')
      counts.generalizations += named.filter((value) => value !== one.value && declared.has(value)).length;
    for (const value of named) if (!declared.has(value) || value === one.value) bases.add(value);
    const [values] = objects(one, `${OWL}oneOf`);
    const literals = values === undefined ? [] : (lists[values.value] ?? []);
    counts.literals += literals.length;
    const marks = objects(one, `${TOOL}hasStereotype`);
    if (literals.length > 0 || marks.some(({ value }) => value.endsWith('#enumeration')))
      counts.enumerations++;
    const ranges = new Map<string, Term | undefined>();
    for (const restriction of supers.filter((term) => isType(term, `${OWL}Restriction`))) {
      const [property] = objects(restriction, `${OWL}onProperty`);
      const [range] = [
        ...objects(restriction, `${OWL}allValuesFrom`),
        ...objects(restriction, `${OWL}someValuesFrom`),
      ];
      if (property !== undefined) ranges.set(property.value, range ?? ranges.get(property.value));
    }
    for (const range of ranges.values()) {
      const isAttribute =
        range === undefined ||
        isType(range, `${RDFS}Datatype`) ||
        objects(range, `${TOOL}hasStereotype`).some(({ value }) => value.endsWith('#attribute'));
      const [union] = range === undefined ? [] : objects(range, `${OWL}unionOf`);
      const members = union === undefined ? [] : (lists[union.value] ?? []);
      if (range !== undefined && !isType(range, `${RDFS}Datatype`))
        queue.push(...(members.filter(isBlank) as Term[]));
      if (isAttribute) counts.attributes++;
      else {
        counts.associations += Math.max(members.length, 1);
        const generals = objects(range, `${RDFS}subClassOf`);
        const restricted = generals.some(isBlank);
        const base = generals.filter((term) => !isBlank(term) && !term.value.endsWith('Message#Reference'));
        if (members.length === 0 && restricted) queue.push(range);
        else if (members.length === 0 && !base.some(({ value }) => declared.has(value)))
          for (const { value } of base) referred.add(value);
      }
    }
  }
  const alone = [...referred].filter((value) => !bases.has(value));
  return { format: 'owl', packages: 0, classes: queue.length + alone.length, ...counts };
}

type Term = ReturnType<Store['getSubjects']>[number] | ReturnType<Store['getObjects']>[number];

const isBlank = ({ termType }: { readonly termType: string }): boolean => termType === 'BlankNode';

describe.skipIf(!existsSync(corpus))('profiles in OWL have what their statements say', () => {
  test.each(filesIn('cimtool-profiles/**/*.owl', 'uml/**/*.owl', 'uml/**/*.n3'))('%s', async (file) => {
    const path = resolve(corpus, file);
    const counted = profileCounts(await storeOf(path));
    expect(counted.classes).toBeGreaterThan(0);
    expect(await read(path)).toEqual(counted);
  });
});
