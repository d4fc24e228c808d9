import { catalogEntryIncomplete, notACatalog } from '../../../diagnostics/catalogue/src.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import { clark, XML_NAMESPACE } from '../../../foundation/expanded-name.js';
import type { SourceText } from '../../../foundation/source-text.js';
import { attributeValue, type XmlElement } from '../../xml/xml-element.js';
import { absoluteUri } from '../reference.js';
import type { Catalog, CatalogEntry, CatalogEntryKind } from './catalog.js';
import { normalizePublicId, normalizeUri } from './normalize.js';

/** The namespace of OASIS XML Catalogs. */
export const CATALOG_NAMESPACE = 'urn:oasis:names:tc:entity:xmlns:xml:catalog';

interface EntryShape {
  /** The attribute that says what is matched. */
  readonly match?: string;
  readonly target: string;
  readonly normalize: (text: string) => string;
}

const SHAPES: ReadonlyMap<string, EntryShape & { readonly kind: CatalogEntryKind }> = new Map(
  (
    [
      ['public', 'publicId', 'uri'],
      ['system', 'systemId', 'uri'],
      ['rewriteSystem', 'systemIdStartString', 'rewritePrefix'],
      ['systemSuffix', 'systemIdSuffix', 'uri'],
      ['delegatePublic', 'publicIdStartString', 'catalog'],
      ['delegateSystem', 'systemIdStartString', 'catalog'],
      ['uri', 'name', 'uri'],
      ['rewriteURI', 'uriStartString', 'rewritePrefix'],
      ['uriSuffix', 'uriSuffix', 'uri'],
      ['delegateURI', 'uriStartString', 'catalog'],
      ['nextCatalog', undefined, 'catalog'],
    ] as const
  ).map(([kind, match, target]) => [
    kind,
    {
      kind,
      target,
      normalize: kind.endsWith('ublic') ? normalizePublicId : normalizeUri,
      ...(match === undefined ? {} : { match }),
    },
  ]),
);

/** What groups and the catalog hand down to their entries. */
interface Inherited {
  readonly base: string;
  readonly prefer: 'public' | 'system';
}

/** Reads an OASIS XML catalog. Elements of other namespaces are extensions, and passed over with all they hold. */
export function readCatalog(root: XmlElement, source: SourceText): Read<Catalog> {
  const diagnostics = new DiagnosticBag();
  const entries: CatalogEntry[] = [];
  if (root.name.localName === 'catalog' && root.name.namespace === CATALOG_NAMESPACE) {
    readEntries(root, { base: source.uri, prefer: 'public' }, entries, diagnostics);
  } else {
    diagnostics.add(notACatalog, { label: source.label, found: clark(root.name), at: root.span });
  }
  return { value: { uri: source.uri, entries }, diagnostics: diagnostics.sorted() };
}

function readEntries(
  parent: XmlElement,
  outer: Inherited,
  entries: CatalogEntry[],
  diagnostics: DiagnosticBag,
): void {
  const inherited = inherit(parent, outer);
  for (const child of parent.children) {
    if (typeof child === 'string' || child.name.namespace !== CATALOG_NAMESPACE) continue;
    const { localName } = child.name;
    if (localName === 'group' && parent.name.localName === 'catalog') {
      readEntries(child, inherited, entries, diagnostics);
      continue;
    }
    const shape = SHAPES.get(localName);
    if (shape === undefined) continue;
    const own = inherit(child, inherited);
    const match = shape.match === undefined ? '' : attributeValue(child, shape.match);
    const target = attributeValue(child, shape.target);
    const lacking = match === undefined ? shape.match : target === undefined ? shape.target : undefined;
    if (match === undefined || target === undefined) {
      diagnostics.add(catalogEntryIncomplete, { entry: localName, attribute: lacking ?? '', at: child.span });
      continue;
    }
    entries.push({
      kind: shape.kind,
      match: shape.normalize(match),
      target: absoluteUri(target, own.base),
      prefer: own.prefer,
      span: child.span,
    });
  }
}

function inherit(element: XmlElement, outer: Inherited): Inherited {
  const base = attributeValue(element, 'base', XML_NAMESPACE);
  const prefer = attributeValue(element, 'prefer');
  return {
    base: base === undefined ? outer.base : absoluteUri(base, outer.base),
    prefer: prefer === 'public' || prefer === 'system' ? prefer : outer.prefer,
  };
}
