import type { Read } from '../diagnostics/diagnostic.js';
import type { InformationModel } from '../model/information/index.js';
import type { SourceHost } from '../readers/source/source-host.js';
import { readInformationModel } from '../readers/uml/read-information-model.js';

/** Loads and reads an information model: XMI, Ecore, a project of Enterprise Architect, RDFS or OWL. */
export async function loadInformationModel(
  uri: string,
  host: SourceHost,
): Promise<Read<InformationModel | undefined>> {
  const document = host.loadBytes(uri);
  if (document.value === undefined) return { value: undefined, diagnostics: document.diagnostics };
  const model = await readInformationModel(document.value);
  return { value: model.value, diagnostics: [...document.diagnostics, ...model.diagnostics] };
}
