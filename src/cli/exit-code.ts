/** What the process returns. */
export const ExitCode = {
  /** All is well. */
  ok: 0,
  /** Something was found: drift, an invalid document, a broken model. */
  findings: 1,
  /** Wrong use, or a configuration that cannot be used: nothing was looked at. */
  usage: 2,
  /** A bug in cimbind. */
  bug: 70,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
