import type { CommandContext, Output } from '../../../src/cli/command-context.js';
import { main } from '../../../src/cli/main.js';
import { PLAIN } from '../../../src/diagnostics/render/palette.js';
import type { DocumentValidator, Ports } from '../../../src/pipeline/ports.js';
import type { Issue } from '../../../src/runtime/issue/issue.js';
import { fakePorts } from '../pipeline/project-folder.js';

/** What a command printed and returned. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunSettings {
  readonly ports?: Ports;
  readonly stdin?: string;
  readonly answers?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ends a run that watches. */
  readonly interruption?: AbortSignal;
  /** Is told everything that goes to standard error. */
  readonly onRemark?: (text: string) => void;
}

/** Runs a command line in a folder, without a process of its own. */
export async function run(cwd: string, argv: readonly string[], settings: RunSettings = {}): Promise<Run> {
  const written = { out: '', err: '' };
  const output = (name: 'out' | 'err'): Output => ({
    write: (text) => {
      written[name] += text;
      if (name === 'err') settings.onRemark?.(text);
    },
    isTerminal: false,
    columns: 100,
    palette: PLAIN,
  });
  const answers = [...(settings.answers ?? [])];
  const ctx: CommandContext = {
    cwd,
    env: settings.env ?? {},
    out: output('out'),
    err: output('err'),
    stdin: async function* () {
      yield new TextEncoder().encode(settings.stdin ?? '');
    },
    ask: settings.answers === undefined ? undefined : () => Promise.resolve(answers.shift() ?? ''),
    showsProgress: false,
    interruption: () => settings.interruption ?? AbortSignal.abort(),
    ports: settings.ports ?? documentPorts,
    mayUseThreads: false,
    generator: () => ({ version: '1.0.0', build: undefined }),
  };
  const code = await main(argv, ctx);
  return { code, ...written };
}

const issue = (text: string, offset: number, severity: Issue['severity']): Issue => ({
  code: 'VAL1001',
  rule: 'cvc-elt.1.a',
  severity,
  message: 'found <bad>, expected <good>',
  path: '/root/bad',
  line: text.slice(0, offset).split('\n').length,
  column: offset - text.lastIndexOf('\n', offset - 1),
  offset,
  expected: '<good>',
  found: '<bad>',
});

/** Finds an issue at each `<bad` and a warning at each `<odd`. */
const validator: DocumentValidator = {
  async validate(document, { maxIssues, mode }) {
    const parts: Uint8Array[] = [];
    for await (const part of document) parts.push(part);
    const text = new TextDecoder().decode(Buffer.concat(parts));
    const all = [...text.matchAll(/<(bad|odd)/gu)].map((match) =>
      issue(text, match.index, match[1] === 'odd' || mode === 'tolerant' ? 'warning' : 'error'),
    );
    const issues = all.slice(0, maxIssues);
    return {
      isValid: !all.some(({ severity }) => severity === 'error'),
      issues,
      leftOut: all.length - issues.length,
    };
  },
};

/** Ports of a compiler that knows no more than these tests need. */
export const documentPorts: Ports = {
  ...fakePorts(),
  validator: () => Promise.resolve({ value: validator, diagnostics: [] }),
  sample: ({ count, seed, invalid }) =>
    Promise.resolve({
      value: Array.from({ length: count }, (_, index) => ({
        name: `Root-${index + 1}.xml`,
        content: `<root seed="${seed}"/>`,
        breaks: invalid ? 'cvc-elt.1.a: another element' : undefined,
      })),
      diagnostics: [],
    }),
  explainComponent: ({ component }) =>
    Promise.resolve({
      value:
        component === 'Reading'
          ? {
              found: [
                { component: 'type:{urn:m}Reading', sections: [{ title: 'declared', body: 'in a.xsd' }] },
              ],
              nearest: undefined,
            }
          : { found: [], nearest: 'Reading' },
      diagnostics: [],
    }),
};
