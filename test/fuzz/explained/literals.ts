const ZONE = /\d(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Whether our message refuses a value of time by a bound of the other kind, one with a zone and one without: within 14 hours
 * neither is less than the other (Datatypes 3.2.7.4). Of a list, whether an item is such.
 */
export function differInZone(message: string): boolean {
  const [, literal = '', bound = ''] =
    / "([^"]*)" is not a valid value .*: a value [a-z ]*(\S*\d\S*) expected/.exec(message) ?? [];
  return /[:-]\d\d/.test(bound) && literal.split(/\s+/).some((item) => ZONE.test(item) !== ZONE.test(bound));
}

/** Whether two literals are the same value of a type of numbers or of boolean, white space collapsed. */
export function areEqualValues(a: string, b: string): boolean {
  const [one, other] = [valueOf(a), valueOf(b)];
  return one !== undefined && one === other;
}

function valueOf(literal: string): number | undefined {
  const text = literal.trim();
  if (/^(?:true|false)$/.test(text)) return text === 'true' ? 1 : 0;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) + 0 : undefined;
}
