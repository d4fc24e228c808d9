import type * as TsMorph from 'ts-morph';
import type { ts as TypeScript } from 'ts-morph';
import {
  handlerMismatch,
  handlerMissing,
  handlersNotFound,
  handlerStale,
  handlersUnparsable,
} from '../../diagnostics/catalogue/adp.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { handlerMethods, type HandlerMethod } from '../../emitters/adapters/index.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { Span } from '../../foundation/span.js';
import type { InterfaceSpecification } from '../../model/service/index.js';
import { addStubs, insert } from './add-stubs.js';
import { findHandlers, type Compiler, type FoundHandlers } from './find-handlers.js';

export type { InterfaceSpecification } from '../../model/service/index.js';

/** A file that a person wrote. */
export interface HandlerFile {
  /** Absolute. */
  readonly path: string;
  readonly source: SourceText;
}

/** How the handlers in some files stand to the interfaces. */
export interface HandlerComparison {
  readonly diagnostics: readonly Diagnostic[];
  /** Files that hold handlers. */
  readonly files: number;
  /** Files to which stubs were added: path to the whole new text. */
  readonly synchronised: ReadonlyMap<string, string>;
  /** Methods added, `HeadEnd.getMeterReadings`. */
  readonly added: readonly string[];
}

/** Compares handlers that people wrote with the interface specifications; `sync` also works out the stubs. */
export async function compareHandlers(
  specifications: readonly InterfaceSpecification[],
  files: readonly HandlerFile[],
  options: { readonly root: string; readonly sync: boolean },
): Promise<HandlerComparison> {
  const morph = await import('ts-morph');
  const { ts } = morph;
  const bag = new DiagnosticBag();
  const bySpecification = new Map(specifications.map((one) => [one.component, one]));
  const wanted = specifications.filter((one) => handlerMethods(one).length > 0);
  const components = wanted.map(({ component }) => component);
  const relevant = files.filter(({ source }) => mentions(source, components));
  const synchronised = new Map<string, string>();
  const added: string[] = [];
  const handled = new Set<string>();
  const program = options.sync ? undefined : programOf(morph, relevant, options.root);
  let holding = 0;
  for (const file of relevant) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.source.bytes);
    const parsed =
      program?.getSourceFile(file.path) ??
      ts.createSourceFile(file.path, text, ts.ScriptTarget.Latest, true, scriptKind(ts, file.path));
    const fault = syntaxFault(ts, parsed, text);
    if (fault !== undefined) {
      bag.add(handlersUnparsable, {
        reason: fault.reason,
        at: spanIn(file, parsed.text, fault.at, fault.at + 1),
      });
      // It may hold the handlers: nobody can tell.
      for (const component of components) if (mentions(file.source, [component])) handled.add(component);
      continue;
    }
    const found = findHandlers(ts, parsed, components);
    if (found.length > 0) holding++;
    const insertions = found.flatMap((handlers) => {
      const specification = bySpecification.get(handlers.component);
      if (specification === undefined) return [];
      handled.add(handlers.component);
      const methods = handlerMethods(specification);
      const missing = missingOf(handlers, methods);
      if (options.sync) {
        added.push(...missing.map((method) => `${handlers.component}.${method}`));
        return addStubs(parsed, handlers, missing);
      }
      report(bag, file, parsed, handlers, methods, missing);
      if (program !== undefined) reportMismatches(ts, bag, file, parsed, handlers, program.getTypeChecker());
      return [];
    });
    if (insertions.length > 0) synchronised.set(file.path, insert(parsed.text, insertions));
  }
  for (const component of components) if (!handled.has(component)) bag.add(handlersNotFound, { component });
  return { diagnostics: bag.sorted(), files: holding, synchronised, added };
}

function mentions({ bytes }: SourceText, components: readonly string[]): boolean {
  const text = new TextDecoder().decode(bytes);
  return components.some((component) => text.includes(`${component}Handlers`));
}

const missingOf = ({ methods }: FoundHandlers, wanted: readonly HandlerMethod[]): readonly string[] =>
  wanted.map(({ method }) => method).filter((method) => methods.every(({ name }) => name !== method));

function report(
  bag: DiagnosticBag,
  file: HandlerFile,
  parsed: TypeScript.SourceFile,
  { component, owner, methods, start, end }: FoundHandlers,
  wanted: readonly HandlerMethod[],
  missing: readonly string[],
): void {
  const at = spanIn(file, parsed.text, start, end);
  for (const method of missing) bag.add(handlerMissing, { component, method, owner, at });
  const known = new Set(
    wanted.flatMap(({ method, undo }) => (undo === undefined ? [method] : [method, undo])),
  );
  const nouns = wanted.map(({ noun }) => noun);
  for (const { name, takesMessage, start: from, end: to } of methods) {
    if (known.has(name) || !(takesMessage || isHandlerName(name, nouns))) continue;
    const nearest = nearestName(name, missing);
    bag.add(handlerStale, {
      component,
      method: name,
      owner,
      nearest,
      at: spanIn(file, parsed.text, from, to),
    });
  }
}

const HANDLER_NAME =
  /^(?:undo)?(?:create|change|cancel|close|delete|execute|get|created|changed|canceled|closed|deleted|executed)(.+)$/iu;

/** A verb and a noun that the component speaks of, in any form. */
function isHandlerName(name: string, nouns: readonly string[]): boolean {
  const [, rest] = HANDLER_NAME.exec(name) ?? [];
  return rest !== undefined && nouns.includes(rest);
}

/** Where the compiler finds a handler not to be what the generated interface says. */
function reportMismatches(
  ts: Compiler,
  bag: DiagnosticBag,
  file: HandlerFile,
  parsed: TypeScript.SourceFile,
  handlers: FoundHandlers,
  checker: TypeScript.TypeChecker,
): void {
  const { component, owner, node, typeNode } = handlers;
  const contract = checker.getTypeAtLocation(typeNode);
  const actual = checker.getTypeAtLocation(node);
  for (const property of contract.getProperties()) {
    const method = property.getName();
    const own = actual.getProperty(method);
    const place = handlers.methods.find(({ name }) => name === method);
    if (own === undefined || place === undefined) continue;
    const expected = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, typeNode));
    const found = checker.getTypeOfSymbolAtLocation(own, node);
    if (checker.isTypeAssignableTo(found, expected)) continue;
    const flags = ts.TypeFormatFlags.NoTruncation;
    bag.add(handlerMismatch, {
      component,
      method,
      owner,
      found: checker.typeToString(found, node, flags),
      expected: checker.typeToString(expected, node, flags),
      at: spanIn(file, parsed.text, place.start, place.end),
    });
  }
}

/** A program over the files, with the settings of the project that they belong to. */
function programOf(
  { Project, ts }: Morph,
  files: readonly HandlerFile[],
  root: string,
): TypeScript.Program | undefined {
  if (files.length === 0) return undefined;
  const config = ts.findConfigFile(root, ts.sys.fileExists);
  const project = new Project({
    ...(config === undefined ? {} : { tsConfigFilePath: config }),
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      noEmit: true,
      skipLibCheck: true,
      ...(config === undefined
        ? {
            strict: true,
            target: ts.ScriptTarget.ES2022,
            module: ts.ModuleKind.NodeNext,
            moduleResolution: ts.ModuleResolutionKind.NodeNext,
          }
        : {}),
    },
  });
  for (const { path } of files) project.addSourceFileAtPath(path);
  return project.getProgram().compilerObject;
}

/** The part of ts-morph that is used, loaded when it is needed. */
type Morph = Pick<typeof TsMorph, 'Project' | 'ts'>;

const scriptKind = (ts: Compiler, path: string): TypeScript.ScriptKind =>
  path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;

function syntaxFault(
  ts: Compiler,
  { fileName }: TypeScript.SourceFile,
  text: string,
): { readonly reason: string; readonly at: number } | undefined {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.Latest, module: ts.ModuleKind.ESNext },
  });
  const [problem] = diagnostics.filter(
    ({ category, code, start }) =>
      category === ts.DiagnosticCategory.Error && code < 5000 && start !== undefined,
  );
  if (problem === undefined) return undefined;
  return { reason: ts.flattenDiagnosticMessageText(problem.messageText, ' '), at: problem.start ?? 0 };
}

const spanIn = ({ source }: HandlerFile, text: string, start: number, end: number): Span => ({
  source: source.uri,
  start: Buffer.byteLength(text.slice(0, start)),
  end: Buffer.byteLength(text.slice(0, end)),
});
