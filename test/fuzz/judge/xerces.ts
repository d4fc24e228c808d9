import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { VALID, type Opinion, type Verdict } from './verdict.js';

const JAR = '/usr/share/java/xercesImpl.jar';
const PROGRAM = fileURLToPath(new URL('../../support/xerces/AnswerQuestions.java', import.meta.url));

/** Whether Xerces-J and a Java compiler are installed. */
export const hasXerces = (): boolean =>
  existsSync(JAR) && spawnSync('javac', ['-version']).error === undefined;

/** Compiles the program that asks Xerces, once a run. */
export function compileXerces(folder: string): void {
  const { status, stderr } = spawnSync('javac', ['-cp', JAR, '-d', folder, PROGRAM], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`javac: ${stderr}`);
}

/** A process of Xerces that answers one question after the other. */
export interface Xerces {
  ask(folder: string, schema: string, documents: readonly string[]): Promise<Opinion>;
  close(): void;
}

const TIME_LIMIT = 30_000;

/** Starts Xerces; it is started again when it hangs. */
export function startXerces(classes: string): Xerces {
  let child: ChildProcess | undefined;
  let answer: string[] = [];
  let finish: ((lines: readonly string[]) => void) | undefined;
  const start = (): ChildProcess => {
    const started = spawn(
      'java',
      ['-Xmx512m', '-XX:+UseSerialGC', '-cp', `${JAR}:${classes}`, 'AnswerQuestions'],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    if (started.stdout === null) throw new Error('java has no output');
    createInterface({ input: started.stdout }).on('line', (line) => {
      if (child !== started) return;
      if (line !== '') answer.push(line);
      else finish?.(answer);
    });
    started.on('exit', () => {
      if (child === started) {
        child = undefined;
        finish?.(answer);
      }
    });
    return started;
  };
  const stop = (): void => {
    const stopped = child;
    child = undefined;
    stopped?.kill('SIGKILL');
  };
  return {
    async ask(folder, schema, documents) {
      const running = (child ??= start());
      answer = [];
      const lines = await new Promise<readonly string[]>((resolve) => {
        const timer = setTimeout(() => {
          stop();
          resolve(answer);
        }, TIME_LIMIT);
        finish = (given) => {
          clearTimeout(timer);
          resolve(given);
        };
        running.stdin?.write(`${[schema, ...documents].map((path) => join(folder, path)).join('\t')}\n`);
      });
      finish = undefined;
      const verdicts = lines.map(verdictOf);
      const [verdict] = verdicts;
      return {
        schema: verdict,
        instances: verdict?.isValid === true ? documents.map((_, index) => verdicts[index + 1]) : [],
      };
    },
    close: stop,
  };
}

function verdictOf(line: string): Verdict | undefined {
  const [kind, place = '', message = ''] = line.split('\t');
  if (kind === 'valid') return VALID;
  if (kind !== 'invalid') return undefined;
  const rule = /^([\w.-]+):/.exec(message)?.[1] ?? '';
  return { isValid: false, rule, rules: [rule], message, place };
}
