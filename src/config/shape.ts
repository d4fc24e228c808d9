import { nearestName } from '../foundation/near-miss.js';
import type { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import {
  invalidOptionValue,
  missingOption,
  unknownOption,
  wrongOptionType,
} from '../diagnostics/catalogue/cfg.js';
import type { Span } from '../foundation/span.js';

/** A step into the configuration: a key or an index. */
export type Step = string | number;

/** Collects what is wrong with a configuration, with places where they are known. */
export interface ShapeReport {
  readonly diagnostics: DiagnosticBag;
  readonly spanOf: (path: readonly Step[]) => Span | undefined;
}

/** A check of one option. `T` is the type it proves. */
export interface Shape<T> {
  /** For messages: `a text`, `a list of texts`. */
  readonly expected: string;
  /** A cheap look, to choose between alternatives. */
  readonly fits: (value: unknown) => boolean;
  check(value: unknown, path: readonly Step[], report: ShapeReport): value is T;
}

/** `projects[0].emit.types`, for messages. */
export const showPath = (path: readonly Step[]): string =>
  path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`;
    if (!/^[A-Za-z_$][\w$]*$/u.test(step)) return `${shown}[${JSON.stringify(step)}]`;
    return shown === '' ? step : `${shown}.${step}`;
  }, '');

/** A shape that is decided by one look at the value. */
function simpleShape<T>(expected: string, fits: (value: unknown) => value is T): Shape<T> {
  return {
    expected,
    fits,
    check(value, path, report): value is T {
      if (fits(value)) return true;
      report.diagnostics.add(wrongOptionType, {
        path: showPath(path),
        found: describe(value),
        expected,
        at: report.spanOf(path),
      });
      return false;
    },
  };
}

export const text: Shape<string> = simpleShape('a text', (value) => typeof value === 'string');
export const flag: Shape<boolean> = simpleShape('true or false', (value) => typeof value === 'boolean');

/** One of some literals. */
export function literal<const T extends string | boolean | number>(...values: readonly T[]): Shape<T> {
  const expected = values.map((value) => JSON.stringify(value)).join(' or ');
  return simpleShape(expected, (value): value is T => values.some((known) => known === value));
}

/** A text that also has to pass `accepts`; `expected` says what that is. */
export const textThat = (expected: string, accepts: (value: string) => boolean): Shape<string> =>
  narrowed(text, expected, accepts);

/** A number that also has to pass `accepts`; `expected` says what that is. */
export const numberThat = (expected: string, accepts: (value: number) => boolean): Shape<number> =>
  narrowed(
    simpleShape('a number', (value) => typeof value === 'number'),
    expected,
    accepts,
  );

function narrowed<T>(shape: Shape<T>, expected: string, accepts: (value: T) => boolean): Shape<T> {
  return {
    expected,
    fits: shape.fits,
    check(value, path, report): value is T {
      if (!shape.check(value, path, report)) return false;
      if (accepts(value)) return true;
      const found = JSON.stringify(value);
      report.diagnostics.add(invalidOptionValue, {
        path: showPath(path),
        found,
        expected,
        at: report.spanOf(path),
      });
      return false;
    },
  };
}

/** A list whose items all have one shape. */
export const listOf = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  expected: `a list with ${item.expected} in each place`,
  fits: Array.isArray,
  check(value, path, report): value is readonly T[] {
    if (!Array.isArray(value)) {
      return simpleShape(this.expected, (_): _ is never => false).check(value, path, report);
    }
    const verdicts = value.map((part: unknown, index) => item.check(part, [...path, index], report));
    return verdicts.every(Boolean);
  },
});

/** An object with free keys. */
export const recordOf = <T>(entry: Shape<T>): Shape<Readonly<Record<string, T>>> => ({
  expected: `an object with ${entry.expected} behind each key`,
  fits: isRecord,
  check(value, path, report): value is Readonly<Record<string, T>> {
    if (!isRecord(value)) {
      return simpleShape(this.expected, (_): _ is never => false).check(value, path, report);
    }
    const verdicts = Object.entries(value).map(([key, part]) => entry.check(part, [...path, key], report));
    return verdicts.every(Boolean);
  },
});

/** The first alternative that fits at a glance decides, so that messages speak of what was meant. */
export const either = <A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> => ({
  expected: `${a.expected} or ${b.expected}`,
  fits: (value) => a.fits(value) || b.fits(value),
  check(value, path, report): value is A | B {
    if (a.fits(value)) return a.check(value, path, report);
    if (b.fits(value)) return b.check(value, path, report);
    return simpleShape(this.expected, (_): _ is never => false).check(value, path, report);
  },
});

/** A shape for each option: the compiler finds an option that was forgotten. */
export type OptionShapes<T> = { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> };

/** An object whose keys are known. An option that is `undefined` counts as absent. */
export const objectOf = <T extends object>(
  expected: string,
  shapes: OptionShapes<T>,
  required: readonly (keyof T & string)[],
): Shape<T> => ({
  expected,
  fits: isRecord,
  check(value, path, report): value is T {
    if (!isRecord(value)) {
      return simpleShape(expected, (_): _ is never => false).check(value, path, report);
    }
    const known = new Map<string, Shape<unknown>>(Object.entries<Shape<unknown>>(shapes));
    let good = true;
    for (const [name, part] of Object.entries(value)) {
      const shape = known.get(name);
      if (shape === undefined) {
        report.diagnostics.add(unknownOption, {
          path: showPath(path),
          name,
          nearest: nearestName(name, [...known.keys()]),
          known: [...known.keys()],
          at: report.spanOf([...path, name]),
        });
        good = false;
      } else if (part !== undefined) {
        good = shape.check(part, [...path, name], report) && good;
      }
    }
    for (const name of required) {
      if (value[name] !== undefined) continue;
      report.diagnostics.add(missingOption, {
        path: showPath(path),
        name,
        expected: known.get(name)?.expected ?? 'a value',
        at: report.spanOf(path),
      });
      good = false;
    }
    return good;
  },
});

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}`;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return 'an object';
    default:
      return typeof value === 'undefined' ? 'nothing' : `a ${typeof value}`;
  }
}
