/**
 * The name of an element that a `Compressed` text holds unpacked, in Base64 or as it stands; none where it is packed, which
 * takes a library or time to look into.
 */
export function decompressedName(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  let xml = text;
  if (!text.trimStart().startsWith('<')) {
    try {
      xml = atob(text.replace(/\s+/g, ''));
    } catch {
      return [];
    }
  }
  const [, name] = /^\s*(?:<\?xml[^>]*\?>\s*)?<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(xml) ?? [];
  return name === undefined ? [] : [name];
}
