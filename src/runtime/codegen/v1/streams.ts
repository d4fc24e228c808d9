/*
 * What generated `streams` modules import beside the main entry. It is apart so that a program that never streams does not
 * load it. It grows and never narrows, as the main entry does.
 */

export type { RecordReader, Way } from '../../stream/stream.js';
export { records } from '../../stream/stream.js';
export { mark, markAgain, rewind } from '../../stream/window.js';
export { flatWay } from '../../stream/flat-way.js';
export { countChild, drop, enterWay, leaveWay, onWay } from '../../stream/way.js';
export { watchElement } from '../../decode/special-element.js';
