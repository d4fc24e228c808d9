import { invariant } from '../foundation/invariant.js';
import type { Code } from './code.js';
import { importBlock, importedNames, symbolKey } from './import-block.js';
import type { Language, Sheet } from './sheet.js';
import { layOut } from './sheet.js';

export interface ModuleOptions {
  readonly language: Language;
  /** Path below the output folder, with or without `./`, ending in `.ts` or `.js`: `meter-readings/types.ts`. */
  readonly modulePath: string;
  /** Lines of the comment at the head of the file. */
  readonly header?: readonly string[];
}

/** A module's text: header, one block of imports, the codes with an empty line between them. */
export function renderModule(codes: readonly Code[], options: ModuleOptions): string {
  const here = pathOf(options.modulePath);
  const sheet = layOut(codes, { language: options.language, isScript: false });
  const own = new Set<string>();
  const foreign = sheet.symbols.filter(({ symbol }) => {
    const isOwn = pathOf(symbol.module) === here && isRelative(symbol.module);
    if (isOwn) own.add(symbol.name);
    return !isOwn;
  });
  invariant(
    options.language === 'ts' || foreign.every(({ isType }) => !isType),
    'a type is used outside of an annotation, so it cannot be left out of JavaScript',
  );
  const imports = importedNames(foreign, new Set([...sheet.names, ...own]));
  for (const { part, symbol } of foreign) {
    sheet.parts[part] = imports.get(symbolKey(symbol))?.local ?? symbol.name;
  }
  const head = headOf(options.header ?? []);
  const block = importBlock(imports.values(), (module) => specifierFrom(here, module));
  const body = sheet.parts.join('');
  return [head, block, body].filter((part) => part !== '').join('\n\n') + '\n';
}

export interface ScriptModule {
  /** As in `ModuleOptions.modulePath`. */
  readonly modulePath: string;
  readonly codes: readonly Code[];
}

/**
 * All modules of a set as the body of one JavaScript function whose parameter `runtimeName` holds the runtime. It returns
 * what the modules export. Their exported names must be unique over the set, which names of codecs are.
 */
export function renderScript(modules: readonly ScriptModule[], runtimeName: string): string {
  const paths = new Set(modules.map((module) => pathOf(module.modulePath)));
  const sheets = modules.map(({ codes }) => layOut(codes, { language: 'js', isScript: true }));
  const taken = new Set<string>([runtimeName]);
  for (const sheet of sheets) for (const name of sheet.names) taken.add(name);
  const isOfRuntime = (module: string): boolean => !isRelative(module) || !paths.has(pathOf(module));
  const uses = sheets.flatMap((sheet) => sheet.symbols.filter(({ symbol }) => isOfRuntime(symbol.module)));
  const imports = importedNames(uses, taken);
  for (const sheet of sheets) nameSymbols(sheet, isOfRuntime, imports);
  const names = [...imports.values()].map(({ name, local }) => (name === local ? name : `${name}: ${local}`));
  const exports = sheets.flatMap((sheet) => sheet.exports);
  invariant(new Set(exports).size === exports.length, 'two modules of a script export the same name');
  return [
    `'use strict';`,
    `const { ${names.join(', ')} } = ${runtimeName};`,
    ...sheets.map((sheet) => sheet.parts.join('')),
    `return { ${exports.join(', ')} };`,
    '',
  ].join('\n');
}

function nameSymbols(
  sheet: Sheet,
  isForeign: (module: string) => boolean,
  imports: ReturnType<typeof importedNames>,
): void {
  for (const { part, symbol, isType } of sheet.symbols) {
    invariant(!isType, 'a type is used outside of an annotation, so it cannot be left out of JavaScript');
    if (isForeign(symbol.module)) sheet.parts[part] = imports.get(symbolKey(symbol))?.local ?? symbol.name;
  }
}

const isRelative = (module: string): boolean => module.startsWith('./') || module.startsWith('../');

/** Without `./` and extension: the same for a file and for what imports it. */
const pathOf = (module: string): string => module.replace(/^\.\//, '').replace(/\.[cm]?[jt]s$/, '');

/** The specifier by which a module, given by its path below the output folder, imports another one. */
function specifierFrom(here: string, module: string): string {
  if (!isRelative(module)) return module;
  const from = here.split('/').slice(0, -1);
  const to = module.replace(/^\.\//, '').split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = from.length - shared;
  return [...(up === 0 ? ['.'] : Array.from({ length: up }, () => '..')), ...to.slice(shared)].join('/');
}

/** Generated files are not linted: the rules that they follow are those of the generator. */
const headOf = (header: readonly string[]): string =>
  header.length === 0
    ? ''
    : [...header.map((line) => `// ${commentLine(line)}`.trimEnd()), '/* eslint-disable */'].join('\n');

/** A line of a comment: nothing in it may end the line. */
const commentLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ');
