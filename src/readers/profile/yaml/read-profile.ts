import { LineCounter, type Node, parseDocument } from 'yaml';
import { profileSyntax } from '../../../diagnostics/catalogue/prf.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../../foundation/source-text.js';
import type { Span } from '../../../foundation/span.js';
import type { Profile } from '../../../model/information/index.js';
import { profileFormat } from './profile-format.js';

/** Reads a profile in YAML 1.2 or JSON. Undefined where it has no name or is no profile at all. */
export function readProfile(source: SourceText): Read<Profile | undefined> {
  const diagnostics = new DiagnosticBag();
  const content = new TextDecoder().decode(source.bytes);
  // The shapes say what stands twice; the parser would say it in its own words, and throw at hostile aliases.
  const document = parseDocument(content, { uniqueKeys: false, lineCounter: new LineCounter() });
  const at = byteOffsets(content, source);
  for (const { message, pos } of document.errors) {
    const [reason = ''] = message.split(/ at line \d+|\n/u);
    diagnostics.add(profileSyntax, { at: at(pos[0], pos[1]), reason: lowerFirst(reason) });
  }
  const whole: Span = { source: source.uri, start: 0, end: 0 };
  if (diagnostics.hasErrors) return { value: undefined, diagnostics: diagnostics.sorted() };
  const spanOf = (node: Node | null | undefined, holder: Span): Span => {
    const [start, end] = node?.range ?? [0, 0];
    return end > start ? at(start, end) : holder;
  };
  const value = profileFormat.read(
    { node: document.contents, what: 'the profile', holder: whole },
    { document, diagnostics, spanOf },
  );
  return { value, diagnostics: diagnostics.sorted() };
}

/** From offsets in text to offsets in the bytes of the source. */
function byteOffsets(content: string, { uri, bytes }: SourceText): (start: number, end: number) => Span {
  if (content.length === bytes.length) return (start, end) => ({ source: uri, start, end });
  const offsets = new Uint32Array(content.length + 1);
  for (let at = 0, byte = 0; at < content.length; at++) {
    const unit = content.charCodeAt(at);
    offsets[at] = byte;
    // A pair of surrogates is four bytes: two for each half.
    byte += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    offsets[at + 1] = byte;
  }
  return (start, end) => ({ source: uri, start: offsets[start] ?? 0, end: offsets[end] ?? 0 });
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
