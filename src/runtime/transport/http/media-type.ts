/** A media type with its parameters, names in lower case (RFC 9110, 8.3.1). */
export interface MediaType {
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const PARAMETER = /;\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~\w/:-]+))/gu;

/** Reads the value of a header `content-type`. */
export function parseMediaType(value: string): MediaType {
  const end = value.indexOf(';');
  const type = (end < 0 ? value : value.slice(0, end)).trim().toLowerCase();
  const parameters: Record<string, string> = {};
  if (end >= 0)
    for (const [, name = '', quoted, token] of value.slice(end, 2000).matchAll(PARAMETER))
      parameters[name.toLowerCase()] ??= quoted?.replace(/\\(.)/gu, '$1') ?? token ?? '';
  return { type, parameters };
}
