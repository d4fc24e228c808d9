import { spawnSync } from 'node:child_process';

/** Median of some numbers. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** One thing to be timed; it answers the seconds that count, or undefined to be timed as a whole. */
export interface Contender {
  readonly name: string;
  run(): Promise<number | undefined> | number | undefined;
}

/** Times contenders in turn, A B C A B C …, so that a machine that drifts drifts for all; medians in seconds. */
export async function inTurn(
  contenders: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders) {
      globalThis.gc?.();
      const begun = performance.now();
      const own = await contender.run();
      times.get(contender.name)?.push(own ?? (performance.now() - begun) / 1000);
    }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** Runs a command to its end; undefined where it is not installed. */
export function timeCommand(command: string, args: readonly string[]): number | undefined {
  const begun = performance.now();
  const { error, status } = spawnSync(command, args, { stdio: 'ignore' });
  if (error !== undefined || status === null) return undefined;
  return (performance.now() - begun) / 1000;
}

/** Whether a command is there. */
export const isInstalled = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).error === undefined;

/** Prints a row: name, figure, and ratios. */
export const row = (name: string, ...cells: readonly string[]): void => {
  console.log(`  ${name.padEnd(44)}${cells.map((cell) => cell.padStart(16)).join('')}`);
};
