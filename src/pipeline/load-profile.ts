import {
  lowerProfile,
  mergeOverlay,
  type ResolvedProfile,
  resolveProfile,
} from '../analysis/profile/index.js';
import { overlayCircle, profileFileMissing, profileKeyMissing } from '../diagnostics/catalogue/prf.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import type { SchemaDocument } from '../model/link/fragment/index.js';
import type { InformationModel, Profile } from '../model/information/index.js';
import { readProfile } from '../readers/profile/index.js';
import type { SourceHost } from '../readers/source/source-host.js';
import { loadInformationModel } from './load-information-model.js';

/** A profile, all that it is made of, and the schema that it comes to. */
export interface LoadedProfile {
  /** With the overlays put on. */
  readonly profile: Profile;
  readonly model: InformationModel;
  readonly resolved: ResolvedProfile;
  /** None where there are errors. */
  readonly documents: readonly SchemaDocument[];
}

/** Loads a profile, the profiles below it and its information model, checks it and lowers it. */
export async function loadProfile(uri: string, host: SourceHost): Promise<Read<LoadedProfile | undefined>> {
  const bag = new DiagnosticBag();
  const nothing = (): Read<undefined> => ({ value: undefined, diagnostics: bag.sorted() });
  const found = loadOverlays(uri, host, bag, []);
  if (found === undefined) return nothing();
  const { profile, label } = found;
  if (profile.model === undefined) {
    bag.add(profileKeyMissing, { at: profile.profile.span, key: 'model', what: 'the profile' });
    return nothing();
  }
  const { span } = profile.model;
  const place = host.resolve(profile.model.value, span.source);
  const { value: model, diagnostics } = await loadInformationModel(place, host);
  // What a model lacks is for `cimbind model lint`, unless there is no model.
  if (model === undefined) {
    bag.add(profileFileMissing, { at: span, what: 'information model', file: profile.model.value });
    bag.push(...diagnostics);
    return nothing();
  }
  const { value: resolved, diagnostics: departures } = resolveProfile(profile, model);
  bag.push(...departures);
  const documents = bag.hasErrors ? [] : lowerProfile(resolved, label);
  return { value: { profile, model, resolved, documents }, diagnostics: bag.sorted() };
}

/** Where the information model of a profile is; undefined where the profile cannot be read or names none. */
export function modelOfProfile(uri: string, host: SourceHost): string | undefined {
  const model = loadOverlays(uri, host, new DiagnosticBag(), [])?.profile.model;
  return model === undefined ? undefined : host.resolve(model.value, model.span.source);
}

interface FoundProfile {
  readonly profile: Profile;
  readonly label: string;
}

/** A profile with what it extends below it; `above` are the profiles that extend it. */
function loadOverlays(
  uri: string,
  host: SourceHost,
  bag: DiagnosticBag,
  above: readonly string[],
): FoundProfile | undefined {
  const { value: source, diagnostics } = host.load(uri);
  if (source === undefined) {
    if (above.length === 0) bag.push(...diagnostics);
    return undefined;
  }
  const read = readProfile(source);
  bag.push(...read.diagnostics);
  const profile = read.value;
  if (profile === undefined) return undefined;
  const { label } = source;
  const { extends: reference } = profile;
  if (reference === undefined) return { profile, label };
  const at = reference.span;
  const place = host.resolve(reference.value, source.uri);
  if ([...above, source.uri].includes(place)) {
    bag.add(overlayCircle, { at, file: label });
    return undefined;
  }
  const below = loadOverlays(place, host, bag, [...above, source.uri]);
  if (below === undefined) {
    if (!bag.hasErrors) bag.add(profileFileMissing, { at, what: 'profile', file: reference.value });
    return undefined;
  }
  const merged = mergeOverlay(below.profile, profile);
  bag.push(...merged.diagnostics);
  return { profile: merged.value, label };
}
