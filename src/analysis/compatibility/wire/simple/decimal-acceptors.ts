import { ofRanges } from '../../../pattern/index.js';
import { decimalDigits } from '../../../../runtime/primitive/decimal.js';
import { type Acceptor, acceptorOf } from './acceptor.js';

const digit = (code: number): number => code - 0x30;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const MINUS = 0x2d;
const POINT = 0x2e;

const CLASSES = [
  ...Array.from({ length: 10 }, (_, at) => ofRanges([[0x30 + at, 0x30 + at]])),
  ofRanges([[MINUS, MINUS]]),
  ofRanges([[POINT, POINT]]),
  ofRanges([[0x2b, 0x2b]]),
];

interface Reading {
  readonly isNegative: boolean;
  readonly isBehindPoint: boolean;
  /** Digits read, leading zeros left out, one more than those of the limit at most. */
  readonly integers: number;
  readonly fractions: number;
  /** Order of what was read and the same part of the limit. */
  readonly integerOrder: number;
  readonly fractionOrder: number;
  readonly isZero: boolean;
}

/** Decimal numbers whose order to a limit is as wanted. Asks only of texts that are decimal numbers. */
export function boundAcceptor(limit: string, holds: (order: number) => boolean): Acceptor {
  const { isNegative: isLimitNegative, integer, fraction } = decimalDigits(limit);
  return acceptorOf<Reading>({
    start: {
      isNegative: false,
      isBehindPoint: false,
      integers: 0,
      fractions: 0,
      integerOrder: 0,
      fractionOrder: 0,
      isZero: true,
    },
    key: (at) =>
      [
        at.isNegative,
        at.isBehindPoint,
        at.integers,
        at.fractions,
        at.integerOrder,
        at.fractionOrder,
        at.isZero,
      ].join(),
    step: (at, code) => {
      if (code === MINUS) return { ...at, isNegative: true };
      if (code === POINT) return { ...at, isBehindPoint: true };
      if (!isDigit(code)) return at;
      const isZero = at.isZero && code === 0x30;
      if (at.isBehindPoint) {
        const wanted = at.fractions < fraction.length ? digit(fraction.charCodeAt(at.fractions)) : 0;
        const fractionOrder = at.fractionOrder === 0 ? Math.sign(digit(code) - wanted) : at.fractionOrder;
        return { ...at, isZero, fractionOrder, fractions: Math.min(at.fractions + 1, fraction.length) };
      }
      if (at.integers === 0 && code === 0x30) return at;
      const isBeyond = at.integers >= integer.length;
      const order = isBeyond ? 0 : Math.sign(digit(code) - digit(integer.charCodeAt(at.integers)));
      return {
        ...at,
        isZero,
        integers: Math.min(at.integers + 1, integer.length + 1),
        integerOrder: at.integerOrder === 0 ? order : at.integerOrder,
      };
    },
    accepts: (at) => {
      const ofLengths = Math.sign(at.integers - integer.length);
      const rest = at.fractions < fraction.length ? -1 : 0;
      const magnitude = ofLengths || at.integerOrder || at.fractionOrder || rest;
      const isNegative = at.isNegative && !at.isZero;
      if (isNegative !== isLimitNegative) return holds(isNegative ? -1 : 1);
      return holds(isNegative ? -magnitude : magnitude);
    },
    classes: CLASSES,
  });
}

/** Decimal numbers with so many digits at most: in all, and behind the point. Asks only of texts that are decimal numbers. */
export function digitsAcceptor(total: number, fractional: number): Acceptor {
  interface Count {
    readonly isBehindPoint: boolean;
    readonly integers: number;
    readonly fractions: number;
    /** Zeros behind the point that count if another digit follows. */
    readonly zeros: number;
  }
  const most = Math.min(total, 1_000);
  const cap =
    Math.min(Math.max(total === Infinity ? 0 : total, fractional === Infinity ? 0 : fractional), 1_000) + 1;
  const isWithin = ({ integers, fractions }: Count): boolean =>
    (total === Infinity || integers + fractions <= most) && fractions <= fractional;
  return acceptorOf<Count>({
    start: { isBehindPoint: false, integers: 0, fractions: 0, zeros: 0 },
    key: ({ isBehindPoint, integers, fractions, zeros }) =>
      [isBehindPoint, integers, fractions, zeros].join(),
    step: (at, code) => {
      if (code === POINT) return { ...at, isBehindPoint: true };
      if (!isDigit(code)) return at;
      const next = at.isBehindPoint
        ? code === 0x30
          ? { ...at, zeros: Math.min(at.zeros + 1, cap) }
          : { ...at, fractions: Math.min(at.fractions + at.zeros + 1, cap), zeros: 0 }
        : at.integers === 0 && code === 0x30
          ? at
          : { ...at, integers: Math.min(at.integers + 1, cap) };
      return next;
    },
    accepts: isWithin,
    classes: CLASSES,
  });
}
