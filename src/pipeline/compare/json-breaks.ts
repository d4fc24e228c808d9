import type { ComplexTypeBinding } from '../../analysis/binding/index.js';
import type { JsonBreak } from '../../analysis/compatibility/index.js';
import type { ComponentId } from '../../model/schema/index.js';
import type { ApiSurface } from './source/api-surface.js';

/** Where the JSON of a message has another shape: an array where there was none, a list of parts where there were members. */
export function jsonBreaks(
  before: ApiSurface,
  after: ApiSurface,
  components: ReadonlyMap<ComponentId, ComponentId>,
): readonly JsonBreak[] {
  const breaks: JsonBreak[] = [];
  for (const [id, old] of before.binding.complexTypes) {
    const now = after.binding.complexTypes.get(components.get(id) ?? id);
    if (now === undefined) continue;
    if (old.content.kind !== now.content.kind && old.content.kind !== 'empty' && now.content.kind !== 'empty')
      breaks.push({
        before: [id],
        reason: `${old.name} is ${SHAPES[now.content.kind]}, was ${SHAPES[old.content.kind]}`,
      });
    breaks.push(...listBreaks(old, now));
  }
  return breaks;
}

const SHAPES = {
  empty: 'an empty object',
  simple: 'a value',
  fields: 'an object with a member for each child',
  ordered: 'a list of its children in order',
} as const;

function listBreaks(old: ComplexTypeBinding, now: ComplexTypeBinding): readonly JsonBreak[] {
  if (old.content.kind !== 'fields' || now.content.kind !== 'fields') return [];
  const lists = new Map(now.content.fields.map(({ property, list }) => [property, list]));
  return old.content.fields.flatMap(({ property, list, content }): readonly JsonBreak[] => {
    const isList = lists.get(property);
    if (isList === undefined || isList === list || content.kind !== 'element') return [];
    return [
      {
        before: [content.element, old.id],
        reason: `${old.name}.${property} is ${isList ? 'an array, was a single value' : 'a single value, was an array'}`,
      },
    ];
  });
}
