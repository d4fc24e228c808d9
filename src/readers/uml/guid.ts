const GUID =
  /^(?:\{|(?:[A-Z]+_)+)?([\da-f]{8})[-_]([\da-f]{4})[-_]([\da-f]{4})[-_]([\da-f]{4})[-_]([\da-f]{12})\}?$/iu;
const IRI = /^[a-z][a-z\d+.-]*:\S+$/iu;

/**
 * What survives renames, from an identifier of a tool: a GUID in any spelling (`{…}`, `EAID_…`, `EAPK_…`) becomes
 * `{8-4-4-4-12}` in upper case, an IRI stays, anything else (an xmi:id that was counted) is no identity.
 */
export function normalizeGuid(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  const groups = GUID.exec(trimmed);
  if (groups !== null) return `{${groups.slice(1).join('-').toUpperCase()}}`;
  return IRI.test(trimmed) ? trimmed : undefined;
}
