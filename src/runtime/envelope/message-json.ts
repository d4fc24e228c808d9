import type { Issue } from '../issue/issue.js';
import { jsonText, placedMisfits, unreadable, type JsonOptions } from '../json/json-text.js';
import { parseJson } from '../json/parse-json.js';
import { misfits } from '../json/understood.js';
import { withoutPlace } from '../message/decode.js';
import { elementOfTree, treeOf } from './element-tree.js';
import type { DecodedMessage, MessageClass } from './message-class.js';
import type { AnyTypedMessage } from './typed-message.js';

/**
 * A whole message as JSON, from which `messageFromJson` makes the same message again: header, parameters and reply by the
 * names of the model, payload and query as `toJson` writes them, all other elements as trees.
 */
export const messageToJson = <M extends AnyTypedMessage>(
  _class: Pick<MessageClass<M>, 'name'>,
  message: M,
  options: JsonOptions = {},
): string => jsonText(jsonForm(message), options);

/**
 * Reads and validates a message as JSON. Nothing in it is trusted: the message is written as XML in the edition and read
 * again, by all rules of its schemas, and must be understood completely.
 */
export function messageFromJson<M extends AnyTypedMessage>(
  messageClass: MessageClass<M>,
  text: string,
  options: { readonly edition?: string } = {},
): DecodedMessage<M> {
  const parsed = parseJson(text);
  if (!parsed.ok) return refused(unreadable(text, parsed));
  const { value } = parsed;
  let written: Uint8Array;
  try {
    // What it is will show when it has been read again.
    written = messageClass.encodeBytes(revived(value) as M, options);
  } catch (error) {
    // What writers say about a value that is not what its type promises.
    if (!(error instanceof TypeError)) throw error;
    const message = `the message cannot be written as XML: ${error.message}`;
    return refused(placedMisfits(text, [{ pointer: '', message }]));
  }
  const read = messageClass.safeDecode(written);
  const issues = read.issues.map(withoutPlace);
  if (!read.ok) return { ...read, issues };
  const gone = misfits(value, JSON.parse(jsonText(jsonForm(read.value))));
  if (gone.length === 0) return { ...read, issues };
  return refused([...placedMisfits(text, gone), ...issues]);
}

const refused = (issues: readonly Issue[]): DecodedMessage<never> => ({
  ok: false,
  issues,
  issueCount: issues.length,
  tolerances: [],
});

/** Where a message has elements of other schemas. */
const ELEMENTS: ReadonlySet<string> = new Set([
  'extensions',
  'furtherPayloads',
  'furtherParameters',
  'elements',
]);

/** Where a message has values of a payload's own schema: what they hold is not looked into. */
const VALUES: ReadonlySet<string> = new Set(['payload', 'query', 'beyond']);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A message with its embedded elements as trees. */
const jsonForm = (part: unknown): unknown =>
  mapParts(part, (element) =>
    isFields(element) && typeof element['document'] === 'function'
      ? // Only embedded elements are documents.
        treeOf(element as never)
      : element,
  );

/** A message of JSON, with embedded elements of its trees. */
const revived = (part: unknown): unknown => mapParts(part, elementOfTree);

function mapParts(part: unknown, map: (element: unknown) => unknown): unknown {
  if (Array.isArray(part)) return part.map((item) => mapParts(item, map));
  if (!isFields(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => {
      if (VALUES.has(name)) return [name, value];
      if (ELEMENTS.has(name) && Array.isArray(value)) return [name, value.map(map)];
      return [name, mapParts(value, map)];
    }),
  );
}
