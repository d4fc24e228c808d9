import { isEventVerb } from '../../runtime/envelope/verb.js';
import { capitalised } from '../naming/index.js';

/** What the message classes of a noun are called: `CreateMeterReadingsRequest`, `MeterReadingsCreatedEvent`. */
export const classNames = {
  request: (name: string, verb: string): string => `${capitalised(verb)}${name}Request`,
  response: (name: string): string => `${name}Response`,
  event: (name: string, verb: string): string => `${name}${capitalised(verb)}Event`,
  fault: (name: string): string => `${name}Fault`,
} as const;

/** The class of the messages with a verb: past forms are events, `reply` is a response, all others are requests. */
export function classNameOf(name: string, verb: string): string {
  if (verb === 'reply') return classNames.response(name);
  return isEventVerb(verb) ? classNames.event(name, verb) : classNames.request(name, verb);
}
