import {
  draftProfile,
  importOwlProfile,
  indexModel,
  profileDiagram,
  profileTree,
} from '../analysis/profile/index.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import { printProfile } from '../emitters/profile/print-profile.js';
import { emitXsd } from '../emitters/xsd/index.js';
import { nearestName } from '../foundation/near-miss.js';
import { readOwlProfile } from '../readers/profile/owl/read-owl-profile.js';
import { loadInformationModel } from './load-information-model.js';
import { prefixesOf } from './load-model.js';
import { loadProfile } from './load-profile.js';
import { loadSchema } from './load-schema.js';
import type {
  ModelRequest,
  ProfileDraftRequest,
  ProfileImportRequest,
  ProfileView,
  Sought,
} from './ports.js';

/** Reads a profile, checks it against its model, and checks the schema that it comes to. */
export async function viewProfile({ uri, host }: ModelRequest): Promise<Read<ProfileView | undefined>> {
  const bag = new DiagnosticBag();
  const { value, diagnostics } = await loadProfile(uri, host);
  bag.push(...diagnostics);
  if (value === undefined) return { value: undefined, diagnostics: bag.sorted() };
  const { resolved, documents } = value;
  const schema = loadSchema(
    documents.map((document) => ({ document })),
    host,
  );
  bag.push(...schema.diagnostics.filter(({ severity }) => severity !== 'info'));
  const view: ProfileView = {
    tree: profileTree(resolved),
    async diagram(format) {
      const { printMermaid, printSvg } = await import('../emitters/diagram/index.js');
      const diagram = profileDiagram(resolved);
      return format === 'svg' ? printSvg(diagram) : printMermaid(diagram);
    },
    xsd: async () =>
      documents.length === 0 ? [] : emitXsd(schema.value, { prefixes: prefixesOf(resolved) }),
  };
  return { value: view, diagnostics: bag.sorted() };
}

/** Proposes a profile around a class. Undefined where the model cannot be read. */
export async function draft(request: ProfileDraftRequest): Promise<Read<Sought<string> | undefined>> {
  const { value: model, diagnostics } = await loadInformationModel(request.uri, request.host);
  if (model === undefined) return { value: undefined, diagnostics };
  const index = indexModel(model);
  const found = index.classesNamed(request.root).find(({ kind }) => kind === 'class');
  const root = found && index.extendedClass(found);
  if (root === undefined) {
    const nearest = nearestName(request.root, index.classNames());
    return { value: { found: undefined, nearest }, diagnostics: [] };
  }
  return { value: { found: printProfile(draftProfile(index, { ...request, root })) }, diagnostics: [] };
}

/** Turns a profile in OWL into one of ours. Undefined where it or its model cannot be read. */
export async function importProfile({
  uri,
  host,
  modelUri,
  model: label,
}: ProfileImportRequest): Promise<Read<string | undefined>> {
  const bag = new DiagnosticBag();
  const document = host.loadBytes(uri);
  bag.push(...document.diagnostics);
  const owl = document.value && (await readOwlProfile(document.value));
  bag.push(...(owl?.diagnostics ?? []));
  const model = await loadInformationModel(modelUri, host);
  if (model.value === undefined) bag.push(...model.diagnostics);
  if (owl?.value === undefined || model.value === undefined)
    return { value: undefined, diagnostics: bag.sorted() };
  const imported = importOwlProfile(owl.value, indexModel(model.value), label);
  return { value: printProfile(imported), diagnostics: bag.sorted() };
}
