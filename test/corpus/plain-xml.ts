/** An element as the comparison of documents sees it. Read by a parser that shares no line with the runtime's. */
export interface PlainElement {
  /** Clark name. */
  readonly name: string;
  readonly localName: string;
  /** Values by Clark name, namespace declarations left out. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements, and text between them as one string each. */
  readonly children: readonly (PlainElement | string)[];
  /** Prefix to namespace; '' is the default namespace. */
  readonly scope: ReadonlyMap<string, string>;
  /** Where it stands in the text: from `<` to behind the last `>`. */
  readonly start: number;
  readonly end: number;
  /** Where attributes can be added: behind the name of the start tag. */
  readonly nameEnd: number;
}

interface Open {
  readonly element: PlainElement & { end: number };
  readonly children: (PlainElement | string)[];
  readonly tag: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[([\s\S]*?)\]\s*)?>/;
const XML_BINDING: readonly [string, string] = ['xml', 'http://www.w3.org/XML/1998/namespace'];

/** Reads a well-formed document. What is not well-formed is the business of others: here it throws. */
export function parsePlainXml(text: string): PlainElement {
  const doctype = DOCTYPE.exec(text);
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of (doctype?.[1] ?? '').matchAll(
    /<!ENTITY\s+([^\s%]+)\s+(?:"([^"]*)"|'([^']*)')/g,
  ))
    entities.set(name, double ?? single ?? '');
  const stack: Open[] = [];
  let root: PlainElement | undefined;
  let at = doctype === null ? 0 : doctype.index + doctype[0].length;
  TOKEN.lastIndex = at;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [whole, cdata, slash, tag, attributes = '', empty] = token;
    addText(stack, unescape(lineEnds(text.slice(at, token.index)), entities));
    at = token.index + whole.length;
    if (cdata !== undefined) addText(stack, lineEnds(cdata));
    if (tag === undefined) continue;
    if (slash === '/') {
      const closed = stack.pop();
      if (closed?.tag !== tag) throw new Error(`</${tag}> closes <${closed?.tag ?? ''}>`);
      closed.element.end = at;
      if (stack.length === 0) root = closed.element;
      continue;
    }
    const open = startOf(tag, attributes, stack.at(-1)?.element.scope, entities, token.index, at);
    stack.at(-1)?.children.push(open.element);
    if (empty !== '/') stack.push(open);
    else if (stack.length === 0) root = open.element;
  }
  if (root === undefined || stack.length > 0) throw new Error('the document has no complete root element');
  return root;
}

function startOf(
  tag: string,
  written: string,
  outer: ReadonlyMap<string, string> = new Map([XML_BINDING]),
  entities: ReadonlyMap<string, string>,
  start: number,
  end: number,
): Open {
  const scope = new Map(outer);
  const pairs: [string, string][] = [];
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
    const value = unescape(lineEnds(double ?? single ?? '').replace(/[\t\n]/g, ' '), entities);
    if (name === 'xmlns') scope.set('', value);
    else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value);
    else pairs.push([name, value]);
  }
  const children: (PlainElement | string)[] = [];
  const name = expand(tag, scope);
  const attributes = new Map(
    pairs.map(([attribute, value]) => [
      attribute.includes(':') ? expand(attribute, scope) : attribute,
      value,
    ]),
  );
  const localName = tag.slice(tag.indexOf(':') + 1);
  const nameEnd = start + 1 + tag.length;
  return { element: { name, localName, attributes, children, scope, start, end, nameEnd }, children, tag };
}

/** The Clark name of a QName; a name with an unbound prefix stays as it is. */
export function expand(qname: string, scope: ReadonlyMap<string, string>): string {
  const colon = qname.indexOf(':');
  const namespace = scope.get(colon < 0 ? '' : qname.slice(0, colon)) ?? '';
  return namespace === '' ? qname : `{${namespace}}${qname.slice(colon + 1)}`;
}

function addText(stack: readonly Open[], text: string): void {
  const children = stack.at(-1)?.children;
  if (text === '' || children === undefined) return;
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

const lineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescape = (text: string, entities: ReadonlyMap<string, string>): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([^;]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name === undefined)
        return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
      return NAMED[name] ?? (entities.has(name) ? unescape(entities.get(name) ?? '', entities) : whole);
    },
  );

/** All elements below and including one, in document order. */
export function* elementsOf(element: PlainElement): Generator<PlainElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** An element as a document of its own: its text to the letter, the bindings in scope declared on it. */
export function asDocument(text: string, element: PlainElement): string {
  const own = new Set(
    [
      ...text
        .slice(element.start, text.indexOf('>', element.nameEnd))
        .matchAll(/\sxmlns(?::([^\s=]+))?\s*=/g),
    ].map(([, prefix]) => prefix ?? ''),
  );
  const added = [...element.scope]
    .filter(([prefix]) => prefix !== 'xml' && !own.has(prefix))
    .map(
      ([prefix, namespace]) =>
        ` xmlns${prefix === '' ? '' : ':'}${prefix}="${namespace.replaceAll('&', '&amp;')}"`,
    );
  return (
    text.slice(element.start, element.nameEnd) + added.join('') + text.slice(element.nameEnd, element.end)
  );
}
