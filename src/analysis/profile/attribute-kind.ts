import type { ModelClass } from '../../model/information/index.js';
import type { ModelIndex, ModelMember } from '../information/model-index.js';
import { builtInOf, datatypeFacts } from './primitive.js';

/** The class of a compound, or what else an attribute holds that has parts. */
export function objectIn(index: ModelIndex, member: ModelMember): ModelClass | undefined {
  if (member.kind === 'end') return member.target;
  const { type } = member.attribute;
  const target = type.kind === 'class' ? index.classOf(type.id) : undefined;
  return target !== undefined && isObject(target) ? target : undefined;
}

/** Whether an attribute comes to text: some are of types that the model does not define, or that are no data at all. */
export function isSimple(index: ModelIndex, member: ModelMember): boolean {
  if (member.kind === 'end') return false;
  const { type } = member.attribute;
  if (type.kind === 'unresolved') return builtInOf(type.name) !== undefined;
  const target = index.classOf(type.id);
  return (
    target !== undefined && (target.kind === 'enumeration' || datatypeFacts(target, index) !== undefined)
  );
}

const isObject = ({ kind }: ModelClass): boolean => kind === 'class' || kind === 'compound';
