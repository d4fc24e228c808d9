import type { Issue } from '../issue/issue.js';

/** A message was not valid: `issues` says why, with places. */
export class InvalidMessageError extends Error {
  override readonly name = 'InvalidMessageError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const [first] = issues;
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
    super(
      first === undefined
        ? 'the message is not valid'
        : `${first.path}${first.line > 0 ? ` (${first.line}:${first.column})` : ''}: ${first.message}${more}`,
    );
    this.issues = issues;
  }
}
