import { clarkOfOpen } from '../decode/any.js';
import { openSource } from '../message/decode.js';
import type { Source } from '../message/element-message.js';
import { readProlog } from '../xml/document.js';
import { openTag } from '../xml/element.js';
import { NO_NAMES } from '../xml/name-table.js';
import { STOP } from '../xml/reader.js';
import type { EnvelopeEdition, EnvelopeReadOptions } from './edition.js';
import { isSameFamily } from './namespace-family.js';

/** The edition that a document is of, by its root element; the first one where none is. */
export function chooseEdition(
  editions: readonly EnvelopeEdition[],
  source: Source,
  options: Pick<EnvelopeReadOptions, 'limits'> = {},
): EnvelopeEdition {
  const [first, second] = editions;
  if (first === undefined) throw new RangeError('there is no edition to read with');
  if (second === undefined) return first;
  const name = rootOf(source, options);
  const namespace = name.slice(1, Math.max(1, name.lastIndexOf('}')));
  return (
    editions.find(({ roots }) => roots.has(name)) ??
    editions.find((edition) => edition.namespace === namespace) ??
    editions.find((edition) => isSameFamily(edition.namespace, namespace)) ??
    first
  );
}

/** Several editions as one: a document is read by the edition that it is of, and written by the first. */
export function anyEdition(editions: readonly EnvelopeEdition[]): EnvelopeEdition {
  const [first] = editions;
  if (first === undefined) throw new RangeError('there is no edition to read with');
  return {
    ...first,
    name: editions.map(({ name }) => name).join(' or '),
    roots: new Set(editions.flatMap(({ roots }) => [...roots])),
    decode: (source, options) => chooseEdition(editions, source, options).decode(source, options),
  };
}

/** Clark name of the root element; '' where there is none to be read. */
function rootOf(source: Source, { limits }: Pick<EnvelopeReadOptions, 'limits'>): string {
  const { r, ready } = openSource(source, limits === undefined ? {} : { limits });
  if (!ready) return '';
  try {
    readProlog(r);
    openTag(r, NO_NAMES, r.at);
    return clarkOfOpen(r);
  } catch (signal) {
    if (signal !== STOP) throw signal;
    return '';
  }
}
