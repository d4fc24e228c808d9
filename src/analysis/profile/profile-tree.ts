import { printMultiplicity } from '../../model/information/index.js';
import type { MemberContent, ResolvedMember, ResolvedProfile, SimpleUse } from './resolved-profile.js';
import { allMembers } from './check-names.js';

/** An element of the message, with what it holds. */
export interface TreeNode {
  readonly name: string;
  readonly occurs: string;
  /** What it is of: a type, a simple type, a reference. */
  readonly of: string;
  /** `Reading.value`: what of the model it stands for; absent of roots. */
  readonly stands?: string;
  readonly isExtension: boolean;
  readonly children: readonly TreeNode[];
}

/** The tree that a message of the profile is. A type that is inside itself is not opened again. */
export const profileTree = (profile: ResolvedProfile): TreeNode => ({
  name: profile.name,
  occurs: '1',
  of: profile.namespace,
  isExtension: false,
  children: profile.roots.map(({ name, type, occurs }) => ({
    name,
    occurs: printMultiplicity(occurs),
    of: type,
    isExtension: profile.types.get(type)?.isExtension === true,
    children: childrenOf(profile, type, []),
  })),
});

function childrenOf(profile: ResolvedProfile, name: string, above: readonly string[]): readonly TreeNode[] {
  const type = profile.types.get(name);
  if (type === undefined || above.includes(name)) return [];
  return allMembers(profile, type).map(({ member }) => nodeOf(profile, member, [...above, name]));
}

function nodeOf(profile: ResolvedProfile, member: ResolvedMember, above: readonly string[]): TreeNode {
  const { name, occurs, content, modelReference, isExtension, isXmlAttribute } = member;
  const node = {
    name: content.kind === 'choice' ? `${name} (one of)` : isXmlAttribute ? `@${name}` : name,
    occurs: printMultiplicity(occurs),
    of: contentText(content),
    stands: modelReference.replace(/^.*[#/]/u, ''),
    isExtension,
  };
  if (content.kind === 'object') return { ...node, children: childrenOf(profile, content.type, above) };
  if (content.kind !== 'choice') return { ...node, children: [] };
  const children = content.types.map((type): TreeNode => {
    const inner = childrenOf(profile, type, above);
    return { name: type, occurs: '1', of: type, isExtension: false, children: inner };
  });
  return { ...node, children };
}

function contentText(content: MemberContent): string {
  switch (content.kind) {
    case 'simple':
      return simpleText(content.type);
    case 'object':
      return content.type;
    case 'choice':
      return content.types.join(' | ');
    case 'reference': {
      const owner = content.modelReference.replace(/^.*[#/]/u, '');
      return `reference to ${owner} by ${content.by === 'both' ? 'mRID or Names' : content.by}`;
    }
  }
}

const simpleText = ({ base, values, facets }: SimpleUse): string =>
  [
    base.kind === 'built-in' ? `xs:${base.name}` : base.name,
    ...(values === undefined ? [] : [`one of ${values.join(', ')}`]),
    ...facets.map(({ kind, value }) => `${kind} ${value}`),
  ].join(', ');
