import { mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../src/config/load-config.js';
import type { ConfigOptions } from '../../../src/config/options.js';
import type { ResolvedProject } from '../../../src/config/resolved-config.js';
import type { FilePlan } from '../../../src/pipeline/file-plan.js';
import type { PipelineContext } from '../../../src/pipeline/pipeline-context.js';
import type { Ports } from '../../../src/pipeline/ports.js';
import { PORTS } from '../../../src/pipeline/wiring.js';

/** A new folder with some files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cimbind-test-'));
  for (const [path, text] of Object.entries(files)) put(join(root, path), text);
  return root;
}

export function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Path to text of every file below a folder. */
export function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

export async function projectIn(
  root: string,
  options: Partial<ConfigOptions> = {},
): Promise<ResolvedProject> {
  const { value, diagnostics } = await readConfig(
    { version: 1, inputs: 'models/*.xsd', outDir: 'generated', ...options },
    root,
  );
  const [project] = value?.projects ?? [];
  if (project === undefined) throw new Error(JSON.stringify(diagnostics));
  return project;
}

/** A compiler that turns `models/a.xsd` into `a.ts`, and a line `include b.xsd` into a reading of `b.xsd`. */
export function fakePorts(compiled: { count: number } = { count: 0 }): Ports {
  return {
    ...PORTS,
    compile: ({ entries, host, project, templates }) => {
      compiled.count++;
      const plans = entries.map((uri): FilePlan => {
        const text = new TextDecoder().decode(host.load(uri).value?.bytes);
        const included = [...text.matchAll(/^include (.*)$/gmu)].map(([, name]) =>
          new TextDecoder().decode(host.load(host.resolve(name ?? '', uri)).value?.bytes),
        );
        const name = fileURLToPath(uri).replace(/^.*[\\/]|\.xsd$/gu, '');
        const content = `// ${project.header}${[...templates.values()].join('')}\nexport   const ${name} = ${JSON.stringify([text, ...included])}\n`;
        return { path: `${name}.ts`, content, layout: name.startsWith('p') ? 'prettier' : 'printed' };
      });
      return Promise.resolve({ value: plans, diagnostics: [] });
    },
  };
}

export const contextWith = (ports: Ports, version = '1.0.0'): PipelineContext => ({
  ports,
  generator: { version, build: undefined },
  cacheFolder: undefined,
});
