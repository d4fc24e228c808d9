/** Names and numbers of one field of a code. Every table is open: editions and vendors add to it. */
export interface CodeTable {
  /** What several public sources agree on. */
  readonly standard: Readonly<Record<string, number>>;
  /** What one public source has, or what public sources have under different numbers. */
  readonly unconfirmed?: Readonly<Record<string, number>>;
  /** What a vendor is known to have added. */
  readonly vendor?: Readonly<Record<string, number>>;
}

/** Where a number stands: in which part of its table, or outside of it. */
export type CodeStanding = keyof CodeTable | 'unknown';

type NamesOf<Part> = Part extends Readonly<Record<string, number>> ? keyof Part & string : never;

/** The names that a table gives. */
export type CodeName<Table extends CodeTable> = {
  [Part in keyof Table]: NamesOf<Table[Part]>;
}[keyof Table];

/** A name of the table, or any number. */
export type CodeChoice<Table extends CodeTable> = CodeName<Table> | number;

/** The name of a number; undefined where the table has none. Where a number has two names, the first. */
export function nameOf({ standard, unconfirmed, vendor }: CodeTable, number: number): string | undefined {
  for (const part of [standard, unconfirmed, vendor]) {
    for (const name in part) if (part[name] === number) return name;
  }
  return undefined;
}

/** The number of a name; undefined where the table does not have the name. */
export function numberOf({ standard, unconfirmed, vendor }: CodeTable, name: string): number | undefined {
  for (const part of [standard, unconfirmed, vendor]) {
    if (part !== undefined && Object.hasOwn(part, name)) return part[name];
  }
  return undefined;
}

/** Numbers from here on are the vendor's own, in every field that is an enumeration. */
const FIRST_OF_VENDORS = 1000;

/** Whether a number is standard, seen elsewhere, a vendor's, or unknown. */
export function standingOf({ standard, unconfirmed, vendor }: CodeTable, number: number): CodeStanding {
  const isIn = (part: Readonly<Record<string, number>> | undefined): boolean =>
    part !== undefined && Object.values(part).includes(number);
  if (isIn(standard)) return 'standard';
  if (isIn(unconfirmed)) return 'unconfirmed';
  return isIn(vendor) || number >= FIRST_OF_VENDORS ? 'vendor' : 'unknown';
}
