import { lowerProfile, mergeOverlay, resolveProfile } from '../../src/analysis/profile/index.js';
import { placeOf } from '../../src/diagnostics/locate.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { SourceText } from '../../src/foundation/source-text.js';
import type { InformationModel, Profile } from '../../src/model/information/index.js';
import { readProfile } from '../../src/readers/profile/index.js';
import type { ResolvedProfile } from '../../src/analysis/profile/index.js';
import type { SchemaDocument } from '../../src/model/link/fragment/index.js';

/** A profile resolved against a model; an overlay on the one below. */
export interface ResolvedText {
  readonly resolved: ResolvedProfile;
  readonly documents: readonly SchemaDocument[];
  /** `file:line:column CODE message`. */
  readonly findings: readonly string[];
}

export function resolveText(model: InformationModel, below: string, overlay?: string): ResolvedText {
  const sources = new Map<string, SourceText>();
  const diagnostics: Diagnostic[] = [];
  const read = (text: string, label: string): Profile => {
    const source = { uri: `memory:${label}`, label, bytes: new TextEncoder().encode(text) };
    sources.set(source.uri, source);
    const { value, diagnostics: found } = readProfile(source);
    diagnostics.push(...found);
    if (value === undefined) throw new Error(`no profile: ${found.map(({ message }) => message).join('\n')}`);
    return value;
  };
  let profile = read(below, 'base.profile.yaml');
  if (overlay !== undefined) {
    const merged = mergeOverlay(profile, read(overlay, 'overlay.profile.yaml'));
    diagnostics.push(...merged.diagnostics);
    profile = merged.value;
  }
  const { value: resolved, diagnostics: found } = resolveProfile(profile, model);
  diagnostics.push(...found);
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  return {
    resolved,
    documents: hasErrors ? [] : lowerProfile(resolved, 'base.profile.yaml'),
    findings: diagnostics.map(({ code, message, at }) => {
      const place = at && placeOf(at, (uri) => sources.get(uri));
      return `${place?.label}:${place?.line}:${place?.column} ${code} ${message}`;
    }),
  };
}
