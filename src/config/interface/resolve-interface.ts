import type { InterfaceFile } from './load-interface.js';
import type { ExchangeOptions, TimeOption } from './interface-options.js';
import { millisecondsOf } from './milliseconds.js';
import {
  exchangeRepeated,
  nothingExchanged,
  unknownVerb,
  wrongPattern,
} from '../../diagnostics/catalogue/ifc.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { Span } from '../../foundation/span.js';
import type {
  Exchange,
  ExchangeKind,
  ExchangePattern,
  InterfaceSpecification,
} from '../../model/service/index.js';
import { isEventVerb, isRequestVerb, STANDARD_VERBS } from '../../runtime/envelope/verb.js';

/** Completes an interface specification and checks what its options say together. */
export function resolveInterface({ options, spanOf }: InterfaceFile): Read<InterfaceSpecification> {
  const diagnostics = new DiagnosticBag();
  const { component, businessFunction, documentation, accepts = [], sends = [] } = options;
  const list = (name: 'accepts' | 'sends', all: readonly ExchangeOptions[]): readonly Exchange[] => {
    const seen = new Set<string>();
    return all.flatMap((entry, index) =>
      entry.verbs.map((verb, place) => {
        const at = spanOf([name, index, 'verbs', place]);
        const exchange = resolveExchange(entry, verb, at);
        checkExchange(exchange, diagnostics);
        const key = `${verb} ${entry.noun}`;
        if (seen.has(key)) diagnostics.add(exchangeRepeated, { verb, noun: entry.noun, list: name, at });
        seen.add(key);
        return exchange;
      }),
    );
  };
  const at = spanOf(['component']);
  const value: InterfaceSpecification = {
    kind: 'interface-specification',
    component,
    ...(businessFunction === undefined ? {} : { businessFunction }),
    ...(documentation === undefined ? {} : { documentation }),
    accepts: list('accepts', accepts),
    sends: list('sends', sends),
    ...(at === undefined ? {} : { span: at }),
  };
  if (value.accepts.length + value.sends.length === 0) diagnostics.add(nothingExchanged, { component, at });
  return { value, diagnostics: diagnostics.sorted() };
}

/** The only place that knows the defaults of an exchange. */
function resolveExchange(entry: ExchangeOptions, verb: string, span: Span | undefined): Exchange {
  const { noun, priority = 4, timeout = '30s', acknowledgement = 'after-handler', documentation } = entry;
  const { attempts = 3, delay = '1s', maxDelay = '1m' } = entry.retry === false ? {} : (entry.retry ?? {});
  const { roles = [], authenticated = roles.length > 0 } = entry.security ?? {};
  const kind = kindOf(verb);
  return {
    verb,
    noun,
    kind,
    pattern: entry.pattern ?? (kind === 'event' ? 'publish' : 'request-reply'),
    priority,
    timeout: time(timeout),
    retry: { attempts: entry.retry === false ? 1 : attempts, delay: time(delay), maxDelay: time(maxDelay) },
    acknowledgement,
    security: {
      authenticated,
      signed: entry.security?.signed ?? false,
      replayProtected: entry.security?.replayProtected ?? false,
      roles,
    },
    ...(documentation === undefined ? {} : { documentation }),
    ...(span === undefined ? {} : { span }),
  };
}

/** Its shape was checked. */
const time = (option: TimeOption): number => millisecondsOf(option) ?? 0;

const kindOf = (verb: string): ExchangeKind =>
  verb === 'get' ? 'query' : verb === 'reply' ? 'reply' : isEventVerb(verb) ? 'event' : 'request';

/** Patterns that a message of a kind can be exchanged by. */
const FITTING: Readonly<Record<ExchangeKind, readonly ExchangePattern[]>> = {
  request: ['request-reply', 'async-reply', 'one-way'],
  query: ['request-reply', 'async-reply'],
  event: ['publish', 'one-way', 'request-reply'],
  reply: ['one-way', 'request-reply'],
};

function checkExchange({ verb, noun, kind, pattern, span: at }: Exchange, diagnostics: DiagnosticBag): void {
  if (!isRequestVerb(verb) && !isEventVerb(verb) && verb !== 'reply') {
    const known = STANDARD_VERBS;
    diagnostics.add(unknownVerb, { verb, known, nearest: nearestName(verb, known), at });
  }
  const fitting = FITTING[kind];
  if (!fitting.includes(pattern))
    diagnostics.add(wrongPattern, { verb, noun, pattern, fitting: fitting.join(' or '), at });
}
