import { loadCodec, type LoadedCodec } from '../../src/pipeline/load-codec.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import type { Schema } from '../../src/model/schema/index.js';
import { memorySourceHost } from '../../src/readers/source/memory-source-host.js';
import { parseXml } from '../../src/readers/xml/parse-xml.js';
import type { XmlElement } from '../../src/readers/xml/xml-element.js';
import { anyMessage } from '../../src/runtime/message/any-message.js';
import { internalSubset } from '../../src/runtime/xml/doctype/internal-subset.js';
import { toUtf8 } from '../../src/runtime/xml/encoding.js';
import { bytesOf, type Outcome, type SuiteGroup } from './packed-group.js';

/** What became of one test. */
export interface TestOutcome {
  readonly name: string;
  readonly outcome: Outcome;
  /** The first few problems, for people. */
  readonly problems: readonly string[];
}

export interface GroupOutcome {
  readonly schema?: TestOutcome;
  readonly instances: readonly TestOutcome[];
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Runs one group: reads and checks the schema, generates and loads the codecs, validates the instances with them. Hints of
 * an instance bring namespaces that the schema lacks (4.3.2); where there is no schema, they are all there is.
 */
export function runGroup(group: SuiteGroup): GroupOutcome {
  const files = Object.fromEntries(Object.entries(group.files).map(([path, text]) => [path, bytesOf(text)]));
  const host = memorySourceHost(files);
  const test = group.schemaTest;
  const schema = test === null ? undefined : compile(test.docs, host);
  const instances = group.instanceTests.map(({ name, docs }) => {
    const [path = ''] = docs;
    const bytes = files[path];
    const hints = bytes === undefined ? NO_HINTS : hintsOf(bytes, path, files);
    if (schema === undefined || test === null) {
      if (hints.late !== undefined) return { name, outcome: 'invalid' as const, problems: [hints.late] };
      return {
        name,
        ...instance(
          compile(
            hints.locations.map(({ path: doc }) => doc),
            host,
          ),
          bytes,
        ),
      };
    }
    const more = hints.locations.filter(({ namespace }) => schema.namespaces?.has(namespace) === false);
    const whole =
      more.length === 0 ? schema : compile([...test.docs, ...more.map(({ path: doc }) => doc)], host);
    return {
      name,
      ...instance(whole.codec === undefined ? schema : whole, bytes),
    };
  });
  return schema === undefined || test === null
    ? { instances }
    : {
        schema: {
          name: test.name,
          outcome: schema.codec === undefined ? 'invalid' : 'valid',
          problems: schema.problems,
        },
        instances,
      };
}

interface Compiled {
  readonly codec?: LoadedCodec;
  /** Target namespaces of the documents that were read. */
  readonly namespaces?: ReadonlySet<string>;
  readonly problems: readonly string[];
}

function compile(docs: readonly string[], host: ReturnType<typeof memorySourceHost>): Compiled {
  const { value, diagnostics } = loadSchema(
    docs.map((uri) => ({ uri: host.resolve(uri, '') })),
    host,
    {
      allowDoctype: true,
    },
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const problems = errors.slice(0, 4).map(({ code, rule, message }) => `${code} ${rule ?? ''} ${message}`);
  if (errors.length > 0) return { problems };
  return { codec: loadCodec(value), namespaces: namespacesOf(value), problems };
}

/** Namespaces that a schema has components of its own for. */
const namespacesOf = ({
  types,
  elements,
  attributes,
  modelGroups,
  attributeGroups,
}: Schema): ReadonlySet<string> =>
  new Set(
    [types, elements, attributes, modelGroups, attributeGroups].flatMap((components) =>
      [...components.values()]
        .filter(({ span }) => span.source !== '')
        .flatMap(({ name }) => (name === undefined ? [] : [name.namespace])),
    ),
  );

function instance(schema: Compiled, bytes: Uint8Array | undefined): Omit<TestOutcome, 'name'> {
  if (schema.codec === undefined) return { outcome: 'invalid', problems: schema.problems };
  if (bytes === undefined) return { outcome: 'invalid', problems: ['the document is missing'] };
  const result = anyMessage(schema.codec.registry(), bytes, READING);
  const problems = result.issues.slice(0, 4).map(({ rule, message, path }) => `${rule} ${path} ${message}`);
  return { outcome: result.ok ? 'valid' : 'invalid', problems };
}

/** The suite has documents with more attributes than a message ever has. */
const READING = {
  allowDoctype: internalSubset,
  limits: { maxAttributes: 100_000 },
};

interface Hints {
  readonly locations: readonly {
    readonly namespace: string;
    readonly path: string;
  }[];
  /** Set where a new hint stands behind the first element or attribute of its namespace, which is an error (4.3.2, clause 4). */
  readonly late?: string;
}

const NO_HINTS: Hints = { locations: [] };

/** The schema documents that an instance itself points to. */
function hintsOf(bytes: Uint8Array, path: string, files: Readonly<Record<string, Uint8Array>>): Hints {
  const text = toUtf8(bytes);
  if (!('bytes' in text)) return NO_HINTS;
  const { value } = parseXml({ uri: path, label: path, bytes: text.bytes }, { allowDoctype: true });
  const locations = new Map<string, string>();
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const seen = new Set<string>();
  let late: string | undefined;
  const visit = (element: XmlElement): void => {
    for (const { name, value: hint } of element.attributes) {
      if (name.namespace !== XSI) continue;
      for (const [namespace, location] of pairsOf(name.localName, hint)) {
        const target = new URL(location, `file:///${folder}`).pathname.slice(1);
        if (seen.has(namespace) && !locations.has(target))
          late ??= `4.3.2 the hint for namespace "${namespace}" comes behind its first use`;
        if (Object.hasOwn(files, target)) locations.set(target, namespace);
      }
    }
    seen.add(element.name.namespace);
    for (const { name } of element.attributes) if (name.namespace !== '') seen.add(name.namespace);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  if (value !== undefined) visit(value);
  return {
    locations: [...locations].map(([target, namespace]) => ({
      namespace,
      path: target,
    })),
    ...(late === undefined ? {} : { late }),
  };
}

/** Namespaces with locations. */
function pairsOf(attribute: string, hint: string): readonly (readonly [string, string])[] {
  const words = hint.trim().split(/\s+/);
  if (attribute === 'noNamespaceSchemaLocation') return words.map((location) => ['', location]);
  if (attribute !== 'schemaLocation') return [];
  return words.flatMap((namespace, index) => {
    const location = words[index + 1];
    return index % 2 === 0 && location !== undefined ? [[namespace, location] as const] : [];
  });
}
