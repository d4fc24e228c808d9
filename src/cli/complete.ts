import type { Command } from './define-command.js';
import { isCalledBy } from './define-command.js';

/** What the shell asks with; the words of the command line follow, the last is the one to complete. */
export const COMPLETE_FLAG = '--complete-words';

/** What a word can become: a command, an option, or a value of an option. File names are the business of the shell. */
export function proposals(words: readonly string[], commands: readonly Command[]): readonly string[] {
  const [, ...line] = words;
  const current = line.at(-1) ?? '';
  const before = line.slice(0, -1);
  const command = commands.find((one) => isCalledBy(one, before));
  if (command === undefined) {
    const names = current.startsWith('-') ? ['--help', '--version'] : nextWords(before, commands);
    return names.filter((name) => name.startsWith(current));
  }
  const previous = before.at(-1) ?? '';
  const choices = choicesOf(command, previous);
  if (choices.length > 0) return choices.filter((choice) => choice.startsWith(current));
  if (!current.startsWith('-')) return [];
  const given = new Set(before);
  return [...Object.keys(command.options), 'help']
    .map((name) => `--${name}`)
    .filter((name) => name.startsWith(current) && (!given.has(name) || isRepeatable(command, name)));
}

/** The first words of all commands, or the second words of those that begin with a word that is there. */
function nextWords(before: readonly string[], commands: readonly Command[]): readonly string[] {
  const words = commands.map(({ name }) => name.split(' '));
  const inner = words.filter(([first = '', second]) => second !== undefined && before.includes(first));
  return [
    ...new Set(
      inner.length > 0 ? inner.map(([, second = '']) => second) : words.map(([first = '']) => first),
    ),
  ];
}

function choicesOf(command: Command, flag: string): readonly string[] {
  const found = Object.entries(command.options).find(
    ([name, { alias }]) => flag === `--${name}` || (typeof alias === 'string' && flag === `-${alias}`),
  );
  return (found?.[1].choices ?? []).map(String);
}

const isRepeatable = (command: Command, flag: string): boolean =>
  command.options[flag.slice(2)]?.type === 'array';
