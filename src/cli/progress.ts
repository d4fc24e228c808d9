import type { CommandContext } from './command-context.js';

/** One line on the terminal that moves; nothing where nobody looks. */
export interface Progress {
  /** Shows a text in place of the last one, at most ten times a second. */
  show(text: () => string): void;
  /** Removes the line, so that something else can be printed. */
  clear(): void;
}

const INTERVAL_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

/** A progress line on standard error. */
export function progressLine(ctx: CommandContext): Progress {
  if (!ctx.showsProgress) return { show: () => undefined, clear: () => undefined };
  let shownAt = 0;
  let isShown = false;
  return {
    show(text) {
      const now = performance.now();
      if (now - shownAt < INTERVAL_MS) return;
      shownAt = now;
      isShown = true;
      ctx.err.write(CLEAR_LINE + ctx.err.palette.faint(text().slice(0, ctx.err.columns - 1)));
    },
    clear() {
      if (isShown) ctx.err.write(CLEAR_LINE);
      isShown = false;
    },
  };
}

/** `1.2 GB`, for people. */
export function showBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}
