import { watchElement } from '../decode/special-element.js';
import { attributesOf, passChildren, type Passage } from '../decode/read-flat.js';
import type { Field } from '../decode/flat-content.js';
import type { ComplexTypeInfo } from '../decode/type-descriptor.js';
import { END } from '../xml/element.js';
import type { Reader } from '../xml/reader.js';
import type { Way } from './stream.js';
import { countChild, enterWay, leaveWay, onWay } from './way.js';
import { mark, markAgain, rewind } from './window.js';

/**
 * The way through an element whose content is all data: children before and behind are validated and dropped, the record is
 * handed over, and where the bytes run out it pauses and reads the child again. `ways` are those of the children that lead on.
 */
export const flatWay = (info: () => ComplexTypeInfo, ways: () => Readonly<Record<number, Way>>): Way =>
  function* (r, path, level) {
    const type = info();
    enterWay(r);
    const fields = attributesOf(r, type).fields;
    const target = path[level];
    const isLast = level === path.length - 1;
    const here = mark(r);
    const passage: Passage = {
      last: 0,
      opens: isLast ? -1 : (target ?? -1),
      step(reader, last) {
        passage.last = last;
        markAgain(reader, here);
      },
      take(reader, number, value) {
        if (isLast && number === target) {
          const { member } = fields.children[number] as Field;
          reader.emit(member === null ? value : { $type: member, value });
        }
        countChild(reader, number);
      },
    };
    for (;;) {
      let opened: number;
      let inside = false;
      try {
        opened = passChildren(r, type, fields, passage);
        if (opened !== END) inside = leadsOn(r, fields.children[opened] as Field);
      } catch (signal) {
        rewind(r, here, signal);
        yield;
        continue;
      }
      if (opened === END) break;
      countChild(r, opened);
      passage.last = opened;
      const way = ways()[opened];
      if (!inside || way === undefined) continue;
      const { element } = fields.children[opened] as Field;
      const stop = element === null ? undefined : watchElement(r, element);
      yield* way(r, path, level + 1);
      stop?.(r);
    }
    leaveWay(r);
  };

/** Whether the way goes into the element whose start tag was read; if not, it was read as a whole. */
const leadsOn = (r: Reader, { element, complex }: Field): boolean =>
  element !== null ? onWay(r, element) : !r.xsi || onWay(r, { name: '', type: complex as ComplexTypeInfo });
