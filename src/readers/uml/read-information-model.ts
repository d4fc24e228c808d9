import { unknownModelFormat } from '../../diagnostics/catalogue/uml.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import type { InformationModel } from '../../model/information/index.js';
import { decodeSource } from '../source/decode-source.js';
import type { SourceBytes } from '../source/source-host.js';
import { rootNameOf } from '../xml/root-name.js';
import { type DocumentHead, MODEL_FORMATS } from './model-formats.js';

/**
 * Reads an information model in any form that is known, told apart by what the document begins with. What is wrong with
 * a model is reported and lived with; only a document that is no model, or is damaged, has no value.
 */
export async function readInformationModel(
  document: SourceBytes,
): Promise<Read<InformationModel | undefined>> {
  const head = headOf(document);
  const format = MODEL_FORMATS.find(({ recognises }) => recognises(head));
  if (format !== undefined) return format.read(document);
  const found =
    head.root === undefined ? 'neither XML nor a project file' : `a document with the root ${head.root}`;
  return { value: undefined, diagnostics: diagnose(unknownModelFormat, { label: document.label, found }) };
}

/** The root element of a model is near the start, behind comments at most. */
const LONGEST_PROLOG = 64 * 1024;

function headOf({ uri, label, bytes, charset }: SourceBytes): DocumentHead {
  // An even number of bytes: a document in UTF-16 must not end within a character.
  const text = decodeSource(uri, label, bytes.subarray(0, LONGEST_PROLOG), charset).value;
  return {
    extension: /\.[^./\\]+$/u.exec(label)?.[0].toLowerCase() ?? '',
    root: text && rootNameOf(text.bytes, { passDoctype: true }),
    bytes,
  };
}
