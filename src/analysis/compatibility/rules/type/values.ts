import type { SimpleType } from '../../../../model/schema/index.js';
import type { FactOf } from '../../changes/fact.js';
import type { Found } from '../rule.js';

/** Values that only the new enumeration has. */
export function newValues({ before, after }: FactOf<'simple-type'>): Found | undefined {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (old.length === 0 || now.length === 0) return undefined;
  const added = now.filter((value) => !old.includes(value));
  return added.length === 0 ? undefined : { after: listText(added) };
}

/** Values that only the old enumeration had. */
export function lostValues({ before, after }: FactOf<'simple-type'>): Found | undefined {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (old.length === 0 || now.length === 0) return undefined;
  const removed = old.filter((value) => !now.includes(value));
  return removed.length === 0 ? undefined : { before: listText(removed) };
}

/** Values where there were none listed. */
export function becameEnumeration({ before, after }: FactOf<'simple-type'>): Found | undefined {
  const now = valuesOf(after);
  return valuesOf(before).length === 0 && now.length > 0 ? { after: listText(now) } : undefined;
}

/** No values listed any more. */
export function ceasedEnumeration({ before, after }: FactOf<'simple-type'>): Found | undefined {
  const old = valuesOf(before);
  return valuesOf(after).length === 0 && old.length > 0 ? { before: listText(old) } : undefined;
}

const valuesOf = (type: SimpleType | undefined): readonly string[] =>
  (type?.facets ?? []).filter(({ kind }) => kind === 'enumeration').map(({ value }) => value);

const listText = (values: readonly string[]): string =>
  `${values.length === 1 ? 'value' : 'values'} ${values.map((value) => JSON.stringify(value)).join(', ')}`;
