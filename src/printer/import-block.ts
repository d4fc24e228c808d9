import { compareText } from '../foundation/expanded-name.js';
import { groupBy } from '../foundation/group-by.js';
import { invariant } from '../foundation/invariant.js';
import { isIdentifierName } from '../foundation/identifier-name.js';
import { quote } from './literal.js';
import type { SymbolUse } from './sheet.js';

/** Prettier's printWidth of this project: an import that does not fit is broken into lines. */
const WIDTH = 110;

/** A symbol that is imported: where from, and what it is called here. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
  readonly local: string;
  readonly isType: boolean;
}

/**
 * Gives every imported symbol a local name: its own, unless another module's symbol or a name of this module is equal;
 * then all of those that clash get the name of their module before it. `symbolKey` finds the entry of a symbol.
 */
export function importedNames(
  uses: readonly SymbolUse[],
  taken: ReadonlySet<string>,
): ReadonlyMap<string, ImportedName> {
  const found = new Map<string, { readonly module: string; readonly name: string; isType: boolean }>();
  const modulesOfName = new Map<string, number>();
  for (const { symbol, isType } of uses) {
    const key = symbolKey(symbol);
    const known = found.get(key);
    if (known !== undefined) {
      known.isType &&= isType;
      continue;
    }
    invariant(isIdentifierName(symbol.name), `not a name of an import: ${JSON.stringify(symbol.name)}`);
    found.set(key, { module: symbol.module, name: symbol.name, isType });
    modulesOfName.set(symbol.name, (modulesOfName.get(symbol.name) ?? 0) + 1);
  }
  const locals = new Set([...taken, ...modulesOfName.keys()]);
  const named = new Map<string, ImportedName>();
  for (const [key, symbol] of [...found].sort(([a], [b]) => compareText(a, b))) {
    const isClear = modulesOfName.get(symbol.name) === 1 && !taken.has(symbol.name);
    named.set(key, { ...symbol, local: isClear ? symbol.name : freeName(symbol, locals) });
  }
  return named;
}

/** Identifies a symbol among imports. */
export const symbolKey = (symbol: { readonly module: string; readonly name: string }): string =>
  `${symbol.module}\n${symbol.name}`;

/** Import statements: packages first, then generated modules; types before values. */
export function importBlock(
  imports: Iterable<ImportedName>,
  specifierOf: (module: string) => string,
): string {
  const statements = groupBy(imports, ({ module, isType }) => {
    const specifier = specifierOf(module);
    return `${specifier.startsWith('.') ? 1 : 0}\n${specifier}\n${isType ? 0 : 1}`;
  });
  return [...statements]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, items]) => importStatement(key.split('\n')[1] ?? '', items))
    .join('\n');
}

function importStatement(specifier: string, items: readonly ImportedName[]): string {
  const names = [...items]
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ name, local }) => (name === local ? name : `${name} as ${local}`));
  const keyword = items[0]?.isType === true ? 'import type' : 'import';
  const line = `${keyword} { ${names.join(', ')} } from ${quote(specifier)};`;
  // As Prettier does: a single name is not broken.
  if (line.length <= WIDTH || names.length === 1) return line;
  return `${keyword} {\n${names.map((name) => `  ${name},\n`).join('')}} from ${quote(specifier)};`;
}

/** The module's folder or last segment in PascalCase, then the name, then a number for as long as that is taken. */
function freeName(symbol: { readonly module: string; readonly name: string }, locals: Set<string>): string {
  const wanted = `${aliasOf(symbol.module)}${symbol.name.charAt(0).toUpperCase()}${symbol.name.slice(1)}`;
  const first = /^[a-z]/.test(symbol.name) ? wanted.charAt(0).toLowerCase() + wanted.slice(1) : wanted;
  let local = first;
  for (let count = 2; locals.has(local); count++) local = `${first}${count}`;
  locals.add(local);
  return local;
}

function aliasOf(module: string): string {
  if (!module.startsWith('.')) return 'Runtime';
  const segments = module.replace(/\.js$/, '').split('/');
  const telling = segments.at(-2);
  const words = (telling === undefined || telling.startsWith('.') ? (segments.at(-1) ?? '') : telling).split(
    /[^A-Za-z0-9]+/,
  );
  const alias = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(alias) ? alias : `Module${alias}`;
}
