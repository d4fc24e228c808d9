import { element } from '../decode/element.js';
import type { ElementInfo } from '../decode/element-descriptor.js';
import type { Registry } from '../decode/registry.js';
import { anyTypeInfo, clarkOfOpen } from '../decode/any.js';
import { issuesOf } from '../issue/locate.js';
import { readEpilog, readProlog } from '../xml/document.js';
import { openName, openTag, skip } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { nameTable } from '../xml/name-table.js';
import { STOP, type Reader } from '../xml/reader.js';
import { lackingIssues, openSource } from './decode.js';
import type { DecodeOptions, Decoded, MessageInfo, Source } from './element-message.js';

/** A document of any global element of a schema set. */
export interface AnyMessage {
  /** Clark name of the root element. */
  readonly name: string;
  readonly value: unknown;
}

interface AnyOptions extends DecodeOptions {
  /** Accept a root element that is not declared: nothing is checked of it but its declared descendants. */
  readonly lax?: boolean;
  /** The root element that must be there: Clark name, or a local name in any namespace. */
  readonly root?: string;
}

/** Reads and validates a document of whatever global element its root is. */
export function anyMessage(
  registry: Registry,
  source: Source,
  options: AnyOptions = {},
): Decoded<AnyMessage> {
  const { r, ready } = openSource(source, options);
  let complete = false;
  let name = '';
  let value: unknown;
  try {
    if (ready) {
      r.registry = registry;
      readProlog(r);
      openTag(r, nameTable('', []), r.at);
      name = clarkOfOpen(r);
      value = readRootElement(r, registry, name, options);
      readEpilog(r);
      r.checkReferences?.(r);
      complete = true;
    }
  } catch (signal) {
    if (signal !== STOP) throw signal;
  }
  const declared = Object.hasOwn(registry.elements, name) ? registry.elements[name] : undefined;
  const lacking = complete && declared !== undefined ? lackingIssues(r, messageInfo(declared), value) : [];
  const issues = [...issuesOf(r), ...lacking];
  if (complete && r.errorCount === 0 && lacking.length === 0)
    return { ok: true, value: { name, value }, issues };
  return {
    ok: false,
    ...(complete ? { value: { name, value } } : {}),
    issues,
    issueCount: r.issueCount + lacking.length,
  };
}

/** A message of a declared element, about which nothing else is known. */
function messageInfo(element: ElementInfo): MessageInfo {
  const brace = element.name.lastIndexOf('}');
  return {
    element,
    namespace: element.name.slice(1, Math.max(1, brace)),
    localName: element.name.slice(brace + 1),
    prefixes: {},
    unqualified: true,
  };
}

function readRootElement(r: Reader, registry: Registry, name: string, options: AnyOptions): unknown {
  const declared = Object.hasOwn(registry.elements, name) ? registry.elements[name] : undefined;
  const isWanted =
    options.root === undefined || options.root === name || options.root === name.replace(/^\{.*\}/s, '');
  if (declared !== undefined && isWanted) return element(r, declared);
  if (isWanted && (options.lax === true || (r.xsiType >= 0 && !r.plain)))
    return element(r, { name, type: anyTypeInfo, undeclared: true } satisfies ElementInfo);
  report(
    r,
    'VAL2200',
    'cvc-elt.1',
    isWanted
      ? `there is no declaration of the root element "${openName(r)}"${r.openNamespace === '' ? '' : ` in namespace "${r.openNamespace}"`}`
      : `the root element is "${openName(r)}", "${options.root ?? ''}" expected`,
    r.nameStart[r.depth] as number,
    options.root ?? 'a declared element',
    openName(r),
  );
  skip(r);
  return undefined;
}
