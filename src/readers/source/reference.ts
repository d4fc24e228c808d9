/** A URI scheme of two letters or more: one letter is a drive. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/i;

/** The scheme of a URI in lower case, or undefined for a relative reference or a plain path. */
export const schemeOf = (reference: string): string | undefined => SCHEME.exec(reference)?.[1]?.toLowerCase();

/** The reference as a URI, resolved against its base; as it stands where it cannot be resolved. */
export function absoluteUri(reference: string, base: string): string {
  return candidateUris(reference, base)[0] ?? reference;
}

/**
 * The URIs that a reference may mean, best first. `%`, `#` and `?` are read as a URI has them; for files, also as
 * letters of a name, since people paste file names into schema locations. Backslashes and drives are read as Windows has them.
 */
export function candidateUris(reference: string, base: string): readonly string[] {
  const asUri = toSlashes(reference);
  if (schemeOf(base) === 'http' || schemeOf(base) === 'https') return present(parse(asUri, base));
  const scheme = schemeOf(asUri);
  if (scheme !== undefined && scheme !== 'file' && !SCHEME_OF_FILES.has(scheme)) return [asUri];
  const literal = /[%#?]/.test(asUri) ? asUri.replace(/[%#?]/g, encodeURIComponent) : undefined;
  return [
    ...present(withoutFragment(parse(asUri, base))),
    ...(literal === undefined ? [] : present(parse(literal, base))),
  ];
}

/** Whether a reference is written with backslashes. */
export const hasBackslash = (reference: string): boolean => reference.includes('\\');

const SCHEME_OF_FILES: ReadonlySet<string> = new Set(['memory', 'cimbind']);

/** `C:\a\b.xsd` becomes `file:///C:/a/b.xsd`, `\\server\a` becomes `file://server/a`, other backslashes become slashes. */
function toSlashes(reference: string): string {
  const slashed = reference.trim().replaceAll('\\', '/');
  if (/^[a-z]:\//i.test(slashed)) return `file:///${slashed}`;
  if (slashed.startsWith('//') && reference.trim().startsWith('\\\\')) return `file:${slashed}`;
  return slashed;
}

function parse(reference: string, base: string): URL | undefined {
  try {
    return new URL(reference, base);
  } catch {
    return undefined;
  }
}

function withoutFragment(url: URL | undefined): URL | undefined {
  if (url === undefined) return undefined;
  url.hash = '';
  url.search = '';
  return url;
}

const present = (url: URL | undefined): readonly string[] => (url === undefined ? [] : [url.href]);
