import { compareText } from '../../foundation/expanded-name.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import {
  envelopeHasNoMessages,
  nounIsNotDeclared,
  nounsAreMissing,
} from '../../diagnostics/catalogue/gen.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { ComponentId, Schema } from '../../model/schema/index.js';
import type { Binding, MessageBinding } from '../binding/index.js';
import type { EditionFact, Exchange, NounFact, RootFact } from './exchange.js';
import { fieldsOf, rootFact } from './root-fact.js';

/** Which messages are wanted. */
export interface ExchangeOptions {
  /** Name and namespace of each edition, in the order of the configuration. */
  readonly editions: readonly { readonly name: string; readonly namespace: string }[];
  readonly nouns: 'auto' | readonly string[];
}

/** Finds the editions of the envelope, the strongly typed messages and the nouns of a schema. */
export function exchangeOf(schema: Schema, binding: Binding, options: ExchangeOptions): Read<Exchange> {
  const bag = new DiagnosticBag();
  const messages = [...binding.messages.values()].filter(({ abstract }) => !abstract);
  const editions = options.editions.map(({ name, namespace }): EditionFact => {
    const roots = messages
      .filter((message) => message.namespace === namespace && GENERIC.test(message.localName))
      .flatMap((message) => rootFact(schema, binding, message, false) ?? []);
    if (roots.length === 0) bag.add(envelopeHasNoMessages, { name, namespace });
    return { name, namespace, roots };
  });
  const typed = typedMessages(schema, binding, editions, messages);
  const taken = new Set([...editions.flatMap(({ roots }) => roots), ...typed].map(({ message }) => message));
  const namespaces = new Set(options.editions.map(({ namespace }) => namespace));
  const candidates = messages.filter(
    (message) => !taken.has(message) && !namespaces.has(message.namespace) && isNounType(binding, message),
  );
  const nouns = nounsOf(candidates, options.nouns, bag);
  if (nouns.length === 0 && !bag.hasErrors) bag.add(nounsAreMissing, {});
  return {
    value: {
      editions:
        typed.length === 0
          ? editions
          : [...editions, { name: 'typed', namespace: editions[0]?.namespace ?? '', roots: typed }],
      nouns,
    },
    diagnostics: bag.sorted(),
  };
}

const GENERIC = /^(?:request|response|event|fault|)message$/i;

/** Global elements of other namespaces with a header, or with nothing but a reply, of one of the editions. */
function typedMessages(
  schema: Schema,
  binding: Binding,
  editions: readonly EditionFact[],
  messages: readonly MessageBinding[],
): readonly RootFact[] {
  const typesNamed = (name: string): ReadonlySet<ComponentId> =>
    new Set(editions.flatMap(({ roots }) => roots).flatMap((root) => typeOf(root.message, name)));
  const typeOf = (message: MessageBinding, name: string): readonly ComponentId[] =>
    fieldsOf(binding, message.value.type).flatMap(({ content }) =>
      content.kind === 'element' && content.localName.toLowerCase() === name ? [content.value.type] : [],
    );
  const headers = typesNamed('header');
  const replies = typesNamed('reply');
  const own = new Set(editions.flatMap(({ roots }) => roots.map(({ message }) => message)));
  return messages
    .filter(
      (message) =>
        !own.has(message) &&
        (typeOf(message, 'header').some((type) => headers.has(type)) ||
          (typeOf(message, 'reply').some((type) => replies.has(type)) &&
            fieldsOf(binding, message.value.type).length === 1)),
    )
    .flatMap((message) => rootFact(schema, binding, message, true) ?? []);
}

/** Nouns have elements in them; what holds a text or nothing is none. */
function isNounType({ complexTypes }: Binding, { value }: MessageBinding): boolean {
  const kind = complexTypes.get(value.type)?.content.kind;
  return kind === 'fields' || kind === 'ordered';
}

function nounsOf(
  candidates: readonly MessageBinding[],
  wanted: 'auto' | readonly string[],
  bag: DiagnosticBag,
): readonly NounFact[] {
  const byName = new Map(candidates.map((message) => [message.localName, message] as const));
  const isQuery = (name: string): boolean => name.startsWith('Get') && byName.has(name.slice(3));
  const names =
    wanted === 'auto' ? [...byName.keys()].filter((name) => !isQuery(name)).sort(compareText) : wanted;
  return names.flatMap((noun): readonly NounFact[] => {
    const message = byName.get(noun);
    if (message === undefined) {
      bag.add(nounIsNotDeclared, { noun, nearest: nearestName(noun, [...byName.keys()]) });
      return [];
    }
    return [{ noun, message, query: byName.get(`Get${noun}`) }];
  });
}
