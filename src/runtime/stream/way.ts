import { AS_DECLARED, finishElement, startElement } from '../decode/special-element.js';
import type { ElementInfo } from '../decode/element-descriptor.js';
import type { OpenElement } from '../issue/locate.js';
import { openName } from '../xml/element.js';
import { report } from '../xml/fault.js';
import type { Reader } from '../xml/reader.js';
import { cutUtf8 } from '../xml/text.js';

/** An element on the way to a record that is open, with the children that it had so far. */
export interface WayLevel {
  readonly name: string;
  /** Position among its siblings of the same name, from 1. */
  readonly index: number;
  /** Raw names of children seen, and how many of each; by their number. */
  readonly names: (string | undefined)[];
  readonly counts: number[];
}

/** The same for the places of issues. */
export function openElement({ name, index, names, counts }: WayLevel): OpenElement {
  const byName = new Map<string, number>();
  names.forEach((child, number) => {
    if (child !== undefined) byName.set(child, counts[number] ?? 0);
  });
  return { name, index, counts: byName };
}

/**
 * Whether the children of the element whose start tag was read are to be read one by one. An element that is nil, or of a
 * derived type that `xsi:type` names, was read as a whole when the answer comes: the way is that of the declared type.
 */
export function onWay(r: Reader, info: ElementInfo): boolean {
  const start = startElement(r, info);
  if (start === AS_DECLARED) return true;
  if (start.derived !== undefined)
    report(
      r,
      'VAL2207',
      'stream',
      `"${openName(r)}" has type "${start.derived.localName}" by xsi:type: its records cannot be read one by one`,
      r.nameStart[r.depth] as number,
      'the declared type',
      start.derived.localName,
    );
  finishElement(r, info, start);
  return false;
}

/** Notes that the element just opened is on the way. */
export function enterWay(r: Reader): void {
  const name = openName(r);
  const outer = r.ways.at(-1);
  const number = outer?.names.indexOf(name) ?? -1;
  r.ways.push({ name, index: outer?.counts[number] ?? 1, names: [], counts: [] });
}

/** Notes that the element on the way is closed. */
export function leaveWay(r: Reader): void {
  r.ways.pop();
}

/** Counts child `number` of the innermost element on the way: its start tag was read, and maybe all of it. */
export function countChild(r: Reader, number: number): void {
  const level = r.ways[r.ways.length - 1] as WayLevel;
  const seen = level.counts[number];
  if (seen === undefined) {
    level.counts[number] = 1;
    const depth = r.ways.length + 1;
    const start = r.nameStart[depth] as number;
    level.names[number] = cutUtf8(r, start, start + (r.nameLength[depth] as number));
  } else level.counts[number] = seen + 1;
}

export const copyOf = ({ name, index, names, counts }: WayLevel): WayLevel => ({
  name,
  index,
  names: [...names],
  counts: [...counts],
});

/** A value that is not kept: reading it validated it. */
export const drop = (value: unknown): void => void value;
