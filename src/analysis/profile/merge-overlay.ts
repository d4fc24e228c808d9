import {
  overlayFixed,
  overlayNotBelow,
  overlayUnknown,
  valueNotInEnumeration,
  widerOccurrence,
} from '../../diagnostics/catalogue/prf-restriction.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { nearestName } from '../../foundation/near-miss.js';
import {
  isWithin,
  type Marked,
  type Multiplicity,
  printMultiplicity,
  type Profile,
  type ProfileAssociation,
  type ProfileAttribute,
  type ProfileClass,
  type ProfileEnumeration,
  type ProfileProperty,
  type ProfileRoot,
  ZERO_TO_MANY,
} from '../../model/information/index.js';

/** What an overlay may not change: messages of the overlay are to be messages of the profile below. */
const FIXED = [
  'model',
  'modelNamespace',
  'namespace',
  'prefix',
  'edition',
  'types',
  'references',
  'order',
] as const;
const FIXED_OF_CLASS = ['class', 'inherits', 'abstract', 'anonymous', 'extension'] as const;

/**
 * The profile that an overlay makes of the one below: what it mentions becomes narrower, all else stays. Whether an
 * occurrence fits the model is seen afterwards; whether it fits the profile below is seen where that says how often.
 */
export function mergeOverlay(below: Profile, overlay: Profile): Read<Profile> {
  const diagnostics = new DiagnosticBag();
  for (const key of FIXED) {
    const own = overlay[key];
    if (own !== undefined) diagnostics.add(overlayFixed, { at: own.span, key, owner: overlay.profile.value });
  }
  if (overlay.profile.value !== below.profile.value)
    diagnostics.add(overlayFixed, { at: overlay.profile.span, key: 'profile', owner: overlay.profile.value });
  const [own, theirs] = [overlay.extensions?.namespace, below.extensions?.namespace];
  if (own !== undefined && theirs !== undefined && own.value !== theirs.value)
    diagnostics.add(overlayFixed, { at: own.span, key: 'extensions', owner: overlay.profile.value });
  const value: Profile = {
    ...below,
    ...(overlay.note && { note: overlay.note }),
    ...(overlay.metadata && {
      metadata: {
        ...below.metadata,
        ...overlay.metadata,
        nouns: overlay.metadata.nouns.length > 0 ? overlay.metadata.nouns : (below.metadata?.nouns ?? []),
      },
    }),
    ...(overlay.extensions && { extensions: overlay.extensions }),
    roots: mergeRoots(below, overlay, diagnostics),
    classes: mergeClasses(below, overlay, diagnostics),
    enumerations: mergeEnumerations(below, overlay, diagnostics),
    span: overlay.span,
  };
  return { value, diagnostics: diagnostics.sorted() };
}

type Named = { readonly name: Marked<string> };

/** Merges what both have; what only the overlay has is unknown unless it is allowed to be new. */
function mergeNamed<T extends Named>(
  below: readonly T[],
  above: readonly T[],
  merge: (low: T, high: T) => T | undefined,
  added: (high: T, known: readonly string[]) => T | undefined,
): readonly T[] {
  const highs = new Map(above.map((one) => [one.name.value, one]));
  const known = below.map(({ name }) => name.value);
  const merged = below.flatMap((low) => {
    const high = highs.get(low.name.value);
    return (high === undefined ? low : merge(low, high)) ?? [];
  });
  const news = above.filter(({ name }) => !known.includes(name.value));
  return [...merged, ...news.flatMap((high) => added(high, known) ?? [])];
}

const unknown =
  (diagnostics: DiagnosticBag, what: string) =>
  ({ name }: Named, known: readonly string[]): undefined => {
    const facts = { what, name: name.value, known, nearest: nearestName(name.value, known) };
    diagnostics.add(overlayUnknown, { at: name.span, ...facts });
  };

const mergeRoots = (below: Profile, overlay: Profile, diagnostics: DiagnosticBag): readonly ProfileRoot[] =>
  mergeNamed(
    below.roots,
    overlay.roots,
    (low, high) => {
      if (high.as !== undefined) fixed(diagnostics, 'as', high.as, high.name.value);
      const holder = below.profile.value;
      const occurs = narrower(diagnostics, holder, high, low.occurs?.value ?? ZERO_TO_MANY);
      if (occurs?.value.upper === 0) return undefined;
      return { ...low, ...(occurs && { occurs }) };
    },
    unknown(diagnostics, 'root'),
  );

const mergeClasses = (
  below: Profile,
  overlay: Profile,
  diagnostics: DiagnosticBag,
): readonly ProfileClass[] =>
  mergeNamed(
    below.classes,
    overlay.classes,
    (low, high) => mergeClass(low, high, diagnostics),
    (high, known) =>
      // What an overlay adds must be the vendor's own.
      high.extension?.value === true ? high : unknown(diagnostics, 'type')(high, known),
  );

function mergeClass(low: ProfileClass, high: ProfileClass, diagnostics: DiagnosticBag): ProfileClass {
  const holder = low.name.value;
  for (const key of FIXED_OF_CLASS) {
    const own = high[key];
    if (own !== undefined) fixed(diagnostics, key, own, holder);
  }
  const [moved] = high.order;
  if (moved !== undefined) fixed(diagnostics, 'order', moved, holder);
  const merged = <T extends ProfileProperty>(
    lows: readonly T[],
    highs: readonly T[],
    what: string,
    more: (one: T, two: T) => T,
  ): readonly T[] =>
    mergeNamed(
      lows,
      highs,
      (one, two) => {
        if (two.as !== undefined) fixed(diagnostics, 'as', two.as, `${holder}.${two.name.value}`);
        const occurs = narrower(diagnostics, holder, two, one.occurs?.value);
        if (occurs?.value.upper === 0) return undefined;
        return { ...more(one, two), ...(occurs && { occurs }), ...(two.note && { note: two.note }) };
      },
      unknown(diagnostics, `${what} of ${holder}`),
    );
  return {
    ...low,
    name: high.name,
    ...(high.note && { note: high.note }),
    attributes: merged(low.attributes, high.attributes, 'attribute', (one, two) =>
      mergeAttribute(holder, one, two, diagnostics),
    ),
    associations: merged(low.associations, high.associations, 'association end', (one, two) =>
      mergeAssociation(holder, one, two, diagnostics),
    ),
    extensions: mergeNamed(
      low.extensions,
      high.extensions,
      (one, two) => {
        if (two.type !== undefined && two.type.value !== one.type?.value)
          fixed(diagnostics, 'type', two.type, `${holder}.${two.name.value}`);
        const occurs = narrower(diagnostics, holder, two, one.occurs?.value ?? { lower: 0, upper: 1 });
        return occurs?.value.upper === 0 ? undefined : { ...one, ...(occurs && { occurs }) };
      },
      (added) => added,
    ),
  };
}

function mergeAttribute(
  holder: string,
  low: ProfileAttribute,
  high: ProfileAttribute,
  diagnostics: DiagnosticBag,
): ProfileAttribute {
  if (high.type !== undefined) fixed(diagnostics, 'type', high.type, `${holder}.${high.name.value}`);
  if (high.xml !== undefined && high.xml.value !== (low.xml?.value ?? 'element'))
    fixed(diagnostics, 'xml', high.xml, `${holder}.${high.name.value}`);
  if (low.values !== undefined && high.values !== undefined)
    subset(diagnostics, `${holder}.${high.name.value}`, low.values, high.values);
  return {
    ...low,
    name: high.name,
    ...(high.values && { values: high.values }),
    ...((low.facets ?? high.facets) && {
      facets: { ...low.facets, ...high.facets, span: (high.facets ?? low.facets ?? low.name).span },
    }),
  };
}

function mergeAssociation(
  holder: string,
  low: ProfileAssociation,
  high: ProfileAssociation,
  diagnostics: DiagnosticBag,
): ProfileAssociation {
  const name = high.name.value;
  if (high.by !== undefined && high.by.value !== (low.by?.value ?? 'inline'))
    fixed(diagnostics, 'by', high.by, `${holder}.${name}`);
  if (high.type !== undefined && high.type.value !== low.type?.value)
    fixed(diagnostics, 'type', high.type, `${holder}.${name}`);
  for (const { value, span } of high.choice ?? []) {
    if (low.choice?.some((one) => one.value === value) === true) continue;
    diagnostics.add(overlayNotBelow, { at: span, type: holder, name, used: value });
  }
  return { ...low, name: high.name, ...(high.choice && low.choice && { choice: high.choice }) };
}

const mergeEnumerations = (
  below: Profile,
  overlay: Profile,
  diagnostics: DiagnosticBag,
): readonly ProfileEnumeration[] =>
  mergeNamed(
    below.enumerations,
    overlay.enumerations,
    (low, high) => {
      for (const key of ['as', 'codes', 'extension'] as const) {
        const own = high[key];
        if (own !== undefined) fixed(diagnostics, key, own, high.name.value);
      }
      if (low.values !== undefined && high.values !== undefined)
        subset(diagnostics, high.name.value, low.values, high.values);
      return { ...low, name: high.name, ...(high.values && { values: high.values }) };
    },
    (high) => {
      for (const key of ['as', 'codes'] as const) {
        const own = high[key];
        if (own !== undefined && high.extension?.value !== true)
          fixed(diagnostics, key, own, high.name.value);
      }
      return high;
    },
  );

/** The occurrence that an overlay states, once it was compared with the one below, where that states one. */
function narrower(
  diagnostics: DiagnosticBag,
  type: string,
  { name, occurs }: Named & { readonly occurs?: Marked<Multiplicity> },
  below: Multiplicity | undefined,
): Marked<Multiplicity> | undefined {
  if (occurs === undefined || below === undefined || isWithin(occurs.value, below)) return occurs;
  const [found, allowed] = [printMultiplicity(occurs.value), printMultiplicity(below)];
  const facts = { type, name: name.value, found, allowed, where: 'the profile below' };
  diagnostics.add(widerOccurrence, { at: occurs.span, ...facts });
  // The message keeps what was mandatory.
  return undefined;
}

function subset(
  diagnostics: DiagnosticBag,
  enumeration: string,
  below: readonly Marked<string>[],
  above: readonly Marked<string>[],
): void {
  const known = below.map(({ value }) => value);
  for (const { value: name, span } of above) {
    if (known.includes(name)) continue;
    const facts = { enumeration, name, known, nearest: nearestName(name, known) };
    diagnostics.add(valueNotInEnumeration, { at: span, ...facts });
  }
}

function fixed(diagnostics: DiagnosticBag, key: string, { span }: Marked<unknown>, owner: string): void {
  diagnostics.add(overlayFixed, { at: span, key, owner });
}
