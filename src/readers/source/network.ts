import { spawnSync } from 'node:child_process';
import { fetchFailed } from '../../diagnostics/catalogue/src.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import { decodeSource } from './decode-source.js';

/** What a fetch may take. */
export interface NetworkLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/**
 * Fetches a document by http or https. Readers are synchronous, so a second process does it: it prints one line of JSON
 * and then the bytes. Called only when the user has allowed the network.
 */
export function fetchSource(url: string, limits: NetworkLimits): Read<SourceText | undefined> {
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', FETCH], {
    input: JSON.stringify({ url, ...limits }),
    timeout: limits.timeoutMs + 2_000,
    maxBuffer: limits.maxBytes + 65_536,
    windowsHide: true,
  });
  const answer = readAnswer(run.stdout ?? new Uint8Array(0));
  if (answer.reason === undefined) return decodeSource(url, url, answer.body, answer.charset);
  const diagnostics = new DiagnosticBag();
  diagnostics.add(fetchFailed, { label: url, reason: answer.reason });
  return { value: undefined, diagnostics: diagnostics.sorted() };
}

const FETCH = `
import { readFileSync } from 'node:fs';
const { url, timeoutMs, maxBytes } = JSON.parse(readFileSync(0, 'utf8'));
const say = (head, body = []) => {
  process.stdout.write(JSON.stringify(head) + '\\n');
  for (const part of body) process.stdout.write(part);
};
try {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/xml, text/xml;q=0.9, */*;q=0.5' },
  });
  if (!response.ok) {
    say({ reason: 'the server answers ' + response.status + ' ' + response.statusText });
  } else {
    const parts = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > maxBytes) throw new Error('it has more than ' + maxBytes + ' bytes');
      parts.push(part);
    }
    const charset = /charset\\s*=\\s*"?([\\w.:-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
    say({ charset }, parts);
  }
} catch (error) {
  const cause = error.cause ?? error;
  say({ reason: error.name === 'TimeoutError' ? 'no answer within ' + timeoutMs + ' ms' : cause.code ?? cause.message });
}
`;

interface Answer {
  readonly reason?: string;
  readonly charset?: string;
  readonly body: Uint8Array;
}

function readAnswer(output: Uint8Array): Answer {
  const lineEnd = output.indexOf(0x0a);
  if (lineEnd < 0) return { reason: 'no answer in time', body: output };
  const head: unknown = JSON.parse(new TextDecoder().decode(output.subarray(0, lineEnd)));
  const body = output.subarray(lineEnd + 1);
  if (typeof head !== 'object' || head === null) return { reason: 'no answer', body };
  return {
    body,
    ...('reason' in head ? { reason: String(head.reason) } : {}),
    ...('charset' in head ? { charset: String(head.charset) } : {}),
  };
}
