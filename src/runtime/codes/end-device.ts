import type { CodeField } from './code-field.js';
import { checkNumbers, numberFor, readNumbers } from './code-field.js';
import type { CodeIssue, CodePolicy, CodeRead } from './code-issue.js';
import { readWith } from './code-issue.js';
import type { CodeChoice } from './code-table.js';
import { nameOf, numberOf } from './code-table.js';
import type { CodeDescription } from './describe-code.js';
import { describeNumber } from './describe-code.js';
import { DEVICE_DOMAIN } from './end-device/domain.js';
import { EVENT_OR_ACTION } from './end-device/event-or-action.js';
import { DEVICE_SUB_DOMAIN } from './end-device/sub-domain.js';
import { DEVICE_TYPE } from './end-device/type.js';

/** The code of an end device event type or control type, IEC 61968-9 annexes E and F: four numbers in one number space. */
export interface EndDeviceCode {
  readonly type: number;
  readonly domain: number;
  readonly subDomain: number;
  readonly eventOrAction: number;
}

/** What such a code is built of: names or numbers. */
export interface EndDeviceParts {
  readonly type?: CodeChoice<typeof DEVICE_TYPE>;
  readonly domain?: CodeChoice<typeof DEVICE_DOMAIN>;
  readonly subDomain?: CodeChoice<typeof DEVICE_SUB_DOMAIN>;
  readonly eventOrAction?: CodeChoice<typeof EVENT_OR_ACTION>;
}

/** The four fields in order. */
export const END_DEVICE_FIELDS: readonly CodeField[] = [
  { name: 'type', table: DEVICE_TYPE },
  { name: 'domain', table: DEVICE_DOMAIN },
  { name: 'subDomain', table: DEVICE_SUB_DOMAIN },
  { name: 'eventOrAction', table: EVENT_OR_ACTION },
];

const KIND = 'end device event or control type';

/** Reads the code of an event type or a control type. */
export function parseEndDeviceCode(text: string, policy: CodePolicy = {}): CodeRead<EndDeviceCode> {
  const { numbers, issues } = readNumbers(text, END_DEVICE_FIELDS, KIND, policy);
  if (numbers === undefined) return { ok: false, issues };
  const code = codeOf(numbers);
  return readWith(code, checkEndDeviceCode(code, policy));
}

/** What is to be said about a code by a policy. */
export const checkEndDeviceCode = (code: EndDeviceCode, policy: CodePolicy = {}): readonly CodeIssue[] =>
  checkNumbers(numbersOf(code), END_DEVICE_FIELDS, policy);

/** Writes a code as its four numbers, joined by dots. */
export const formatEndDeviceCode = (code: EndDeviceCode): string => numbersOf(code).join('.');

/** Builds a code: `endDeviceCode({ type: 'ElectricMeter', domain: 'RCDSwitch', eventOrAction: 'Connect' })`. */
export function endDeviceCode(parts: EndDeviceParts): EndDeviceCode {
  const choices: Readonly<Record<string, unknown>> = { ...parts };
  return codeOf(END_DEVICE_FIELDS.map((field) => numberFor(field, choices[field.name])));
}

/** A code in words: `electric meter, remote connect/disconnect switch, connect`. */
export function describeEndDeviceCode(code: EndDeviceCode): CodeDescription {
  const numbers = numbersOf(code);
  const fields = END_DEVICE_FIELDS.map((field, index) => describeNumber(field, numbers[index] ?? 0));
  const said = fields.filter(({ number }) => number !== 0).map(({ words }) => words);
  return {
    kind: KIND,
    code: numbers.join('.'),
    summary: said.length === 0 ? 'nothing is said' : said.join(', '),
    fields,
  };
}

/** The events that tell how a control went. */
export interface ControlOutcome {
  readonly succeeded: EndDeviceCode | undefined;
  readonly failed: EndDeviceCode | undefined;
}

/** Actions whose event of success is not the name with `ed` behind it. */
const SUCCEEDED: Readonly<Record<string, string>> = {
  ArmForClosure: 'ArmedForClosure',
  ArmForOpen: 'ArmedForOpen',
  Cancel: 'Cancelled',
  Reset: 'ResetOccurred',
  Stop: 'Stopped',
};

/**
 * The events by which a device answers a control, as far as the names of the table say: `Connect`, `Connected`,
 * `ConnectFailed`. Events and actions share one number space, so the other three fields stay.
 */
export function outcomeOf(control: EndDeviceCode): ControlOutcome {
  const name = nameOf(EVENT_OR_ACTION, control.eventOrAction) ?? '';
  const event = (known: string): EndDeviceCode | undefined => {
    const eventOrAction = name === '' ? undefined : numberOf(EVENT_OR_ACTION, known);
    return eventOrAction === undefined ? undefined : { ...control, eventOrAction };
  };
  const succeeded = SUCCEEDED[name] ?? (name.endsWith('e') ? `${name}d` : `${name}ed`);
  return { succeeded: event(succeeded), failed: event(`${name}Failed`) };
}

const numbersOf = ({ type, domain, subDomain, eventOrAction }: EndDeviceCode): readonly number[] => [
  type,
  domain,
  subDomain,
  eventOrAction,
];

function codeOf([type = 0, domain = 0, subDomain = 0, eventOrAction = 0]: readonly number[]): EndDeviceCode {
  return { type, domain, subDomain, eventOrAction };
}
