import { unreachable } from '../foundation/invariant.js';
import type { Code, Hole } from './code.js';
import { code, joinCode, NO_CODE, primitiveText } from './code.js';
import { PRINT_WIDTH } from './type-expression.js';

/** What stands around a list: an array, arguments, an object literal or type. */
export type Brackets = '[]' | '()' | '{}';

/**
 * A list in brackets: on one line if it fits behind `used` columns, else a line for each member, so that a change of one
 * member is a change of one line.
 */
export function delimited(brackets: Brackets, members: readonly Code[], used = 0): Code {
  const all = members.filter((member) => member !== NO_CODE);
  const flat = joinCode(all, ', ');
  const isBroken = all.length > 0 && used + widthOf(flat) + 4 > PRINT_WIDTH;
  const list = joinCode(all, ',\n');
  switch (brackets) {
    case '[]':
      return isBroken
        ? code`[
            ${list},
          ]`
        : code`[${flat}]`;
    case '()':
      return isBroken
        ? code`(
            ${list},
          )`
        : code`(${flat})`;
    case '{}':
      if (all.length === 0) return code`{}`;
      return isBroken
        ? code`{
            ${list},
          }`
        : code`{ ${flat} }`;
    default:
      return unreachable(brackets);
  }
}

/** Columns that code takes if it stands on one line; infinite if it cannot. Imports count with their own names. */
export function widthOf(hole: Hole): number {
  if (typeof hole !== 'object' || hole === null) return primitiveText(hole).length;
  if (isList(hole)) return hole.reduce((sum: number, item) => sum + widthOf(item), 0);
  if (!('kind' in hole)) return hole.name.length;
  switch (hole.kind) {
    case 'filled':
      return hole.template.texts.reduce(
        (sum, text, index) =>
          sum + textWidth(text) + (index < hole.holes.length ? widthOf(hole.holes[index]) : 0),
        0,
      );
    case 'verbatim':
      return textWidth(hole.text);
    case 'identifier':
      return hole.name.length;
    case 'joined':
      return hole.members.reduce(
        (sum: number, item, index) => sum + widthOf(item) + (index === 0 ? 0 : textWidth(hole.separator)),
        0,
      );
    case 'exported':
      return 'export '.length + hole.keyword.length + 1 + hole.name.length;
    default:
      return unreachable(hole);
  }
}

const textWidth = (text: string): number => (text.includes('\n') ? Infinity : text.length);

/** `Array.isArray` does not narrow readonly arrays. */
const isList = (hole: object): hole is Extract<Hole, readonly unknown[]> => Array.isArray(hole);
