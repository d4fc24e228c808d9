import { compareText, XML_NAMESPACE, XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import { groupBy } from '../../foundation/group-by.js';
import { toKebabCase, toPascalCase } from './identifier-form.js';

/** A version, a year or a date: tells nothing about the subject. */
const VERSION = /^(v|ed|edition|version|rev|release)?[-_.]?\d+([-_.]\d+)*([a-z]\d*)?$/i;
/** Words that many namespaces end with. */
const GENERIC: ReadonlySet<string> = new Set(
  'common core data extension extensions main message messages model namespace ns schema schemas service services type types wsdl xml xmlns xsd'.split(
    ' ',
  ),
);
/** Words that are left out beside others: they never tell two namespaces apart. */
const NOISE: ReadonlySet<string> = new Set('namespace ns schema schemas xml xmlns xsd'.split(' '));
/** Folder names that Windows reserves. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The folder of each namespace: its last telling segment, with the segments before it where that is a version or too
 * general. Namespaces that would share a folder get more segments; which ones is decided from those alone.
 */
export function modulePaths(
  namespaces: Iterable<string>,
  overrides: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const open = new Map<string, readonly string[]>();
  for (const namespace of namespaces) {
    const fixed = Object.hasOwn(overrides, namespace) ? overrides[namespace] : WELL_KNOWN.get(namespace);
    if (fixed !== undefined) paths.set(namespace, fixed);
    else open.set(namespace, segmentsOf(namespace));
  }
  const lengths = new Map([...open].map(([namespace, segments]) => [namespace, tellingLength(segments)]));
  const taken = new Set(paths.values());
  for (;;) {
    const groups = groupBy(open.keys(), (namespace) =>
      pathOf(open.get(namespace) ?? [], lengths.get(namespace) ?? 1),
    );
    const clashing = [...groups].filter(([path, group]) => group.length > 1 || taken.has(path));
    const growing = clashing.flatMap(([, group]) =>
      group.filter((namespace) => (lengths.get(namespace) ?? 1) < (open.get(namespace)?.length ?? 0)),
    );
    if (growing.length > 0) {
      for (const namespace of growing) lengths.set(namespace, (lengths.get(namespace) ?? 1) + 1);
      continue;
    }
    for (const [path, group] of [...groups].sort(([a], [b]) => compareText(a, b))) {
      for (const namespace of group.sort(compareText)) paths.set(namespace, freePath(path, taken));
    }
    return new Map([...paths].sort(([a], [b]) => compareText(a, b)));
  }
}

/** The module in an identifier: `meter-readings` becomes `MeterReadings`. */
export function moduleAlias(path: string): string {
  const alias = toPascalCase(path);
  return /^\p{ID_Start}/u.test(alias) ? alias : `Ns${alias}`;
}

const WELL_KNOWN: ReadonlyMap<string, string> = new Map([
  ['', 'no-namespace'],
  [XML_NAMESPACE, 'xml'],
  [XSD_NAMESPACE, 'xml-schema'],
]);

/** Host and path, or the parts of a URN, without what is only syntax. */
function segmentsOf(namespace: string): readonly string[] {
  const text = namespace.replace(/^[a-z][a-z0-9+.-]*:(\/\/)?/i, '').replace(/^www\./i, '');
  const separator = /^urn:/i.test(namespace) || !text.includes('/') ? /[/:#?]+/ : /[/#?]+/;
  const segments = text
    // The host without its top level, which tells nothing.
    .replace(/^([^/#?]+)\.[a-z]{2,}(?=[/#?]|$)/i, (host: string, rest: string) =>
      isHost(namespace) ? rest : host,
    )
    .split(separator)
    .map((segment) => segment.replace(/\.(xsd|wsdl|asmx)$/i, ''))
    .filter((segment) => toKebabCase(segment) !== '');
  return segments.length === 0 ? ['namespace'] : segments;
}

const isHost = (namespace: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(namespace);

/** How many segments from the end are needed until one tells something. */
function tellingLength(segments: readonly string[]): number {
  for (let length = 1; length <= segments.length; length++) {
    const segment = segments[segments.length - length] ?? '';
    if (!VERSION.test(segment) && !GENERIC.has(segment.toLowerCase())) return length;
  }
  return segments.length;
}

function pathOf(segments: readonly string[], length: number): string {
  const last = segments.slice(-length);
  const kept = last.filter((segment) => !NOISE.has(segment.toLowerCase()));
  const path = toKebabCase((kept.length === 0 ? last : kept).join('-'));
  return DEVICE.test(path) ? `${path}-ns` : path;
}

function freePath(path: string, taken: Set<string>): string {
  let free = path;
  for (let count = 2; taken.has(free); count++) free = `${path}-${count}`;
  taken.add(free);
  return free;
}
