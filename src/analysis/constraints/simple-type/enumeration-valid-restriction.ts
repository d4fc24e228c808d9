// enumeration valid restriction (Datatypes 4.3.5): each value is in the value space of the base type. For NOTATION, that is the
// names of the notations that are declared.

import {
  enumerationValueInvalid,
  notationUndeclared,
} from '../../../diagnostics/catalogue/xsd-simple-type.js';
import { expandedName } from '../../../foundation/expanded-name.js';
import { componentId } from '../../../model/schema/index.js';
import { normalizeWhiteSpace } from '../../../runtime/primitive/white-space.js';
import { keyOf } from '../../../runtime/value-space/key-of.js';
import { lookupIn } from '../../simple-type/index.js';
import type { StepContext } from './step-context.js';

/** Whether the enumeration of a step holds values of the base type only. */
export function checkEnumeration(step: StepContext): void {
  const { baseCodec, schema, diagnostics } = step;
  for (const { kind, value, namespaces, span: at } of step.type.facets) {
    if (kind !== 'enumeration') continue;
    const literal = normalizeWhiteSpace(value, baseCodec.whiteSpace);
    const fault = baseCodec.check(literal, lookupIn(namespaces));
    if (fault !== undefined) {
      diagnostics.add(enumerationValueInvalid, { at, value, base: baseCodec.name, expected: fault.expected });
    } else if (baseCodec.primitive === 'NOTATION') {
      const [, namespace = '', localName = ''] =
        /\{(.*)\}(.*)$/s.exec(keyOf(baseCodec, literal, lookupIn(namespaces))) ?? [];
      const isDeclared = schema.notations.has(componentId('notation', expandedName(namespace, localName)));
      if (!isDeclared) diagnostics.add(notationUndeclared, { at, value });
    }
  }
}
