import { report } from '../xml/fault.js';
import type { Reader } from '../xml/reader.js';
import type { IdentityConstraintInfo, PathInfo } from './watch.js';

/** A duplicate: 4.1 of a unique, 4.2.2 of a key. `first` and `at` are offsets of start tags in the document. */
export function duplicate(
  r: Reader,
  info: IdentityConstraintInfo,
  shown: string,
  at: number,
  first: number,
): void {
  const isKey = info.category === 'key';
  report(
    r,
    isKey ? 'VAL2403' : 'VAL2401',
    isKey ? 'cvc-identity-constraint.4.2.2' : 'cvc-identity-constraint.4.1',
    `${title(info)} does not allow ${shown} again: it was there at ${place(r, first)}`,
    at - r.base,
    'a value that was not there yet',
    shown,
  );
}

/** 4.2.1: every target of a key has all its fields. */
export function missingField(r: Reader, info: IdentityConstraintInfo, field: number, at: number): void {
  const shown = (info.fields[field] ?? []).map(showPath).join(' | ');
  report(
    r,
    'VAL2402',
    'cvc-identity-constraint.4.2.1',
    `${title(info)} needs a value of field "${shown}" here`,
    at - r.base,
    shown,
  );
}

/** 4.2.3: no field of a key may be an element whose declaration is nillable. */
export function nillableField(r: Reader, info: IdentityConstraintInfo, at: number): void {
  report(
    r,
    'VAL2404',
    'cvc-identity-constraint.4.2.3',
    `${title(info)} must not have a field of which the declaration is nillable`,
    at - r.base,
    'a declaration that is not nillable',
  );
}

/** 4.3: what a keyref refers to is there. */
export function danglingReference(r: Reader, info: IdentityConstraintInfo, shown: string, at: number): void {
  report(
    r,
    'VAL2405',
    'cvc-identity-constraint.4.3',
    `${title(info)} refers to ${shown}, which key "${localOf(info.refer ?? '')}" does not have`,
    at - r.base,
    `a value of key "${localOf(info.refer ?? '')}"`,
    shown,
  );
}

/** 3: a field leads to one node at most. */
export function severalNodes(
  r: Reader,
  info: IdentityConstraintInfo,
  field: number,
  at: number,
  attribute?: string,
): void {
  const shown = (info.fields[field] ?? []).map(showPath).join(' | ');
  report(
    r,
    'VAL2406',
    'cvc-identity-constraint.3',
    `field "${shown}" of ${title(info)} must lead to one node, and this is a second one`,
    at - r.base,
    'one node',
    undefined,
    attribute,
  );
}

/** 3: the node of a field has a simple type, or a complex one with simple content. */
export function complexField(r: Reader, info: IdentityConstraintInfo, field: number, at: number): void {
  const shown = (info.fields[field] ?? []).map(showPath).join(' | ');
  report(
    r,
    'VAL2407',
    'cvc-identity-constraint.3',
    `field "${shown}" of ${title(info)} must lead to a simple value, and this element has none`,
    at - r.base,
    'simple content',
  );
}

const title = ({ category, name }: IdentityConstraintInfo): string => `${category} "${localOf(name)}"`;

const localOf = (name: string): string => name.slice(name.lastIndexOf('}') + 1);

const showPath = ({ descendant, steps, attribute }: PathInfo): string => {
  const shown = steps.map(localOf);
  if (attribute !== undefined) shown.push(`@${localOf(attribute)}`);
  return `${descendant ? './/' : ''}${shown.length === 0 ? '.' : shown.join('/')}`;
};

/** A place to look at: the line, or, in a stream that has gone on since, the byte. */
function place(r: Reader, offset: number): string {
  if (r.base > 0 || r.kept > 0) return `byte ${offset}`;
  // Beyond the limit nobody reads the message; counting lines for it would take quadratic time.
  if (r.issues.length >= r.limits.maxIssues) return '';
  let line = 1;
  for (let at = 0; at < offset; at++) {
    const byte = r.bytes[at];
    if (byte === 0x0a || (byte === 0x0d && r.bytes[at + 1] !== 0x0a)) line++;
  }
  return `line ${line}`;
}
