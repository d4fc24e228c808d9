import { describe, expect, test } from 'vitest';
import { lookUpInCatalogs } from '../../../src/readers/source/catalog/look-up.js';
import type { CatalogQuery } from '../../../src/readers/source/catalog/look-up.js';
import { loadCatalogs } from '../../../src/readers/source/catalog/load-catalogs.js';
import {
  memorySourceHost,
  memorySourceHostWithCatalogs,
} from '../../../src/readers/source/memory-source-host.js';

const catalog = (body: string, attributes = ''): string =>
  `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" ${attributes}>${body}</catalog>`;

const MAIN = catalog(`
  <system systemId="http://e.org/exact.xsd" uri="exact.xsd"/>
  <system systemId="http://e.org/white space.xsd" uri="space.xsd"/>
  <rewriteSystem systemIdStartString="http://e.org/" rewritePrefix="local/"/>
  <rewriteSystem systemIdStartString="http://e.org/v2/" rewritePrefix="http://mirror/two/"/>
  <systemSuffix systemIdSuffix="/end.xsd" uri="end.xsd"/>
  <systemSuffix systemIdSuffix="/longer/end.xsd" uri="longer.xsd"/>
  <delegateSystem systemIdStartString="http://d.org/" catalog="delegate.xml"/>
  <delegateSystem systemIdStartString="http://d.org/special/" catalog="special.xml"/>
  <public publicId="-//E//DTD  One//EN" uri="one.dtd"/>
  <group prefer="system" xml:base="sub/">
    <public publicId="-//E//DTD Two//EN" uri="two.dtd"/>
  </group>
  <delegatePublic publicIdStartString="-//D//" catalog="delegate.xml"/>
  <uri name="urn:e:a" uri="a.xsd" xml:base="http://base/"/>
  <uri name="http://ns.org/x#" uri="x.xsd"/>
  <rewriteURI uriStartString="urn:r:" rewritePrefix="r/"/>
  <uriSuffix uriSuffix=":z" uri="z.xsd"/>
  <delegateURI uriStartString="urn:d:" catalog="delegate.xml"/>
  <foreign:entry xmlns:foreign="urn:foreign"><uri name="urn:hidden" uri="hidden.xsd"/></foreign:entry>
  <nextCatalog catalog="next.xml"/>
`);

const documents = {
  'catalog.xml': MAIN,
  'next.xml': catalog(
    '<uri name="urn:next" uri="next.xsd"/><nextCatalog catalog="catalog.xml"/><uri name="urn:e:a" uri="late.xsd"/>',
  ),
  'delegate.xml': catalog(
    '<system systemId="http://d.org/one.xsd" uri="d1.xsd"/><public publicId="-//D//one" uri="d1.dtd"/><uri name="urn:d:one" uri="d1u.xsd"/><delegateURI uriStartString="urn:d:loop" catalog="catalog.xml"/>',
  ),
  'special.xml': catalog('<system systemId="http://d.org/special/one.xsd" uri="s1.xsd"/>'),
};

const host = memorySourceHost(documents);
const { value: set, diagnostics } = loadCatalogs([{ uri: 'memory:/catalog.xml', origin: 'named' }], (uri) =>
  host.load(uri),
);
const lookUp = (query: CatalogQuery): string | undefined => lookUpInCatalogs(set.catalogs, set.list, query);

describe('OASIS XML catalogs', () => {
  test('are read without complaint', () => {
    expect(diagnostics.map(({ code }) => code)).toEqual(['SRC1013']);
    expect(set.catalogs.size).toBe(4);
  });

  test.each([
    ['http://e.org/exact.xsd', 'memory:/exact.xsd'],
    ['http://e.org/white%20space.xsd', 'memory:/space.xsd'],
    ['http://e.org/other.xsd', 'memory:/local/other.xsd'],
    ['http://e.org/v2/other.xsd', 'http://mirror/two/other.xsd'],
    ['http://x.org/end.xsd', 'memory:/end.xsd'],
    ['http://x.org/longer/end.xsd', 'memory:/longer.xsd'],
    ['http://d.org/one.xsd', 'memory:/d1.xsd'],
    ['http://d.org/special/one.xsd', 'memory:/s1.xsd'],
    ['http://d.org/none.xsd', undefined],
    ['urn:publicid:-:E:DTD+One:EN', 'memory:/one.dtd'],
    ['http://nowhere/', undefined],
  ])('system identifier %s', (systemId, expected) => {
    expect(lookUp({ kind: 'external', systemId })).toBe(expected);
  });

  test.each([
    ['-//E//DTD One//EN', undefined, 'memory:/one.dtd'],
    ['  -//E//DTD\n One//EN ', 'http://nowhere/', 'memory:/one.dtd'],
    ['-//E//DTD One//EN', 'http://e.org/exact.xsd', 'memory:/exact.xsd'],
    ['-//E//DTD Two//EN', undefined, 'memory:/sub/two.dtd'],
    ['-//E//DTD Two//EN', 'http://nowhere/', undefined],
    ['-//D//one', undefined, 'memory:/d1.dtd'],
    ['-//D//none', undefined, undefined],
  ])('public identifier %s with system identifier %s', (publicId, systemId, expected) => {
    expect(lookUp({ kind: 'external', publicId, ...(systemId === undefined ? {} : { systemId }) })).toBe(
      expected,
    );
  });

  test.each([
    ['urn:e:a', 'http://base/a.xsd'],
    ['http://ns.org/x#', 'memory:/x.xsd'],
    ['urn:r:b', 'memory:/r/b'],
    ['urn:any:z', 'memory:/z.xsd'],
    ['urn:d:one', 'memory:/d1u.xsd'],
    ['urn:d:loop', undefined],
    ['urn:next', 'memory:/next.xsd'],
    ['urn:publicid:-:E:DTD+One:EN', 'memory:/one.dtd'],
    ['urn:hidden', undefined],
    ['http://e.org/exact.xsd', undefined],
  ])('URI %s', (uri, expected) => {
    expect(lookUp({ kind: 'uri', uri })).toBe(expected);
  });

  test('say what an entry lacks', () => {
    const { diagnostics: said } = memorySourceHostWithCatalogs(
      { 'c.xml': catalog('<uri name="urn:a"/><system uri="a"/><nextCatalog/>') },
      ['c.xml'],
    );
    expect(said.filter(({ severity }) => severity === 'warning').map(({ message }) => message)).toEqual([
      'the entry uri has no attribute uri, it is left out',
      'the entry system has no attribute systemId, it is left out',
      'the entry nextCatalog has no attribute catalog, it is left out',
    ]);
  });

  test('send references to documents, by system and by URI entries, and namespaces too', () => {
    const { value } = memorySourceHostWithCatalogs({ ...documents, 'x.xsd': '<x/>', 'exact.xsd': '<e/>' }, [
      'catalog.xml',
    ]);
    expect(value.resolve('http://e.org/exact.xsd', 'memory:/a.xsd')).toBe('memory:/exact.xsd');
    expect(value.resolve('exact.xsd', 'http://e.org/a.xsd')).toBe('memory:/exact.xsd');
    expect(value.resolveNamespace('http://ns.org/x#')).toBe('memory:/x.xsd');
    expect(value.resolveNamespace('http://ns.org/y#')).toBeUndefined();
  });
});
