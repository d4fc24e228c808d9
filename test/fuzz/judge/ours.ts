import type { Schema } from '../../../src/model/schema/index.js';
import { loadCodec } from '../../../src/pipeline/load-codec.js';
import { loadSchema } from '../../../src/pipeline/load-schema.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { anyMessage } from '../../../src/runtime/message/any-message.js';
import type { Registry } from '../../../src/runtime/decode/registry.js';
import { VALID, type Verdict } from './verdict.js';

/** A schema as we see it. */
export interface OwnSchema {
  readonly verdict: Verdict;
  /** Undefined where the schema is refused. */
  readonly schema: Schema | undefined;
  readonly validate: (document: string) => Verdict;
}

/** The first of these documents is the one that is asked for; it includes and imports the others. */
export type SchemaFiles = Readonly<Record<string, string>>;

/** Compiles a schema with the very code that `generate` writes. */
export function compileOwn(files: SchemaFiles): OwnSchema {
  const host = memorySourceHost(files);
  const [entry = ''] = Object.keys(files);
  const { value, diagnostics } = loadSchema([{ uri: host.resolve(entry, '') }], host);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [error] = errors;
  if (error !== undefined) {
    const message = errors
      .slice(0, 3)
      .map(({ code, rule, message: text }) => `${code} ${rule ?? ''} ${text}`)
      .join(' | ');
    const rules = errors.map(({ rule, code }) => rule ?? code);
    const verdict = { isValid: false, rule: rules[0] ?? '', rules, message, place: '' };
    return { verdict, schema: undefined, validate: () => verdict };
  }
  let registry: Registry | undefined;
  return {
    verdict: VALID,
    schema: value,
    validate(document) {
      registry ??= loadCodec(value).registry();
      const result = anyMessage(registry, document);
      if (result.ok) return VALID;
      const found = result.issues.filter(({ severity }) => severity === 'error');
      const message = found
        .slice(0, 3)
        .map(({ rule, path, message: text }) => `${rule} ${path} ${text}`)
        .join(' | ');
      const rules = found.map(({ rule }) => rule);
      return { isValid: false, rule: rules[0] ?? '', rules, message, place: '' };
    },
  };
}
