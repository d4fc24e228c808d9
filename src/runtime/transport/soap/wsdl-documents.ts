/** A service description with the schemas that it refers to. */
export interface WsdlDocuments {
  /** The WSDL file's own place, relative to which it names its schemas; any, if it names none. */
  readonly path: string;
  /** Every file by its place: `service/Service.wsdl`, `common/Message.xsd`. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The document that a query asks for: `wsdl` the description, `file=…` one of the files. References between them are turned
 * into queries, and the address in the description into the one that was asked.
 */
export function wsdlDocument(documents: WsdlDocuments, query: string, address: string): string | undefined {
  const file = query.toLowerCase() === 'wsdl' ? documents.path : /^file=(.*)$/u.exec(query)?.[1];
  if (file === undefined) return undefined;
  const place = normalised(decode(file));
  const text = Object.entries(documents.files).find(([name]) => normalised(name) === place)?.[1];
  if (text === undefined) return undefined;
  const files = new Set(Object.keys(documents.files).map((name) => normalised(name)));
  return text
    .replace(
      /(\b(?:schemaLocation|location)\s*=\s*)(["'])([^"'<>]*)\2/gu,
      (whole, name: string, quote: string, to: string) => {
        const target = normalised(to, place);
        return files.has(target)
          ? `${name}${quote}${address}?file=${encodeURIComponent(target)}${quote}`
          : whole;
      },
    )
    .replace(
      /(<(?:[\w.-]+:)?address\b[^>]*?\blocation\s*=\s*)(["'])[^"']*\2/gu,
      (_, before: string, quote: string) => `${before}${quote}${address}${quote}`,
    );
}

const normalised = (path: string, base = ''): string => {
  try {
    return decode(new URL(path, new URL(base, 'file:///a/a/a/a/a/a/a/a/')).pathname);
  } catch {
    return path;
  }
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
