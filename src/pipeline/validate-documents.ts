import type { Read } from '../diagnostics/diagnostic.js';
import { compareNames, type ExpandedName } from '../foundation/expanded-name.js';
import { rootNameOf } from '../readers/xml/root-name.js';
import type { Issue } from '../runtime/issue/issue.js';
import { anyMessage } from '../runtime/message/any-message.js';
import type { DocumentValidator, DocumentVerdict, SchemaRequest, ValidationOptions } from './ports.js';
import { loadCodec, type LoadedCodec } from './load-codec.js';
import { loadModel } from './load-model.js';

/** Documents up to this size are read whole; larger ones record by record, where the schema lets them. */
const WHOLE = 64 * 1024 * 1024;

/** Compiles schemas into a validator. */
export async function compileValidator({
  entries,
  host,
}: SchemaRequest): Promise<Read<DocumentValidator | undefined>> {
  const model = await loadModel(entries, host);
  if (model.diagnostics.some(({ severity }) => severity === 'error'))
    return { value: undefined, diagnostics: model.diagnostics };
  const codec = loadCodec(model.value.schema);
  return {
    value: { validate: (document, options) => validate(codec, document, options) },
    diagnostics: model.diagnostics,
  };
}

/** The global elements of schemas that a document may have for its root, by name. */
export async function rootElements({ entries, host }: SchemaRequest): Promise<Read<readonly ExpandedName[]>> {
  const model = await loadModel(entries, host);
  const names = [...model.value.schema.elements.values()]
    .filter(({ scope, abstract }) => scope === 'global' && !abstract)
    .map(({ name }) => name);
  return { value: names.sort(compareNames), diagnostics: model.diagnostics };
}

async function validate(
  codec: LoadedCodec,
  document: AsyncIterable<Uint8Array>,
  options: ValidationOptions,
): Promise<DocumentVerdict> {
  const chunks = document[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let length = 0;
  while (length <= WHOLE) {
    const { done, value } = await chunks.next();
    if (done === true) return validateWhole(codec, joined(begun, length), options);
    begun.push(value);
    length += value.length;
  }
  return validateLarge(codec, begun, chunks, options);
}

function validateWhole(codec: LoadedCodec, bytes: Uint8Array, options: ValidationOptions): DocumentVerdict {
  const result = anyMessage(codec.registry(), bytes, {
    mode: options.mode,
    limits: { maxIssues: options.maxIssues },
    ...(options.root === undefined ? {} : { root: options.root }),
  });
  return verdict(result.issues, result.ok, result.ok ? result.issues.length : result.issueCount);
}

/** A document that is not to be held in memory: its root's repeated children are read one by one. */
async function validateLarge(
  codec: LoadedCodec,
  begun: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  options: ValidationOptions,
): Promise<DocumentVerdict> {
  const name = rootNameOf(begun[0] ?? new Uint8Array(0));
  const message = name === undefined ? undefined : codec.messages.get(name);
  const [record] = Object.keys((await message?.info.records?.()) ?? {});
  const isWanted =
    options.root === undefined || options.root === name || options.root === name?.replace(/^\{.*\}/s, '');
  if (message === undefined || record === undefined || !isWanted) {
    const all = [...begun];
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) all.push(next.value);
    return validateWhole(
      codec,
      joined(
        all,
        all.reduce((sum, { length }) => sum + length, 0),
      ),
      options,
    );
  }
  const issues: Issue[] = [];
  let count = 0;
  const stream = message.stream(chain(begun, rest), {
    record,
    mode: options.mode,
    registry: codec.registry(),
    onIssue: (issue) => {
      count++;
      if (issues.length < options.maxIssues) issues.push(issue);
    },
  });
  await stream.forEach(() => undefined);
  return verdict(issues, !issues.some(({ severity }) => severity === 'error'), count);
}

const verdict = (issues: readonly Issue[], isValid: boolean, count: number): DocumentVerdict => ({
  isValid,
  issues,
  leftOut: Math.max(0, count - issues.length),
});

async function* chain(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
