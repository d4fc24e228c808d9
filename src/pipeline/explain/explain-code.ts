import { VAL_CODES } from '../../diagnostics/catalogue/val-codes.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { describeCode } from '../../runtime/codes/code-kind.js';
import type { CodeExplanation } from '../ports.js';

/** Describes a code of IEC 61968-9: in one line, field by field, and what is doubtful about it. */
export function explainCode(text: string): Read<CodeExplanation | undefined> {
  const read = describeCode(text);
  const bag = new DiagnosticBag();
  for (const { code, message } of read.issues) {
    const definition = VAL_CODES.find((one) => one.code === code);
    if (definition !== undefined) bag.add(definition, { message });
  }
  return { value: read.ok ? read.value : undefined, diagnostics: bag.sorted() };
}
