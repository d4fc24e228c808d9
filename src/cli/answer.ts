import { unknownModelElement } from '../diagnostics/catalogue/uml-view.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { CommandContext } from './command-context.js';
import { ExitCode } from './exit-code.js';
import { printRemarks } from './print-report.js';

/** Facts as text, or as JSON with the version of its shape. */
export const answerText = (format: 'text' | 'json', facts: object, text: () => string): string =>
  format === 'json' ? `${JSON.stringify({ format: 1, ...facts }, undefined, 2)}\n` : text();

/** Prints facts: as text, or as JSON with the version of its shape. */
export function printAnswer(
  ctx: CommandContext,
  format: 'text' | 'json',
  facts: object,
  text: () => string,
): void {
  ctx.out.write(answerText(format, facts, text));
}

/** Says that the model has no element of a name, and which one is most likely meant. */
export async function refuseName(
  ctx: CommandContext,
  what: string,
  name: string,
  nearest: string | undefined,
): Promise<ExitCode> {
  await printRemarks(ctx, diagnose(unknownModelElement, { what, name, nearest }));
  return ExitCode.usage;
}
