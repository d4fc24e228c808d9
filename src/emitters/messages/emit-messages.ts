import type { Exchange, NounFact, RootFact } from '../../analysis/exchange/index.js';
import { toKebabCase } from '../../analysis/naming/index.js';
import type { MessageBinding } from '../../analysis/binding/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import { propertyText, quote } from '../../printer/index.js';
import type { RenderTemplate } from '../emitter.js';
import { classesOf, type ClassView } from './class-view.js';

/** How message classes are made. */
export interface MessageOptions {
  /** The package of the runtime: `@cimbind/runtime`. */
  readonly runtime: string;
  readonly header: readonly string[];
  /** The verbs of requests. */
  readonly verbs: readonly string[];
  /** Revision that headers carry: of all nouns, or by noun. */
  readonly revision: string | Readonly<Record<string, string>>;
}

/** Message classes of each noun, the editions that they are read and written in, and an index. */
export function emitMessages(
  exchange: Exchange,
  options: MessageOptions,
  render: RenderTemplate,
): readonly FilePlan[] {
  const nouns = exchange.nouns.map((noun) => nounView(noun, options));
  const plans: FilePlan[] = nouns.map(({ path, view }) => ({
    path: `exchange/${path}.ts`,
    content: render('messages/noun.ts.hbs', view),
    layout: 'prettier',
  }));
  const frame = { version: VIEW_VERSION, header: options.header, runtime: options.runtime };
  const editions = exchange.editions.map(({ name, namespace, roots }) => ({
    identifier: editionIdentifier(name),
    summary:
      name === 'typed'
        ? 'Strongly typed messages: a root element for each verb and noun.'
        : `The envelope of namespace ${namespace}.`,
    name: quote(name),
    namespace: quote(namespace),
    roots: roots.map(rootView),
  }));
  const bound = new Map(
    exchange.editions.flatMap(({ roots }) =>
      roots.flatMap(messagesOf).map((message) => [message.codecName, message] as const),
    ),
  );
  plans.push({
    path: 'exchange/editions.ts',
    content: render('messages/editions.ts.hbs', {
      ...frame,
      imports: [...bound.values()].map((message) => importOf(message, message.codecName)),
      editions,
    }),
    layout: 'prettier',
  });
  plans.push({
    path: 'exchange/index.ts',
    content: render('messages/index.ts.hbs', {
      ...frame,
      editions: editions.map(({ identifier }) => identifier),
      nouns: nouns.map(({ path, view }) => ({
        from: `./${path}.js`,
        classes: view.classes.map(({ name }) => name),
      })),
    }),
    layout: 'prettier',
  });
  return plans;
}

/** What templates are given is counted: it grows within a version, and never changes its meaning. */
const VIEW_VERSION = 1;

/** `ed1` is a name already; `2008` becomes `edition2008`. */
const editionIdentifier = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/u.test(name) ? name : `edition${name.replace(/[^A-Za-z0-9_$]+/gu, '_')}`;

function nounView(fact: NounFact, options: MessageOptions) {
  const { noun, message, query } = fact;
  const classes: readonly ClassView[] = classesOf(fact, options);
  const imports = [importOf(message, 'Noun')];
  if (query !== undefined && classes.some((view) => view.query !== null))
    imports.push(importOf(query, 'Query'));
  return {
    path: toKebabCase(noun),
    view: {
      version: VIEW_VERSION,
      header: options.header,
      runtime: options.runtime,
      noun,
      typeNames: [...new Set(classes.map(({ typeName }) => typeName))].sort(),
      imports,
      classes,
    },
  };
}

/** What a module takes from another. */
interface ImportView {
  readonly name: string;
  readonly alias: string;
  readonly from: string;
}

const importOf = ({ name, module }: MessageBinding, alias: string): ImportView => ({
  name,
  alias,
  from: `../${module}/messages.js`,
});

/** All messages that the binding of a root speaks of. */
const messagesOf = ({ message, elements, heads }: RootFact): readonly MessageBinding[] => [
  message,
  ...[...elements.values()].map((element) => element.message),
  ...[...heads.values()].flatMap(({ members }) => [...members.values()]),
];

function rootView({ message, kind, noun, verb, names, wrapped, plainIds, elements, heads }: RootFact) {
  const record = (entries: ReadonlyMap<string, string>): string | null =>
    entries.size === 0
      ? null
      : `{ ${[...entries].map(([key, value]) => `${propertyText(key)}: ${quote(value)}`).join(', ')} }`;
  return {
    kind: quote(kind),
    message: message.codecName,
    noun: noun === undefined ? null : quote(noun),
    verb: verb === undefined ? null : quote(verb),
    names: record(names),
    wrapped: record(wrapped),
    plainIds,
    replyCodes: names.get('reply.result')?.toLowerCase() === 'replycode',
    elements: [...elements].map(([property, element]) => ({
      property: propertyText(property),
      message: element.message.codecName,
      many: element.many,
    })),
    heads: [...heads].map(([property, { members, many }]) => ({
      property: propertyText(property),
      many,
      members: [...members].map(([name, member]) => ({
        name: propertyText(name),
        message: member.codecName,
      })),
    })),
  };
}
