import type { ResolvedProject } from '../config/resolved-config.js';

/** What the configuration of a project says about names. */
export function bindingOptions(project: ResolvedProject) {
  const overrides = Object.entries(project.naming.overrides);
  const isInner = ([id]: readonly [string, string]): boolean =>
    /\}[^/]*\//.test(id) || id.startsWith('attribute:');
  return {
    modules: project.namespaces,
    types: Object.fromEntries(overrides.filter((entry) => !isInner(entry))),
    properties: Object.fromEntries(overrides.filter(isInner)),
  };
}
