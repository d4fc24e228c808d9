import {
  importedNamespaceDiffers,
  importWithoutDocument,
  includedNamespaceDiffers,
  includeWithoutDocument,
} from '../../diagnostics/catalogue/xsd.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import type { ImportFragment, SchemaDocument } from '../../model/link/fragment/index.js';
import type { LoadedDocument, LoadedRedefine } from '../../model/link/loaded-document.js';
import type { SourceHost } from '../source/source-host.js';
import { parseXml } from '../xml/parse-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readSchemaDocument } from './read-schema-document.js';

/** What to start from: a document by its URI, or a schema that stands inside another document (a WSDL). */
export type SchemaEntry = { readonly uri: string } | { readonly root: XmlElement; readonly source: SourceText };

export interface LoadOptions {
  readonly allowDoctype?: boolean;
}

/**
 * Loads the documents that the entries name and all that they include, import and redefine, each of them once, whatever
 * the shape of the graph. A document that cannot be had or read is reported; the others are loaded nevertheless.
 */
export function loadSchemaDocuments(
  entries: readonly SchemaEntry[],
  host: SourceHost,
  options: LoadOptions = {},
): Read<readonly LoadedDocument[]> {
  const graph = new DocumentGraph(host, options);
  const roots = entries.flatMap((entry) => {
    if ('uri' in entry) return graph.document(entry.uri) ?? graph.reportUnloaded(entry.uri);
    const id = `${entry.source.uri}#${entry.root.span.start}`;
    return [graph.read(id, entry.root, entry.source)];
  });
  for (const root of roots) graph.visit(root, root.document.targetNamespace, 'entry');
  graph.complete();
  return { value: graph.loaded(), diagnostics: graph.diagnostics.sorted() };
}

/** A document that was read once, wherever in the graph it stands. */
interface ReadDocument {
  readonly id: string;
  readonly document: SchemaDocument;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/** The graph while it grows: documents read so far, by URI; their places, by URI and target namespace. */
class DocumentGraph {
  readonly diagnostics = new DiagnosticBag();
  readonly #read = new Map<string, ReadDocument | undefined>();
  readonly #places = new Map<string, Mutable<LoadedDocument>>();
  readonly #waiting: Mutable<LoadedDocument>[] = [];

  constructor(
    readonly host: SourceHost,
    readonly options: LoadOptions,
  ) {}

  loaded(): readonly LoadedDocument[] {
    return [...this.#places.values()];
  }

  /** The document behind a URI, read when it is asked for the first time. */
  document(uri: string): ReadDocument | undefined {
    if (this.#read.has(uri)) return this.#read.get(uri);
    const source = this.host.load(uri).value;
    if (source === undefined) {
      this.#read.set(uri, undefined);
      return undefined;
    }
    const xml = parseXml(source, this.options);
    this.diagnostics.push(...xml.diagnostics);
    if (xml.value !== undefined) return this.read(uri, xml.value, source);
    const broken = { id: uri, document: BROKEN };
    this.#read.set(uri, broken);
    return broken;
  }

  read(id: string, root: XmlElement, source: SourceText): ReadDocument {
    const { value, diagnostics } = readSchemaDocument(root, source);
    this.diagnostics.push(...diagnostics);
    const read = { id, document: value };
    this.#read.set(id, read);
    return read;
  }

  /** Why a URI could not be loaded, as the source host says it. */
  reportUnloaded(uri: string): [] {
    this.diagnostics.push(...this.host.load(uri).diagnostics);
    return [];
  }

  /** Gives a document its place, once for each target namespace; answers the place's key. */
  visit({ id, document }: ReadDocument, targetNamespace: string, as: 'entry' | 'found'): string | undefined {
    if (document === BROKEN) return undefined;
    const key = `${id} ${targetNamespace}`;
    const known = this.#places.get(key);
    if (known !== undefined) return key;
    const place: Mutable<LoadedDocument> = {
      key,
      document,
      targetNamespace,
      isChameleon: document.targetNamespace !== targetNamespace,
      isEntry: as === 'entry',
      includes: [],
      redefines: [],
      missingNamespaces: [],
    };
    this.#places.set(key, place);
    this.#waiting.push(place);
    return key;
  }

  /** Follows the references of every place until nothing new turns up, breadth first. */
  complete(): void {
    for (let at = 0; at < this.#waiting.length; at++) {
      const place = this.#waiting[at];
      if (place === undefined) break;
      const { includes, imports, redefines } = place.document;
      for (const { schemaLocation, span } of includes) {
        const key = this.#include(place, schemaLocation, span, 'include');
        if (key !== undefined) place.includes.push(key);
      }
      for (const fragment of redefines) {
        const target = this.#include(place, fragment.schemaLocation, fragment.span, 'redefine');
        const redefine: LoadedRedefine = target === undefined ? { fragment } : { fragment, target };
        place.redefines.push(redefine);
      }
      for (const fragment of imports) {
        if (!this.#import(place, fragment)) place.missingNamespaces.push(fragment.namespace);
      }
    }
  }

  /** src-include and the parts of src-redefine that are alike: the same target namespace, or none. */
  #include(
    place: LoadedDocument,
    schemaLocation: string,
    at: Span,
    element: 'include' | 'redefine',
  ): string | undefined {
    const uri = this.host.resolve(schemaLocation, place.document.source);
    const read = this.document(uri);
    if (read === undefined) {
      const why = this.#whyUnloaded(uri);
      this.diagnostics.add(includeWithoutDocument, { at, element, schemaLocation, why });
      return undefined;
    }
    const found = read.document.targetNamespace;
    if (read.document === BROKEN || found === '' || found === place.targetNamespace) {
      return this.visit(read, place.targetNamespace, 'found');
    }
    const rule = element === 'include' ? 'src-include.2.1' : 'src-redefine.3.1';
    const expected = place.targetNamespace;
    this.diagnostics.add(includedNamespaceDiffers, { at, rule, element, schemaLocation, found, expected });
    return undefined;
  }

  /** src-import: whether a document was found that has the namespace. */
  #import(place: LoadedDocument, { namespace, schemaLocation, span: at }: ImportFragment): boolean {
    if (namespace === place.targetNamespace) return true;
    if (schemaLocation === undefined && this.#hasEntry(namespace)) return true;
    const named = schemaLocation === undefined ? undefined : this.host.resolve(schemaLocation, place.document.source);
    const known = (named === undefined ? undefined : this.document(named)) ?? this.#documentOfNamespace(namespace);
    if (known === undefined) {
      if (this.#hasEntry(namespace)) return true;
      const why = named === undefined ? '' : this.#whyUnloaded(named);
      this.diagnostics.add(importWithoutDocument, { at, namespace, schemaLocation, why });
      return false;
    }
    const found = known.document.targetNamespace;
    if (known.document !== BROKEN && found !== namespace) {
      const rule = namespace === '' ? 'src-import.3.2' : 'src-import.3.1';
      const location = schemaLocation ?? known.document.label;
      this.diagnostics.add(importedNamespaceDiffers, { at, rule, schemaLocation: location, found, expected: namespace });
      return false;
    }
    return this.visit(known, namespace, 'found') !== undefined;
  }

  #documentOfNamespace(namespace: string): ReadDocument | undefined {
    const uri = this.host.resolveNamespace(namespace);
    return uri === undefined ? undefined : this.document(uri);
  }

  #hasEntry(namespace: string): boolean {
    for (const place of this.#places.values()) {
      if (place.isEntry && place.targetNamespace === namespace) return true;
    }
    return false;
  }

  #whyUnloaded(uri: string): string {
    return this.host.load(uri).diagnostics[0]?.message ?? `found nothing at ${uri}`;
  }
}

const NOWHERE = { source: '', start: 0, end: 0 };

/** Stands for a document that is not well-formed: reported already, and not to be reported again by who refers to it. */
const BROKEN: SchemaDocument = {
  source: '',
  label: '',
  targetNamespace: '',
  qualifiesElements: false,
  includes: [],
  imports: [],
  redefines: [],
  components: [],
  annotation: { documentation: [], appinfo: [], foreignAttributes: [] },
  span: NOWHERE,
};
