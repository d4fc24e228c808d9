import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { toUtf8 } from '../../src/runtime/xml/encoding.js';

/** What a tool made of a document. */
export interface Verdict {
  /** Undefined where the tool does not say. */
  readonly accepted: boolean | undefined;
  /** The document that it writes from what it read; undefined where it writes none. */
  readonly written?: string | undefined;
}

/** A tool that takes documents of a schema. */
export interface Peer {
  readonly name: string;
  judge(schema: string, documents: readonly string[]): readonly Verdict[];
}

/** The peers that are installed, or why one is not among them. */
export function peers(): { readonly here: readonly Peer[]; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const here: Peer[] = [
    fastXmlParser('fast-xml-parser, as it comes', {}),
    fastXmlParser('fast-xml-parser, all kept', KEEP_ALL),
  ];
  if (spawnSync('xmllint', ['--version']).error === undefined) here.push(LIBXML2);
  else missing.push('libxml2 (xmllint)');
  if (existsSync(XERCES) && spawnSync('java', ['-version']).error === undefined) here.push(XERCES_J);
  else missing.push('Xerces-J (libxerces2-java)');
  return { here, missing };
}

const LIBXML2: Peer = {
  name: 'libxml2 `xmllint --schema`',
  judge: (schema, documents) =>
    documents.map((document) => ({
      accepted: spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, document]).status === 0,
    })),
};

const XERCES = '/usr/share/java/xercesImpl.jar';

const XERCES_J: Peer = {
  name: 'Xerces-J (validates for JAXB, too)',
  judge: (schema, documents) => {
    const program = fileURLToPath(new URL('../support/xerces/ValidateDocuments.java', import.meta.url));
    const classes = [XERCES, '/usr/share/java/xml-apis.jar', '/usr/share/java/xml-resolver.jar'].join(':');
    const { stdout } = spawnSync('java', ['-cp', classes, program, '', schema, ...documents], {
      encoding: 'utf8',
    });
    const verdicts = new Map(
      stdout.split('\n').map((line) => [line.split('\t').at(-1), line.split('\t')[0]]),
    );
    return documents.map((document) => ({ accepted: verdicts.get(document) === 'valid' }));
  },
};

/** The text of a document, whatever its encoding: not what a parser of text is to be judged by. */
export function decodedText(bytes: Uint8Array): string {
  const decoded = toUtf8(bytes);
  return new TextDecoder().decode('bytes' in decoded ? decoded.bytes : bytes);
}

/** The options under which it keeps what it can: order, attributes, texts as they are. */
const KEEP_ALL = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
} as const;

function fastXmlParser(name: string, options: object): Peer {
  return {
    name,
    judge: (_, documents) =>
      documents.map((document) => {
        const text = decodedText(readFileSync(document));
        if (XMLValidator.validate(text) !== true) return { accepted: false };
        try {
          const value: unknown = new XMLParser(options).parse(text);
          return { accepted: true, written: String(new XMLBuilder(options).build(value)) };
        } catch {
          return { accepted: false };
        }
      }),
  };
}
