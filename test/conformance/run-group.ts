import { loadCodec, type LoadedCodec } from '../../src/pipeline/load-codec.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import { memorySourceHost } from '../../src/readers/source/memory-source-host.js';
import { parseXml } from '../../src/readers/xml/parse-xml.js';
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

/** Runs one group: reads and checks the schema, generates and loads the codecs, validates the instances with them. */
export function runGroup(group: SuiteGroup): GroupOutcome {
  const files = Object.fromEntries(Object.entries(group.files).map(([path, text]) => [path, bytesOf(text)]));
  const host = memorySourceHost(files);
  const test = group.schemaTest;
  if (test !== null) {
    const schema = compile(test.docs, host);
    return {
      schema: {
        name: test.name,
        outcome: schema.codec === undefined ? 'invalid' : 'valid',
        problems: schema.problems,
      },
      instances: group.instanceTests.map(({ name, docs }) => ({
        name,
        ...instance(schema, files[docs[0] ?? '']),
      })),
    };
  }
  return {
    instances: group.instanceTests.map(({ name, docs }) => {
      const [path = ''] = docs;
      const bytes = files[path];
      return {
        name,
        ...instance(compile(bytes === undefined ? [] : hintsOf(bytes, path, files), host), bytes, true),
      };
    }),
  };
}

interface Compiled {
  readonly codec?: LoadedCodec;
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
  return errors.length > 0 ? { problems } : { codec: loadCodec(value), problems };
}

function instance(schema: Compiled, bytes: Uint8Array | undefined, lax = false): Omit<TestOutcome, 'name'> {
  if (schema.codec === undefined) return { outcome: 'invalid', problems: schema.problems };
  if (bytes === undefined) return { outcome: 'invalid', problems: ['the document is missing'] };
  const result = anyMessage(schema.codec.registry(), bytes, { lax, ...DOCTYPE });
  const problems = result.issues.slice(0, 4).map(({ rule, message, path }) => `${rule} ${path} ${message}`);
  return { outcome: result.ok ? 'valid' : 'invalid', problems };
}

const DOCTYPE = { allowDoctype: internalSubset };

/** The schema documents that an instance itself points to. */
function hintsOf(
  bytes: Uint8Array,
  path: string,
  files: Readonly<Record<string, Uint8Array>>,
): readonly string[] {
  const text = toUtf8(bytes);
  if (!('bytes' in text)) return [];
  const { value } = parseXml({ uri: path, label: path, bytes: text.bytes }, { allowDoctype: true });
  const found = new Set<string>();
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const visit = (element: typeof value): void => {
    if (element === undefined) return;
    for (const { name, value: hint } of element.attributes) {
      if (name.namespace !== XSI) continue;
      const words = hint.trim().split(/\s+/);
      const locations =
        name.localName === 'schemaLocation'
          ? words.filter((_, index) => index % 2 === 1)
          : name.localName === 'noNamespaceSchemaLocation'
            ? words
            : [];
      for (const location of locations) {
        const target = new URL(location, `file:///${folder}`).pathname.slice(1);
        if (Object.hasOwn(files, target)) found.add(target);
      }
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(value);
  return [...found];
}
