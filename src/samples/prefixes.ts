import { XML_NAMESPACE, XSD_NAMESPACE, XSI_NAMESPACE } from '../foundation/expanded-name.js';

const WELL_KNOWN: ReadonlyMap<string, string> = new Map([
  [XML_NAMESPACE, 'xml'],
  [XSI_NAMESPACE, 'xsi'],
  [XSD_NAMESPACE, 'xs'],
  ['http://www.w3.org/2000/09/xmldsig#', 'ds'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://schemas.xmlsoap.org/soap/envelope/', 'soap'],
  ['http://www.w3.org/2003/05/soap-envelope', 'soap12'],
]);

/** The namespace prefixes of one document. They are given when they are first asked for and never change. */
export class Prefixes {
  readonly #byNamespace = new Map<string, string>();
  readonly #byPrefix = new Map<string, string>([
    ['xml', XML_NAMESPACE],
    ['xmlns', ''],
  ]);
  #needsNoDefault = false;

  /** Prefix of a namespace that is not absent. */
  of(namespace: string, wanted?: string): string {
    const known = this.#byNamespace.get(namespace);
    if (known !== undefined) return known;
    const first = WELL_KNOWN.get(namespace) ?? wanted ?? prefixFor(namespace);
    let prefix = first;
    for (let at = 2; this.#byPrefix.has(prefix) && namespace !== XML_NAMESPACE; at++)
      prefix = `${first}${at}`;
    this.#byNamespace.set(namespace, prefix);
    this.#byPrefix.set(prefix, namespace);
    return prefix;
  }

  /** A name as it stands in content: a value of type QName. */
  qname(namespace: string, localName: string, wanted?: string): string {
    if (namespace !== '') return `${this.of(namespace, wanted)}:${localName}`;
    this.#needsNoDefault = true;
    return localName;
  }

  /** A name without prefix was put into content as a name of no namespace: a default namespace would change it. */
  get needsNoDefault(): boolean {
    return this.#needsNoDefault;
  }

  /** Prefixes that were given, with their namespaces, in the order in which they were asked for. */
  declared(): readonly (readonly [prefix: string, namespace: string])[] {
    return [...this.#byNamespace].map(([namespace, prefix]) => [prefix, namespace]);
  }

  readonly lookup = (prefix: string): string | undefined => this.#byPrefix.get(prefix);
}

/** Words of namespace names that say nothing. */
const SILENT: ReadonlySet<string> = new Set([
  'http',
  'https',
  'urn',
  'www',
  'org',
  'com',
  'net',
  'schema',
  'schemas',
  'xsd',
  'ns',
]);

/** The capitals of the last telling word of a namespace name: `…/2011/MeterReadings#` gives `mr`. */
function prefixFor(namespace: string): string {
  const words = namespace
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => /^[A-Za-z]{2}/.test(word) && !SILENT.has(word));
  const last = words.at(-1) ?? '';
  const capitals = last.replace(/[^A-Z]/g, '').toLowerCase();
  const prefix = capitals.length >= 2 ? capitals.slice(0, 4) : last.slice(0, 3).toLowerCase();
  return prefix === '' || prefix.startsWith('xml') ? 'ns' : prefix;
}
