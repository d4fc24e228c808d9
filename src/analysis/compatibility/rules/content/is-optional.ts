import type { MemberPlace } from '../../changes/fact.js';
import type { Member } from '../../match/members.js';

/** Whether a child may be missing. Where the groups around it changed, only what its own particle says counts. */
export const isOptional = (member: Member, { regrouped }: MemberPlace): boolean =>
  regrouped ? member.occurs.min === 0 : member.optional;
