/** A bug in cimbind, never a fault of the input: only the command line catches it, and exits with 70. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === false || condition === undefined || condition === null) throw new Bug(message);
}

/** Ends a `switch` over a kind: a new kind turns into a compile error here. */
export function unreachable(value: never): never {
  throw new Bug(`unreachable: ${JSON.stringify(value)}`);
}
