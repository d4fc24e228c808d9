import type { ClassBox, ClassDiagram, DiagramEdge } from '../information/index.js';
import { elementId, type ElementId, printMultiplicity } from '../../model/information/index.js';
import type { ResolvedMember, ResolvedProfile, ResolvedType } from './resolved-profile.js';

/** A profile as a class diagram: its types with what they hold, from the root element down. References are lines of text. */
export function profileDiagram(profile: ResolvedProfile): ClassDiagram {
  const root: ClassBox = {
    ...EMPTY,
    id: idOf(''),
    name: profile.name,
    stereotypes: ['profile'],
    isFocus: true,
  };
  const types = [...profile.types.values()];
  return {
    title: profile.name,
    left: 0,
    boxes: [root, ...types.map((type) => boxOf(type))],
    edges: [
      ...profile.roots.map(({ name, type, occurs }) =>
        holds(root.id, { role: name === type ? '' : name, type, occurs }),
      ),
      ...types.flatMap(edgesOf),
    ],
  };
}

const EMPTY = { abstract: false, lines: [], hidden: 0, stereotypes: [], isFocus: false } as const;

/** Types of a profile have names of their own; no type is named ''. */
const idOf = (name: string): ElementId => elementId('class', [name]);

const boxOf = ({ name, abstract, isExtension, members }: ResolvedType): ClassBox => ({
  ...EMPTY,
  id: idOf(name),
  name,
  abstract,
  stereotypes: isExtension ? ['extension'] : [],
  lines: members.flatMap(lineOf),
});

function lineOf({ name, occurs, content }: ResolvedMember): readonly string[] {
  const many = printMultiplicity(occurs);
  if (content.kind === 'simple') return [`${name}: ${content.type.base.name} ${many}`];
  if (content.kind !== 'reference') return [];
  return [`${name} → ${content.by === 'both' ? 'mRID and Names' : content.by} ${many}`];
}

const edgesOf = ({ name, inherits, members }: ResolvedType): readonly DiagramEdge[] => [
  ...(inherits === undefined
    ? []
    : [{ kind: 'generalization', general: idOf(inherits), special: idOf(name) } as const]),
  ...members.flatMap(({ name: role, occurs, content }) => {
    const types = content.kind === 'object' ? [content.type] : content.kind === 'choice' ? content.types : [];
    return types.map((type) => holds(idOf(name), { role, type, occurs }));
  }),
];

const holds = (
  owner: ElementId,
  {
    role,
    type,
    occurs,
  }: { readonly role: string; readonly type: string; readonly occurs: ResolvedMember['occurs'] },
): DiagramEdge => ({
  kind: 'association',
  ends: [
    { class: owner, role: '', multiplicity: '', aggregation: 'composite' },
    { class: idOf(type), role, multiplicity: printMultiplicity(occurs), aggregation: 'none' },
  ],
});
