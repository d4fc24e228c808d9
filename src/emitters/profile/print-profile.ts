import { Document, type Node } from 'yaml';
import type { MemberDraft, ProfileDraft } from '../../model/information/index.js';

/** Where editors find what a profile may hold, once cimbind is installed beside it. */
const SCHEMA_LINE = ' yaml-language-server: $schema=./node_modules/cimbind/schemas/profile.schema.json';

/** A profile as YAML: one line a member, so that a change is one line of a diff. */
export function printProfile({ extensions, roots, classes, enumerations, ...head }: ProfileDraft): string {
  const document = new Document();
  const inLine = (value: object): Node => document.createNode(value, { flow: true });
  /** The short form where it is enough; nothing behind the name of a member that is as in the model. */
  const memberValue = ({ occurs, ...rest }: MemberDraft): unknown => {
    const range = occurs === undefined ? null : occursValue(occurs);
    if (Object.keys(rest).length === 0) return range;
    return inLine({ ...(range === null ? {} : { occurs: range }), ...rest });
  };
  const membersOf = (key: string, members: Readonly<Record<string, MemberDraft>>): object =>
    Object.keys(members).length === 0 ? {} : { [key]: mapValues(members, memberValue) };
  document.contents = document.createNode({
    ...head,
    ...(extensions === undefined ? {} : { extensions: inLine(extensions) }),
    roots: mapValues(roots, occursValue),
    classes: mapValues(classes, ({ attributes, associations, ...rest }) => {
      const all = {
        ...rest,
        ...membersOf('attributes', attributes),
        ...membersOf('associations', associations),
      };
      return Object.keys(all).length === 0 ? null : all;
    }),
    ...(Object.keys(enumerations).length === 0
      ? {}
      : { enumerations: mapValues(enumerations, (values) => inLine(values)) }),
  });
  document.commentBefore = SCHEMA_LINE;
  return document.toString({ lineWidth: 0, nullStr: '' });
}

const mapValues = <T>(values: Readonly<Record<string, T>>, map: (value: T) => unknown): object =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));

const occursValue = (occurs: string): string | number => (/^\d+$/u.test(occurs) ? Number(occurs) : occurs);
