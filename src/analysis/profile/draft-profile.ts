import {
  type Association,
  type ClassDraft,
  type MemberDraft,
  type ModelClass,
  printMultiplicity,
  type ProfileDraft,
} from '../../model/information/index.js';
import { isSimple, objectIn } from './attribute-kind.js';
import { isOfModel } from './is-of-model.js';
import { memberName, type ModelIndex, type ModelMember } from '../information/model-index.js';
import { isDeprecated } from './resolve-context.js';
import { typeNames, xmlName } from './type-names.js';
import { inXml } from './xml-attribute.js';

/** What a profile is proposed from. */
export interface DraftRequest {
  readonly root: ModelClass;
  /** How many steps from the root objects are carried inline. */
  readonly depth: number;
  readonly profile: string;
  readonly model: string;
  readonly namespace: string;
}

/** An abstract class with more concrete ones than this is referred to: a choice would be no proposal. */
const MOST_CHOICES = 6;

/**
 * Proposes a profile: all attributes of a class, the objects around it up to a depth inline, those beyond by reference.
 * Steps only lead away from the root, so nothing nests without end.
 */
export function draftProfile(index: ModelIndex, request: DraftRequest): ProfileDraft {
  const { root, depth, profile, model, namespace } = request;
  const levels = new Map<ModelClass, number>([[root, 0]]);
  const queue: ModelClass[] = [root];
  const names = typeNames(index);
  const classes: Record<string, ClassDraft> = {};
  const followed = new Set<Association>();
  const shadows = new Set<ModelClass>();
  const take = (targets: readonly ModelClass[], level: number): boolean => {
    if (!targets.every((target) => (levels.get(target) ?? level) === level && names(target) !== undefined))
      return false;
    for (const target of targets) {
      if (levels.has(target)) continue;
      levels.set(target, level);
      queue.push(target);
    }
    return true;
  };
  for (let at = 0; at < queue.length; at++) {
    const owner = queue[at];
    if (owner === undefined) break;
    const level = levels.get(owner) ?? 0;
    const { name, wanted } = names(owner) ?? { name: owner.name, wanted: owner.name };
    const isCalledOtherwise = wanted !== name;
    classes[name] = {
      ...(isCalledOtherwise ? { class: wanted } : {}),
      ...draftClass(index, owner, {
        followed,
        shadows,
        nameOf: (one) => names(one)?.name ?? one.name,
        take: (targets, isCompound) => (isCompound || level < depth) && take(targets, level + 1),
      }),
    };
  }
  const needsNamespace = [...index.model.classes.values()].some((one) => one.namespace === undefined);
  return {
    profile: xmlName(profile),
    model,
    ...(needsNamespace ? { modelNamespace: 'http://iec.ch/TC57/CIM100#' } : {}),
    namespace,
    ...vendorOf(index, shadows),
    roots: { [names(root)?.name ?? root.name]: '0..*' },
    classes,
    enumerations: {},
  };
}

/** The namespace of the vendor that extends the model, where it is one. */
function vendorOf(
  index: ModelIndex,
  shadows: ReadonlySet<ModelClass>,
): Pick<ProfileDraft, 'extensions'> | undefined {
  const [one] = shadows;
  const namespaces = new Set([...shadows].map(({ namespace }) => namespace));
  const [namespace] = namespaces;
  if (one === undefined || namespace === undefined || namespaces.size > 1) return undefined;
  const tags = index.packagesAround(one).flatMap(({ taggedValues }) => taggedValues);
  const prefix = tags.findLast(({ name }) => /^(?:ns|base)prefix$/iu.test(name))?.value;
  return { extensions: { namespace, ...(prefix === undefined ? {} : { prefix }) } };
}

/** What is inside the message already. */
interface Reach {
  /** Associations that lead to the objects inline: the way back is left out. */
  readonly followed: Set<Association>;
  /** Shadow classes that have members inside. */
  readonly shadows: Set<ModelClass>;
  /** Takes classes one step further in, all or none. */
  readonly take: (targets: readonly ModelClass[], isCompound: boolean) => boolean;
  /** The name of the type of a class. */
  readonly nameOf: (owner: ModelClass) => string;
}

function draftClass(index: ModelIndex, owner: ModelClass, reach: Reach): ClassDraft {
  const attributes: Record<string, MemberDraft> = {};
  const associations: Record<string, MemberDraft> = {};
  for (const member of index.membersOf(owner).values()) {
    const name = memberName(member);
    const element = member.kind === 'attribute' ? member.attribute : member.end;
    if (isDeprecated(element) || !isOfModel(member)) continue;
    if (index.extendedClass(member.owner) !== member.owner) reach.shadows.add(member.owner);
    if (member.kind === 'attribute' || isCompoundRole(member)) {
      const inside = objectIn(index, member);
      const fits =
        inside === undefined ? isSimple(index, member) : !inside.abstract && reach.take([inside], true);
      if (!fits) continue;
      attributes[name] = { ...renamed(name), ...(inside === undefined ? inXml(element.stereotypes) : {}) };
      continue;
    }
    if (reach.followed.has(member.association)) continue;
    const draft = draftEnd(index, member.target, reach);
    if (draft !== undefined && draft.by === undefined) reach.followed.add(member.association);
    if (draft !== undefined)
      associations[name] = { occurs: printMultiplicity(member.end.multiplicity), ...renamed(name), ...draft };
  }
  return { attributes, associations };
}

/** Some forms of a model draw compounds as associations; their roles begin in lower case. */
const isCompoundRole = (member: ModelMember): boolean =>
  member.kind === 'end' && (member.target.kind === 'compound' || /^\p{Ll}/u.test(member.end.name));

/** Names of a model may have spaces; those of elements may not. */
const renamed = (name: string): Pick<MemberDraft, 'as'> =>
  xmlName(name) === name ? {} : { as: xmlName(name) };

function draftEnd(index: ModelIndex, target: ModelClass, reach: Reach): MemberDraft | undefined {
  const reference: MemberDraft | undefined = index.membersOf(target).has('mRID') ? { by: 'mRID' } : undefined;
  if (!target.abstract) return reach.take([target], false) ? {} : reference;
  const concrete = concreteBelow(index, target);
  if (concrete.length === 0 || concrete.length > MOST_CHOICES) return reference;
  return reach.take(concrete, false) ? { choice: concrete.map(reach.nameOf) } : reference;
}

function concreteBelow(index: ModelIndex, owner: ModelClass): readonly ModelClass[] {
  const found = new Set<ModelClass>([owner]);
  for (const one of found) for (const special of index.specialsOf(one)) found.add(special);
  return [...found].filter((one) => !one.abstract);
}
