import { TransportError } from './transport-error.js';

/** What a message is about, and who takes it. */
export interface Subject {
  readonly noun: string;
  readonly verb: string;
  /** The component that takes the message, or whose reply is meant. */
  readonly component?: string;
}

/**
 * Names of destinations, as templates over `{noun}`, `{verb}`, `{component}` and, for dead letters, `{destination}`. A
 * part between dots whose hole nothing fills is left out. Destinations are configuration: nothing in a standard fixes them.
 */
export interface DestinationTemplates {
  /** Where requests go; `{component}.{noun}.{verb}` by default. */
  readonly request?: string;
  /** Topic of an event; `{noun}.{verb}` by default. */
  readonly event?: string;
  /** Where asynchronous replies to a component go; `{component}.reply` by default. */
  readonly reply?: string;
  /** Where messages go that nobody could handle; `{destination}.dead-letter` by default. */
  readonly deadLetter?: string;
}

/** Names of destinations, worked out. */
export interface Destinations {
  request(subject: Subject): string;
  event(subject: Subject): string;
  reply(component: string): string;
  deadLetter(destination: string): string;
}

/** Names destinations by templates; what is not said has its default. */
export function destinations(templates: DestinationTemplates = {}): Destinations {
  const {
    request = '{component}.{noun}.{verb}',
    event = '{noun}.{verb}',
    reply = '{component}.reply',
    deadLetter = '{destination}.dead-letter',
  } = templates;
  return {
    request: (subject) => fill(request, { ...subject }),
    event: (subject) => fill(event, { ...subject }),
    reply: (component) => fill(reply, { component }),
    deadLetter: (destination) => deadLetter.replaceAll('{destination}', destination),
  };
}

/** Destinations as an option: worked out already, or templates. */
export const destinationsOf = (given: Destinations | DestinationTemplates = {}): Destinations =>
  isWorkedOut(given) ? given : destinations(given);

const isWorkedOut = (given: Destinations | DestinationTemplates): given is Destinations =>
  typeof given.deadLetter === 'function';

function fill(template: string, values: Readonly<Record<string, string | undefined>>): string {
  const name = template
    .split('.')
    .map((part) => part.replaceAll(/\{(\w+)\}/gu, (_, hole: string) => values[hole] ?? ''))
    .filter((part) => part !== '')
    .join('.');
  checkDestination(name);
  return name;
}

const LONGEST = 200;

/** Refuses (TRN3002) what no broker takes for a name: empty, overlong, with blanks or control characters. */
export function checkDestination(name: string): void {
  if (name !== '' && name.length <= LONGEST && !/[\s\p{C}]/u.test(name)) return;
  throw new TransportError(
    'TRN3002',
    `${JSON.stringify(name.slice(0, LONGEST))} is no name of a destination: 1 to ${LONGEST} characters without blanks expected`,
  );
}

/** Whether a topic is one that a pattern with `*` and `>` means. */
export function matchesTopic(pattern: string, topic: string): boolean {
  if (pattern === topic) return true;
  const wanted = pattern.split('.');
  const words = topic.split('.');
  for (const [index, word] of wanted.entries()) {
    if (word === '>') return words.length > index;
    if (words[index] === undefined || (word !== '*' && word !== words[index])) return false;
  }
  return words.length === wanted.length;
}

/** Whether a topic is a pattern. */
export const hasWildcard = (topic: string): boolean =>
  topic.split('.').some((word) => word === '*' || word === '>');
