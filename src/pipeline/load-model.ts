import type { ResolvedProfile } from '../analysis/profile/index.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import type { Schema } from '../model/schema/index.js';
import type { ServiceModel } from '../model/service/index.js';
import type { SchemaEntry } from '../readers/xsd/load-schema-documents.js';
import type { SourceHost } from '../readers/source/source-host.js';
import { linkServices } from '../readers/wsdl/link-services.js';
import { loadWsdlDocuments } from '../readers/wsdl/load-wsdl-documents.js';
import { PROFILE_FILE } from './find-inputs.js';
import { loadProfile } from './load-profile.js';
import { loadSchema } from './load-schema.js';

/** What some documents say together. */
export interface Model {
  readonly schema: Schema;
  readonly services: ServiceModel;
  /** Namespace name to prefix, as profiles wish. */
  readonly prefixes: Readonly<Record<string, string>>;
}

/** Reads schemas, service descriptions and profiles, told apart by the end of their names, into one model. */
export async function loadModel(uris: readonly string[], host: SourceHost): Promise<Read<Model>> {
  const bag = new DiagnosticBag();
  const isService = (uri: string): boolean => /\.wsdl$/i.test(uri);
  const isProfile = (uri: string): boolean => PROFILE_FILE.test(uri);
  const lowered: SchemaEntry[] = [];
  const prefixes: Record<string, string> = {};
  for (const uri of uris.filter(isProfile)) {
    const { value: profile, diagnostics } = await loadProfile(uri, host);
    bag.push(...diagnostics);
    if (profile !== undefined) Object.assign(prefixes, prefixesOf(profile.resolved));
    lowered.push(...(profile?.documents ?? []).map((document) => ({ document })));
  }
  const descriptions = loadWsdlDocuments(uris.filter(isService), host);
  bag.push(...descriptions.diagnostics);
  const entries = uris.filter((uri) => !isService(uri) && !isProfile(uri)).map((uri) => ({ uri }));
  const schema = loadSchema([...entries, ...lowered, ...descriptions.value.schemas], host);
  bag.push(...schema.diagnostics);
  const services = linkServices(descriptions.value.documents, schema.value);
  bag.push(...services.diagnostics);
  return { value: { schema: schema.value, services: services.value, prefixes }, diagnostics: bag.sorted() };
}

/** The prefixes of a profile's own namespaces. */
export const prefixesOf = ({
  namespace,
  prefix,
  extensions,
}: ResolvedProfile): Readonly<Record<string, string>> => ({
  ...(extensions.namespace === namespace ? {} : { [extensions.namespace]: extensions.prefix }),
  [namespace]: prefix,
});
