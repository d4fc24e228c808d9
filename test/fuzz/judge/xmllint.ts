import { spawnSync } from 'node:child_process';
import { VALID, type Opinion, type Verdict } from './verdict.js';

/** Whether libxml2 is installed. */
export const hasXmllint = (): boolean => spawnSync('xmllint', ['--version']).error === undefined;

const TIME_LIMIT = 10_000;

/** Asks libxml2, one run for all documents. Where it crashes, the rest is asked one by one. */
export function askXmllint(folder: string, schema: string, documents: readonly string[]): Opinion {
  // A document that is no document makes it compile the schema all the same.
  const all = run(folder, schema, documents.length === 0 ? ['absent.xml'] : documents);
  if (all.schema?.isValid !== true || documents.length < 2) return all;
  const instances = all.instances.map((verdict, index) =>
    verdict === undefined && !all.isWhole
      ? run(folder, schema, [documents[index] ?? '']).instances[0]
      : verdict,
  );
  return { schema: all.schema, instances };
}

function run(
  folder: string,
  schema: string,
  documents: readonly string[],
): Opinion & { readonly isWhole: boolean } {
  const { stderr, status, signal } = spawnSync(
    'xmllint',
    ['--nonet', '--noout', '--schema', schema, ...documents],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, timeout: TIME_LIMIT, killSignal: 'SIGKILL' },
  );
  const isWhole = signal === null && status !== null;
  const lines = stderr.split('\n');
  if (/^WXS schema .* failed to compile$/m.test(stderr)) {
    const message = lines.find((line) => /error/.test(line)) ?? '';
    const isInternal = /internal error/i.test(stderr);
    return { schema: isInternal ? undefined : refused(message), instances: [], isWhole };
  }
  const messages = new Map<string, string>();
  const verdicts = new Map<string, Verdict | undefined>();
  for (const line of lines) {
    const [, end = '', how = ''] =
      /^(.*?) (validates|fails to validate|validation generated an internal error)$/.exec(line) ?? [];
    if (how === 'validates') verdicts.set(end, VALID);
    else if (how === 'fails to validate') verdicts.set(end, refused(messages.get(end) ?? ''));
    else if (how !== '') verdicts.set(end, undefined);
    const [, at = ''] = /^([^:\s]+):\d+: .*error/.exec(line) ?? [];
    if (at !== '' && !messages.has(at)) messages.set(at, line);
  }
  const instances = documents.map((document) => {
    if (verdicts.has(document)) return verdicts.get(document);
    const message = messages.get(document);
    return message !== undefined && /parser error|namespace error/.test(message)
      ? refused(message)
      : undefined;
  });
  return { schema: isWhole ? VALID : undefined, instances, isWhole };
}

function refused(message: string): Verdict {
  const rule = /\[facet '(\w+)'\]/.exec(message)?.[1] ?? '';
  return {
    isValid: false,
    rule,
    rules: [rule],
    message: message.slice(0, 600),
    place: /^[^:\s]+:\d+/.exec(message)?.[0] ?? '',
  };
}
