import type { AttributeBinding, FieldBinding } from '../../binding/index.js';
import { clark } from '../../../foundation/expanded-name.js';
import type { Schema } from '../../../model/schema/index.js';
import { type MatchedMember, matchMembers } from '../match/match-members.js';
import { pairUp, type Pairing } from '../match/pair-up.js';
import type { BridgeEnds } from './bridge-ends.js';

/** Which fields of two types are the same, from where messages come from to where they go. */
export function pairFields(
  { match, isBack }: BridgeEnds,
  from: readonly FieldBinding[],
  to: readonly FieldBinding[],
): Pairing<FieldBinding> {
  const [older, newer] = isBack ? [to, from] : [from, to];
  const elements = matchMembers(elementFields(match.from, older), elementFields(match.to, newer), match);
  const fields = (all: readonly ElementField[]): readonly FieldBinding[] => all.map(({ field }) => field);
  const gone = fields(elements.removed);
  const come = fields(elements.added);
  const wildcards = pairUp(from.filter(isWildcard), to.filter(isWildcard), {
    keys: [{ before: () => 'wildcard', after: () => 'wildcard' }],
  });
  return {
    pairs: [
      ...elements.pairs.map(([{ field: a }, { field: b }]) =>
        isBack ? ([b, a] as const) : ([a, b] as const),
      ),
      ...wildcards.pairs,
    ],
    removed: [...(isBack ? come : gone), ...wildcards.removed],
    added: [...(isBack ? gone : come), ...wildcards.added],
  };
}

const isWildcard = ({ content }: FieldBinding): boolean => content.kind === 'wildcard';

interface ElementField extends MatchedMember {
  readonly field: FieldBinding;
}

function elementFields(schema: Schema, fields: readonly FieldBinding[]): readonly ElementField[] {
  const counts = new Map<string, number>();
  return fields.flatMap((field): readonly ElementField[] => {
    const { content } = field;
    const element = content.kind === 'element' ? schema.elements.get(content.element) : undefined;
    if (element === undefined) return [];
    const ordinal = (counts.get(element.name.localName) ?? 0) + 1;
    counts.set(element.name.localName, ordinal);
    return [{ term: { kind: 'element', element }, ordinal, field }];
  });
}

/** Which attributes of two types are the same: by name, in moved namespaces too, then by local name. */
export function pairAttributes(
  { match, isBack }: BridgeEnds,
  from: readonly AttributeBinding[],
  to: readonly AttributeBinding[],
): Pairing<AttributeBinding> {
  const moved = (one: AttributeBinding): string => match.nameInNew(one);
  const own = (one: AttributeBinding): string => clark(one);
  const local = ({ localName }: AttributeBinding): string => localName;
  return pairUp(from, to, {
    keys: [
      { before: isBack ? own : moved, after: isBack ? moved : own },
      { before: local, after: local },
    ],
  });
}
