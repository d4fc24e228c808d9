import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real server of Debian, in a temporary folder, on loopback ports. Whoever starts it stops it. */
export interface Broker {
  readonly folder: string;
  /** Ports by protocol. */
  readonly ports: Readonly<Record<string, number>>;
  /** Ends it without warning (SIGKILL), as a power failure would. */
  kill(): Promise<void>;
  /** Starts it again over what the disk has. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** How one kind of broker is started. */
export interface BrokerKind {
  readonly name: string;
  /** Files without which it is not installed. */
  readonly needs: readonly string[];
  /** Protocols that get a port each. */
  readonly protocols: readonly string[];
  /** Writes the configuration, and says what to start. */
  prepare(folder: string, ports: Readonly<Record<string, number>>): BrokerCommand;
}

export interface BrokerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Protocols whose port must answer before the broker is up; all by default. */
  readonly ready?: readonly string[];
  /** Files with the ids of further processes, which end with the broker. */
  readonly alsoStop?: readonly string[];
  /** Resolves when the broker is truly up, ports open or not. */
  readonly untilUp?: () => Promise<boolean>;
}

export const isInstalled = ({ needs }: BrokerKind): boolean => needs.every((path) => existsSync(path));

const UP_WITHIN = 90_000;

/** Starts a broker, and waits until its ports answer. */
export async function startBroker(kind: BrokerKind): Promise<Broker> {
  const folder = mkdtempSync(join(tmpdir(), `cimbind-${kind.name}-`));
  const free = await freePorts(kind.protocols.length);
  const ports = Object.fromEntries(kind.protocols.map((protocol, index) => [protocol, free[index] ?? 0]));
  const prepared = kind.prepare(folder, ports);
  let running = await launch(kind, folder, ports, prepared);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    await endChild(running, signal);
    for (const file of prepared.alsoStop ?? []) await endByFile(file);
  };
  return {
    folder,
    ports,
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGKILL');
      running = await launch(kind, folder, ports, prepared);
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function launch(
  kind: BrokerKind,
  folder: string,
  ports: Readonly<Record<string, number>>,
  { command, args, env, ready = kind.protocols, untilUp }: BrokerCommand,
): Promise<ChildProcess> {
  const log = join(folder, 'broker.log');
  const output = openSync(log, 'a');
  const child = spawn(command, args, {
    cwd: folder,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
  });
  const deadline = Date.now() + UP_WITHIN;
  const isUp = async (): Promise<boolean> => {
    for (const protocol of ready) if (!(await answers(ports[protocol] ?? 0))) return false;
    return untilUp === undefined || untilUp();
  };
  while (!(await isUp())) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      await endChild(child, 'SIGKILL');
      throw new Error(`${kind.name} did not start:\n${readFileSync(log, 'utf8').slice(-3000)}`);
    }
    await pause(50);
  }
  return child;
}

async function endChild(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  child.kill(signal);
  for (let waited = 0; !ended() && waited < 15_000; waited += 20) await pause(20);
  if (!ended()) {
    child.kill('SIGKILL');
    for (let waited = 0; !ended() && waited < 5000; waited += 20) await pause(20);
  }
}

/** Ends a process whose id stands in a file. */
async function endByFile(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').trim());
  rmSync(file);
  if (!(pid > 1)) return;
  // Signal 0 asks whether it is there; it no longer is when that fails.
  for (let waited = 0; signalled(pid, waited === 0 ? 'SIGKILL' : 0) && waited < 5000; waited += 20)
    await pause(20);
}

function signalled(pid: number, signal: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const done = (value: boolean) => (): void => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', done(true)).once('error', done(false));
  });

/** Ports on which nobody listens. All are held until the last is found, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
