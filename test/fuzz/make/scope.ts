import type { Random } from '../../../src/samples/random.js';
import type { XmlNode } from '../xml-tree.js';

/** What the schemas of a run are about: each case takes one. */
export const FEATURES = [
  'values',
  'lists',
  'patterns',
  'particles',
  'all',
  'derivation',
  'restriction',
  'substitution',
  'wildcards',
  'attributes',
  'identity',
  'identifiers',
  'namespaces',
  'mixed',
  'everything',
  'broken',
] as const;

export type Feature = (typeof FEATURES)[number];

/** One schema document that is being made. */
export interface SchemaDocument {
  readonly file: string;
  readonly root: XmlNode;
  /** Target namespace of its components, once it is included. */
  readonly namespace: string;
  /** Prefix of its own components inside it: none in a chameleon. */
  readonly prefix: string;
  /** Documents whose components it may name. */
  readonly sees: readonly SchemaDocument[];
}

interface Made {
  readonly name: string;
  readonly document: SchemaDocument;
}

export interface MadeSimpleType extends Made {
  readonly variety: 'atomic' | 'list' | 'union';
  /** The built-in type from which its literals come. */
  readonly builtIn: string;
  /** Which of the ordered literals are left. */
  readonly range: readonly [number, number];
  readonly isFinal: boolean;
}

export interface MadeComplexType extends Made {
  readonly content: 'empty' | 'elements' | 'mixed' | 'simple';
  /** The whole content model, where it is known. */
  readonly particle: XmlNode | undefined;
  readonly attributes: readonly XmlNode[];
  readonly isFinal: boolean;
}

export interface MadeElement extends Made {
  readonly isAbstract: boolean;
  /** Of a substitution group. */
  readonly isMember: boolean;
}

export type MadeGroup = Made & { readonly names: readonly string[] };

/** What has been declared so far. */
export interface Scope {
  readonly random: Random;
  readonly feature: Feature;
  readonly simpleTypes: MadeSimpleType[];
  readonly complexTypes: MadeComplexType[];
  readonly elements: MadeElement[];
  readonly groups: MadeGroup[];
  readonly attributeGroups: Made[];
  readonly attributes: Made[];
  /** Gives each component a new name. */
  readonly fresh: (stem: string) => string;
}

/** A component's name as it is written in a document. */
export function refer(from: SchemaDocument, { name, document }: Made): string {
  const prefix = from === document ? from.prefix : PREFIXES[document.namespace];
  return prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;
}

export const NAMESPACE_A = 'urn:a';
export const NAMESPACE_B = 'urn:b';
const PREFIXES: Readonly<Record<string, string>> = { [NAMESPACE_A]: 'a', [NAMESPACE_B]: 'b' };

/** Those of the components that a document may name. */
export const visible = <T extends Made>(made: readonly T[], from: SchemaDocument): readonly T[] =>
  made.filter(({ document }) => document === from || from.sees.includes(document));

/** Attributes of a particle. */
export function occurrences({ random }: Scope): Record<string, string | undefined> {
  if (random.chance(50)) return {};
  const [min, max] = random.pick(OCCURRENCES);
  return {
    minOccurs: min === '1' && random.chance(70) ? undefined : min,
    maxOccurs: max === '1' && random.chance(70) ? undefined : max,
  };
}

const OCCURRENCES: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['0', '1'],
  ['0', '1'],
  ['0', '1'],
  ['0', 'unbounded'],
  ['0', 'unbounded'],
  ['1', 'unbounded'],
  ['1', 'unbounded'],
  ['0', '2'],
  ['1', '2'],
  ['2', '2'],
  ['2', '3'],
  ['0', '0'],
  ['1', '5'],
  ['3', 'unbounded'],
  ['0', '100'],
  ['5', '60'],
];
