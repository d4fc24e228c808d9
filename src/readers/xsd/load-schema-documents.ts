import {
  contradictingEncoding,
  fileNotReadable,
  malformedEncoding,
  sourceTooLarge,
  unsupportedEncoding,
} from '../../diagnostics/catalogue/src.js';
import {
  importedNamespaceDiffers,
  importWithoutDocument,
  includedNamespaceDiffers,
  includeWithoutDocument,
  redefineWithoutDocument,
} from '../../diagnostics/catalogue/xsd-link.js';
import type { Diagnostic, Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import type { ImportFragment, SchemaDocument } from '../../model/link/fragment/index.js';
import type { LoadedDocument, LoadedRedefine } from '../../model/link/loaded-document.js';
import type { SourceHost } from '../source/source-host.js';
import { parseXml } from '../xml/parse-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { isSchemaElement, readSchemaDocument } from './read-schema-document.js';

/**
 * What to start from: a document by its URI, a schema that stands inside another document (a WSDL), or one that was never
 * a text (a profile).
 */
export type SchemaEntry =
  | { readonly uri: string }
  | { readonly root: XmlElement; readonly source: SourceText }
  | { readonly document: SchemaDocument };

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
    if ('uri' in entry) return graph.entry(entry.uri) ?? [];
    if ('document' in entry) return { id: entry.document.source, document: entry.document };
    return graph.read(`${entry.source.uri}#${entry.root.span.start}`, entry.root, entry.source);
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

interface Loaded {
  readonly value: ReadDocument | undefined;
  readonly remarks: readonly Diagnostic[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/** The graph while it grows: documents read so far, by URI; their places, by URI and target namespace. */
class DocumentGraph {
  readonly diagnostics = new DiagnosticBag();
  readonly #read = new Map<string, ReadDocument>();
  readonly #places = new Map<string, Mutable<LoadedDocument>>();
  readonly #waiting: Mutable<LoadedDocument>[] = [];

  constructor(
    readonly host: SourceHost,
    readonly options: LoadOptions,
  ) {}

  loaded(): readonly LoadedDocument[] {
    return [...this.#places.values()];
  }

  /** The document that an entry names. */
  entry(uri: string): ReadDocument | undefined {
    const { value, remarks } = this.#document(uri);
    this.diagnostics.push(...remarks);
    return value;
  }

  /** The document behind a URI, read when it is asked for the first time, and what is to be said of this reference. */
  #document(uri: string): Loaded {
    const { value: source, diagnostics: remarks } = this.host.load(uri);
    if (source === undefined) {
      // A document that is there but cannot be read is the fault of the document, not of the reference.
      const isThere = remarks.some(({ code }) => UNREADABLE.has(code));
      return { value: isThere ? { id: uri, document: BROKEN } : undefined, remarks };
    }
    const known = this.#read.get(source.uri);
    if (known !== undefined) return { value: known, remarks };
    const xml = parseXml(source, this.options);
    this.diagnostics.push(...xml.diagnostics);
    if (xml.value !== undefined) return { value: this.read(source.uri, xml.value, source), remarks };
    const broken = { id: source.uri, document: BROKEN };
    this.#read.set(source.uri, broken);
    return { value: broken, remarks };
  }

  read(id: string, root: XmlElement, source: SourceText): ReadDocument {
    const { value, diagnostics } = readSchemaDocument(root, source);
    this.diagnostics.push(...diagnostics);
    const read = { id, document: isSchemaElement(root) ? value : BROKEN };
    this.#read.set(id, read);
    return read;
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
        const key = this.#include(place, schemaLocation, span, { element: 'include', isNeeded: false });
        if (key !== undefined) place.includes.push(key);
      }
      for (const fragment of redefines) {
        const isNeeded = fragment.components.length > 0;
        const how = { element: 'redefine', isNeeded } as const;
        const target = this.#include(place, fragment.schemaLocation, fragment.span, how);
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
    { element, isNeeded }: { element: 'include' | 'redefine'; isNeeded: boolean },
  ): string | undefined {
    const uri = this.host.resolve(schemaLocation, place.document.source);
    const { value: read, remarks } = this.#document(uri);
    this.#remark(remarks, at, read);
    if (read === undefined) {
      const why = remarks[0]?.message ?? `found nothing at ${uri}`;
      const definition = isNeeded ? redefineWithoutDocument : includeWithoutDocument;
      this.diagnostics.add(definition, { at, element, schemaLocation, why });
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
    const { value: known, remarks } = this.#imported(place, namespace, schemaLocation);
    this.#remark(remarks, at, known);
    if (known === undefined) {
      if (this.#hasEntry(namespace)) return true;
      const why = remarks[0]?.message ?? 'found nothing there';
      this.diagnostics.add(importWithoutDocument, { at, namespace, schemaLocation, why });
      return false;
    }
    const found = known.document.targetNamespace;
    if (known.document !== BROKEN && found !== namespace) {
      const rule = namespace === '' ? 'src-import.3.2' : 'src-import.3.1';
      const location = schemaLocation ?? known.document.label;
      this.diagnostics.add(importedNamespaceDiffers, {
        at,
        rule,
        schemaLocation: location,
        found,
        expected: namespace,
      });
      return false;
    }
    return this.visit(known, namespace, 'found') !== undefined;
  }

  /** The document at the location; where there is none, one that is known for the namespace. */
  #imported(place: LoadedDocument, namespace: string, schemaLocation: string | undefined): Loaded {
    const named =
      schemaLocation === undefined
        ? { value: undefined, remarks: [] }
        : this.#document(this.host.resolve(schemaLocation, place.document.source));
    const uri = named.value === undefined ? this.host.resolveNamespace(namespace) : undefined;
    const known = uri === undefined ? undefined : this.#document(uri);
    return known?.value === undefined ? named : known;
  }

  /** What the source host says of a reference, at the reference. That nothing was found is told in words of our own. */
  #remark(remarks: readonly Diagnostic[], at: Span, read: ReadDocument | undefined): void {
    for (const remark of remarks) {
      if (read !== undefined || remark.severity !== 'error') this.diagnostics.push({ at, ...remark });
    }
  }

  #hasEntry(namespace: string): boolean {
    for (const place of this.#places.values()) {
      if (place.isEntry && place.targetNamespace === namespace) return true;
    }
    return false;
  }
}

const UNREADABLE: ReadonlySet<string> = new Set(
  [fileNotReadable, sourceTooLarge, unsupportedEncoding, malformedEncoding, contradictingEncoding].map(
    ({ code }) => code,
  ),
);

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
