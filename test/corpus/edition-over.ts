import { exchangeOf, type RootFact } from '../../src/analysis/exchange/index.js';
import { clark } from '../../src/foundation/expanded-name.js';
import type { Schema } from '../../src/model/schema/index.js';
import type { LoadedCodec } from '../../src/pipeline/load-codec.js';
import { bindEnvelope, type BoundMessage, type EnvelopeEdition } from '../../src/runtime/envelope/index.js';

/** The envelope of a schema with its strongly typed messages, as generated code would bind it; none where there is none. */
export function editionOver(schema: Schema, codec: LoadedCodec): EnvelopeEdition | undefined {
  const namespaces = new Set(
    [...schema.elements.values()]
      .filter(({ scope, name }) => scope === 'global' && name.localName === 'RequestMessage')
      .map(({ name }) => name.namespace),
  );
  const { editions } = exchangeOf(schema, codec.binding, {
    editions: [...namespaces].map((namespace) => ({ name: namespace, namespace })),
    nouns: [],
  }).value;
  const messages = editions.flatMap(({ roots }) => roots.flatMap((root) => boundOf(root, codec) ?? []));
  const [namespace] = namespaces;
  return namespace === undefined ? undefined : bindEnvelope({ name: 'corpus', namespace, messages });
}

function boundOf(root: RootFact, codec: LoadedCodec): BoundMessage | undefined {
  const message = codec.messages.get(clark(root.message));
  if (message === undefined) return undefined;
  const elements = Object.fromEntries(
    [...root.elements].flatMap(([property, { message: inner, many }]) => {
      const declared = codec.messages.get(clark(inner));
      return declared === undefined ? [] : [[property, { message: declared, many }] as const];
    }),
  );
  return {
    kind: root.kind,
    message,
    names: Object.fromEntries(root.names),
    wrapped: Object.fromEntries(root.wrapped),
    plainIds: root.plainIds,
    elements,
    ...(root.noun === undefined ? {} : { noun: root.noun }),
    ...(root.verb === undefined ? {} : { verb: root.verb }),
  };
}
