import type { Binding } from '../../analysis/binding/binding.js';
import { moduleAlias } from '../../analysis/naming/index.js';
import { code, delimited, identifier, joinCode, raw, renderModule, type Code } from '../../printer/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';

interface IndexOptions {
  readonly header: readonly string[];
  /** Messages are emitted, too. */
  readonly messages: boolean;
  /** Codecs are emitted, and with them the registry. */
  readonly registry: boolean;
}

/** `index.ts` of each module, and of the whole. `files` are the files that were emitted. */
export function indexModules(
  binding: Binding,
  files: readonly FilePlan[],
  options: IndexOptions,
): readonly FilePlan[] {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const plans: FilePlan[] = [];
  const exported = new Map<string, readonly string[]>();
  for (const module of binding.modules) {
    const types = contents.get(`${module.path}/types.ts`);
    const messages = options.messages ? contents.get(`${module.path}/messages.ts`) : undefined;
    const messageNames = messages === undefined ? [] : exportedNames(messages);
    exported.set(module.path, [
      ...new Set([...messageNames, ...(types === undefined ? [] : exportedNames(types))]),
    ]);
    const lines: Code[] = [];
    // A message and its type share a name: naming it takes the message's, which is both.
    if (messageNames.length > 0)
      lines.push(
        code`export ${delimited(
          '{}',
          messageNames.map((name) => code`${identifier(name)}`),
          "export  from './messages.js';".length,
        )} from ${'./messages.js'};`,
      );
    if (types !== undefined) lines.push(code`export * from ${'./types.js'};`);
    plans.push(file(`${module.path}/index.ts`, lines, options.header));
  }
  plans.push(file('index.ts', rootExports(binding, exported, options), options.header));
  return plans;
}

/** Modules whose names nobody else has are exported flat, the others under a name of their own. */
function rootExports(
  binding: Binding,
  exported: ReadonlyMap<string, readonly string[]>,
  { registry }: IndexOptions,
): readonly Code[] {
  const uses = new Map<string, number>();
  for (const names of exported.values()) for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  const lines = binding.modules.map(({ path }) => {
    const isAlone = (exported.get(path) ?? []).every((name) => uses.get(name) === 1 && name !== 'registry');
    const from = `./${path}/index.js`;
    if (isAlone) return code`export * from ${from};`;
    const alias = moduleAlias(path);
    return code`export * as ${identifier(alias.charAt(0).toLowerCase() + alias.slice(1))} from ${from};`;
  });
  return registry ? [...lines, code`export { registry } from ${'./registry.js'};`] : lines;
}

const file = (path: string, lines: readonly Code[], header: readonly string[]): FilePlan => ({
  path,
  content: renderModule([lines.length === 0 ? raw('export {};') : joinCode(lines, '\n')], {
    language: 'ts',
    modulePath: path,
    header,
  }),
  layout: 'printed',
});

/** Names that a printed module exports. The printer writes one declaration a line, from its first column. */
function exportedNames(content: string): readonly string[] {
  const names = new Set<string>();
  for (const [, name] of content.matchAll(
    /^export (?:declare )?(?:interface|type|const|class|function\*?) ([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu,
  ))
    if (name !== undefined) names.add(name);
  return [...names].sort();
}
