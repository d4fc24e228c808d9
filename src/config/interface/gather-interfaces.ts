import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { Exchange, InterfaceSpecification } from '../../model/service/index.js';
import type { ConfigOptions } from '../options.js';
import type { InterfaceLookup } from '../resolve-config.js';
import type { InterfaceOptions } from './interface-options.js';
import { type InterfaceRead, loadInterface } from './load-interface.js';
import { resolveInterface } from './resolve-interface.js';

/** Loads and checks every interface specification that a configuration names; adds the texts read to `sources`. */
export async function gatherInterfaces(
  { interfaces = [], projects = [] }: ConfigOptions,
  folder: string,
  diagnostics: DiagnosticBag,
  sources: Map<string, SourceText>,
): Promise<InterfaceLookup> {
  const found = new Map<unknown, InterfaceSpecification>();
  const entries = new Set([...interfaces, ...projects.flatMap((project) => project.interfaces ?? [])]);
  for (const entry of entries) {
    const {
      value: file,
      diagnostics: said,
      source,
    } = typeof entry === 'string' ? await loadInterface(folder, entry) : asRead(entry);
    diagnostics.push(...said);
    if (source !== undefined) sources.set(source.uri, source);
    if (file === undefined) continue;
    const resolved = resolveInterface(file);
    diagnostics.push(...resolved.diagnostics);
    found.set(entry, withoutPlaces(resolved.value));
  }
  return (entry) => found.get(entry);
}

/** What a program hands in was checked with the configuration, and has no text. */
const asRead = (options: InterfaceOptions): InterfaceRead => ({
  value: { options, spanOf: () => undefined },
  diagnostics: [],
  source: undefined,
});

function withoutPlaces(specification: InterfaceSpecification): InterfaceSpecification {
  const { span: _place, accepts, sends, ...rest } = specification;
  const placeless = ({ span: _span, ...exchange }: Exchange): Exchange => exchange;
  return { ...rest, accepts: accepts.map(placeless), sends: sends.map(placeless) };
}
