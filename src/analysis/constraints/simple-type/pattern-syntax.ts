// Datatypes 4.3.4: the value of facet pattern is a regular expression by appendix F.

import { patternInvalid, patternTooLarge } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { SimpleType } from '../../../model/schema/index.js';
import { compilePattern } from '../../pattern/index.js';

/** Whether the patterns of a step are regular expressions. */
export function checkPatterns(type: SimpleType, diagnostics: DiagnosticBag): void {
  for (const { kind, value: pattern, span: at } of type.facets) {
    if (kind !== 'pattern') continue;
    const compiled = compilePattern(pattern);
    if (!compiled.ok) {
      diagnostics.add(patternInvalid, { at, pattern, problem: compiled.message, offset: compiled.offset });
    } else if (compiled.isApproximate) diagnostics.add(patternTooLarge, { at, pattern });
  }
}
