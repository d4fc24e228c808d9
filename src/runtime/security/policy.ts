import type { Envelope } from '../envelope/envelope.js';
import type { Identity, Mechanism } from './identity.js';
import { granted, refuse, type Checked, type RefusalCause } from './refusal.js';

/**
 * Who may send what. A message is let in if one rule allows it: what a rule does not mention, it does not ask for; but for
 * senders: without `anonymous`, somebody must be proved to have sent it.
 */
export interface PolicyRule {
  /** All, where none is named. */
  readonly nouns?: readonly string[];
  readonly verbs?: readonly string[];
  /** Names of senders, as their proofs have them: a user, the subject of a certificate or a token. */
  readonly senders?: readonly string[];
  /** One of these roles, by the token. */
  readonly roles?: readonly string[];
  /** One of these proofs. */
  readonly mechanisms?: readonly Mechanism[];
  /** Over an encrypted connection only. */
  readonly encrypted?: boolean;
  /** Nobody need be proved to have sent it. */
  readonly anonymous?: boolean;
}

/** What a decision is about. */
export interface PolicySubject {
  readonly sender: Omit<Identity, 'aliases' | 'mechanisms'> & {
    readonly aliases?: readonly string[];
    readonly mechanisms: readonly string[];
  };
  readonly encrypted: boolean;
}

/** One thing that a message asks for. */
export interface Action {
  readonly noun: string;
  readonly verb: string;
}

/**
 * What a message asks for: what its header says and, of an operation set, what each operation says. Whoever may send
 * `execute` may not for that reason do what is in it.
 */
export function actionsOf({ header, payload }: Envelope): readonly Action[] {
  const { noun = '', verb = '' } = header ?? {};
  const operations = payload?.operationSet?.operations ?? [];
  return [
    { noun, verb },
    ...operations.map((operation) => ({ noun: operation.noun ?? noun, verb: operation.verb ?? verb })),
  ];
}

/** Decides by rules; what no rule allows is refused. */
export function decide(
  actions: readonly Action[],
  subject: PolicySubject,
  rules: readonly PolicyRule[],
): Checked<undefined> {
  for (const action of actions) {
    const outcome = decideOne(action, subject, rules);
    if (!outcome.ok) return outcome;
  }
  return granted(undefined);
}

function decideOne(
  { noun, verb }: Action,
  subject: PolicySubject,
  rules: readonly PolicyRule[],
): Checked<undefined> {
  const about = rules.filter((rule) => includes(rule.nouns, noun) && includes(rule.verbs, verb));
  const lacks = about.map((rule) => lackOf(rule, subject));
  if (lacks.includes(undefined)) return granted(undefined);
  // Of several reasons, the sender is told the one that it can do most about.
  const cause = ORDER.find((reason) => lacks.includes(reason)) ?? 'not-authorised';
  return refuse(cause, `${subject.sender.name === '' ? 'nobody' : subject.sender.name}: ${verb} ${noun}`);
}

const ORDER: readonly RefusalCause[] = [
  'not-encrypted',
  'weak-mechanism',
  'no-credentials',
  'not-authorised',
];

const includes = (names: readonly string[] | undefined, name: string): boolean =>
  names === undefined || names.includes(name);

/** What is missing for a rule to allow it; undefined where nothing is. */
function lackOf(rule: PolicyRule, { sender, encrypted }: PolicySubject): RefusalCause | undefined {
  const { senders, roles, mechanisms } = rule;
  const names = [sender.name, ...(sender.aliases ?? [])];
  if (sender.name === '' && rule.anonymous !== true) return 'no-credentials';
  if (senders !== undefined && !names.some((name) => name !== '' && senders.includes(name)))
    return sender.name === '' ? 'no-credentials' : 'not-authorised';
  if (roles !== undefined && !roles.some((role) => sender.roles.includes(role)))
    return sender.name === '' ? 'no-credentials' : 'not-authorised';
  if (mechanisms !== undefined && !mechanisms.some((mechanism) => sender.mechanisms.includes(mechanism)))
    return sender.name === '' ? 'no-credentials' : 'weak-mechanism';
  return rule.encrypted === true && !encrypted ? 'not-encrypted' : undefined;
}
