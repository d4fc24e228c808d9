import { decimalDigits } from '../primitive/decimal.js';
import { namespaceName } from '../primitive/qname.js';
import type { NamespaceLookup, SimpleTypeCodec } from '../primitive/simple-type.js';
import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { durationParts } from './duration-value.js';
import { nearestDouble, nearestFloat } from './float-value.js';
import { instantOf } from './instant.js';

/**
 * A key of the value of a valid literal: two valid literals of types of the same primitive denote the same value
 * exactly when their keys are equal. It begins with the primitive's name, so that values of different primitives differ
 * (section 2.2 of Datatypes: value spaces of primitives are disjoint). Lists: the items' keys; unions: the key of the first
 * member that accepts.
 */
export function keyOf(type: SimpleTypeCodec, literal: string, namespaces: NamespaceLookup): string {
  const { primitive, item, members } = type;
  // No key of an item holds a line feed, since no item holds white space.
  if (item !== undefined)
    return `list ${
      literal &&
      literal
        .split(' ')
        .map((part) => keyOf(item, part, namespaces))
        .join('\n')
    }`;
  for (const member of members ?? []) {
    const text = normalizeWhiteSpace(literal, member.whiteSpace);
    if (member.check(text, namespaces) === undefined) return keyOf(member, text, namespaces);
  }
  return `${primitive} ${valueKey(type, literal, namespaces)}`;
}

function valueKey(type: SimpleTypeCodec, literal: string, namespaces: NamespaceLookup): string | number {
  switch (type.primitive) {
    case 'boolean':
      return literal === 'true' || literal === '1' ? 'true' : 'false';
    case 'decimal': {
      const { isNegative, integer, fraction } = decimalDigits(literal);
      return `${isNegative ? '-' : ''}${integer}.${fraction}`;
    }
    // There is one zero: -0 has the key of 0. There is one NaN, equal to itself.
    case 'float':
      return nearestFloat(literal) + 0;
    case 'double':
      return nearestDouble(literal) + 0;
    case 'duration': {
      const { isNegative, months, seconds, fraction } = durationParts(literal);
      const isZero = months === 0n && seconds === 0n && fraction === '';
      return `${isNegative && !isZero ? '-' : ''}${months} ${seconds}.${fraction}`;
    }
    case 'hexBinary':
      return literal.toUpperCase();
    case 'base64Binary':
      return literal.replaceAll(' ', '');
    case 'QName':
    case 'NOTATION': {
      const colon = literal.indexOf(':');
      const namespace = namespaceName(colon < 0 ? '' : literal.slice(0, colon), namespaces) ?? '';
      return `{${namespace}}${literal.slice(colon + 1)}`;
    }
    default: {
      const instant = instantOf(type, literal);
      return instant === undefined
        ? literal
        : `${instant.seconds}.${instant.fraction}${instant.isZoned ? 'Z' : ''}`;
    }
  }
}
