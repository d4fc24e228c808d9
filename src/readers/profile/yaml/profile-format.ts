import type {
  Carriage,
  Marked,
  Profile,
  ProfileAssociation,
  ProfileAttribute,
  ProfileClass,
  ProfileEnumeration,
  ProfileExtension,
  ProfileFacet,
  ProfileFacets,
  ProfileMetadata,
  ProfileNamespace,
  ProfileRoot,
} from '../../../model/information/index.js';
import type { JsonSchema } from './json-schema.js';
import {
  type Field,
  type Fields,
  flag,
  listOf,
  namedBy,
  type NodeShape,
  objectOf,
  oneOf,
  shortOr,
  text,
} from './node-shape.js';
import { occurs } from './occurs.js';

const NC_NAME = /^[\p{L}_][\p{L}\p{N}._·\u0300-\u036f-]*$/u;

/** An XML name without colon, which is what elements and types are called. */
const name = text('an XML name without colon', (value) => NC_NAME.test(value), {
  pattern: '^[^\\s:/0-9.-][^\\s:/]*$',
});
/** The name of something in the model; spaces occur there. */
const modelName = text('the name of something in the model');
const versionText = text('a text', undefined, { type: ['string', 'number'] });
const prefix = text('a namespace prefix', (value) => NC_NAME.test(value) && !/^xml/iu.test(value), {
  pattern: '^(?![xX][mM][lL])[^\\s:/0-9.-][^\\s:/]*$',
});
const namespace = text('a namespace name', (value) => /^[^\s"<>{}|\\^`]+$/u.test(value));
const carriage: NodeShape<Marked<Carriage>> = oneOf('inline', 'mRID', 'Names', 'both');

type Named<T> = Omit<T, 'name'>;

const optional = <T>(shape: NodeShape<NonNullable<T>>, describe: string): Field<T> => ({ shape, describe });

const metadata = objectOf<ProfileMetadata>({
  part: optional(text(), 'The part of the standard that the profile belongs to: 61968-9.'),
  edition: optional(versionText, 'The edition of that part.'),
  version: optional(versionText, 'The version of the profile itself.'),
  nouns: {
    shape: listOf(text()),
    describe: 'The values of Header.Noun that the message goes with.',
    otherwise: [],
  },
});

const extensionNamespace = objectOf<ProfileNamespace>({
  namespace: {
    shape: namespace,
    describe: 'The namespace of what the vendor adds. The namespace of the profile itself is allowed.',
    isRequired: true,
  },
  prefix: optional(prefix, 'The prefix of that namespace. Default: ext.'),
});

const property = {
  occurs: optional(occurs, 'How often: 1, 0..1, 0..*, 2..5. Default: as in the model.'),
  as: optional(name, 'The name of the element. Default: the name in the model.'),
  note: optional(text(), 'Documentation in place of the one in the model.'),
} satisfies Partial<Fields<Named<ProfileAttribute>>>;

const FACETS: Readonly<Record<ProfileFacet, string>> = {
  length: 'The exact number of characters.',
  minLength: 'The least number of characters.',
  maxLength: 'The greatest number of characters.',
  pattern: 'A pattern of XML Schema that the value matches as a whole.',
  minInclusive: 'The least value.',
  maxInclusive: 'The greatest value.',
  minExclusive: 'A value that is exceeded.',
  maxExclusive: 'A value that is not reached.',
  totalDigits: 'The greatest number of digits.',
  fractionDigits: 'The greatest number of digits behind the point.',
};

const facet = (kind: ProfileFacet): Field<Marked<string>> => ({
  shape: versionText,
  describe: FACETS[kind],
});

const facets: NodeShape<ProfileFacets> = objectOf<ProfileFacets>({
  length: facet('length'),
  minLength: facet('minLength'),
  maxLength: facet('maxLength'),
  pattern: facet('pattern'),
  minInclusive: facet('minInclusive'),
  maxInclusive: facet('maxInclusive'),
  minExclusive: facet('minExclusive'),
  maxExclusive: facet('maxExclusive'),
  totalDigits: facet('totalDigits'),
  fractionDigits: facet('fractionDigits'),
});

const attribute = shortOr(
  occurs,
  objectOf<Named<ProfileAttribute>>({
    ...property,
    values: optional(listOf(text()), 'Of an enumeration: only these values.'),
    facets: optional(facets, 'Facets that narrow the simple type.'),
    xml: optional(
      oneOf('attribute', 'element'),
      'Whether the value is an XML attribute of its object, or an element in it. Default: element.',
    ),
    type: optional(name, 'Of a compound: the type of the profile, where it is called differently.'),
  }),
  (value) => ({ occurs: value }),
);

const association = shortOr(
  occurs,
  objectOf<Named<ProfileAssociation>>({
    ...property,
    by: optional(
      carriage,
      'inline: the object itself (default). mRID, Names or both: what identifies it, as a reference.',
    ),
    type: optional(
      name,
      'The type of the profile that stands here. Default: the one of the same name as the class.',
    ),
    choice: optional(
      listOf(name),
      'Concrete types of the profile, one of which stands here, as an element of its own name.',
    ),
  }),
  (value) => ({ occurs: value }),
);

const extension = objectOf<Named<ProfileExtension>>({
  ...property,
  type: {
    shape: modelName,
    describe: 'A primitive, datatype or enumeration of the model, or a type of this profile.',
    isRequired: true,
  },
  by: optional(carriage, 'Where the type is a class: inline (default), or by reference.'),
  facets: optional(facets, 'Facets that narrow the simple type.'),
});

const profileClass = objectOf<Named<ProfileClass>>({
  class: optional(
    modelName,
    'The class of the model, where it is called differently: Reading, or Metering::Reading where several are called so.',
  ),
  inherits: optional(name, 'A type of the profile that this one extends.'),
  abstract: optional(flag, 'No object is of this very type.'),
  anonymous: optional(flag, 'The type is written in place wherever it is used.'),
  extension: optional(flag, 'The class is not in the model: it is the vendor’s own.'),
  note: optional(text(), 'Documentation in place of the one in the model.'),
  order: {
    shape: listOf(name),
    describe: 'Members in the order in which they are to stand; what is left out follows.',
    otherwise: [],
  },
  attributes: {
    shape: namedBy(modelName, attribute),
    describe: 'Attributes of the class and of those that it inherits from: name to how often, or to more.',
    otherwise: [],
  },
  associations: {
    shape: namedBy(modelName, association),
    describe: 'Association ends by role: name to how often, or to more.',
    otherwise: [],
  },
  extensions: {
    shape: namedBy(name, extension),
    describe: 'Members that the model does not have, in the namespace of `extensions`.',
    otherwise: [],
  },
});

const values = listOf(text());

const enumeration = shortOr(
  values,
  objectOf<Named<ProfileEnumeration>>({
    as: optional(name, 'The name of the type.'),
    values: optional(values, 'Only these values.'),
    codes: optional(flag, 'The message carries the codes of the values, not their names.'),
    extension: optional(flag, 'The enumeration is not in the model: it is the vendor’s own.'),
    note: optional(text(), 'Documentation in place of the one in the model.'),
  }),
  (list) => ({ values: list }),
);

const root = shortOr(
  occurs,
  objectOf<Named<ProfileRoot>>({
    occurs: optional(occurs, 'How often. Default: 0..*.'),
    as: optional(name, 'The name of the element. Default: the name of the type.'),
  }),
  (value) => ({ occurs: value }),
);

/** The format of a profile. Whatever reads, checks or describes profiles comes from here. */
export const profileFormat: NodeShape<Profile> = objectOf<Profile>({
  profile: {
    shape: name,
    describe: 'The name of the profile and of its root element: MeterReadings.',
    isRequired: true,
  },
  extends: optional(text(), 'An overlay: the profile that this one tightens, relative to this file.'),
  model: optional(
    text(),
    'The information model (XMI, Ecore, .qea, .eap, RDFS, OWL), relative to this file.',
  ),
  modelNamespace: optional(namespace, 'What sawsdl:modelReference begins with: http://iec.ch/TC57/CIM100#.'),
  namespace: optional(namespace, 'The namespace of the message.'),
  prefix: optional(prefix, 'The prefix of that namespace. Default: m.'),
  edition: optional(
    oneOf(1, 2),
    'The edition of IEC 61968-100 whose rules hold; 2 makes the root substitute AbstractPayload. Default: 1.',
  ),
  types: optional(
    oneOf('named', 'anonymous'),
    'Whether types have names or are written in place. Default: named.',
  ),
  references: optional(
    oneOf('attribute', 'element'),
    'Whether a reference is an attribute `ref`, or elements mRID and Names. Default: attribute.',
  ),
  order: optional(
    oneOf('standard', 'written'),
    'standard: mRID, simple attributes, then compounds and roles, each by name. written: as in this file. Default: standard.',
  ),
  note: optional(text(), 'Documentation of the schema.'),
  metadata: optional(metadata, 'What the profile is for.'),
  extensions: optional(extensionNamespace, 'The vendor’s own namespace.'),
  roots: {
    shape: namedBy(name, root),
    describe: 'Children of the root element: types of the profile to how often (default 0..*).',
    otherwise: [],
  },
  classes: {
    shape: namedBy(name, profileClass),
    describe: 'Types of the profile. One that is not called like its class says `class`.',
    otherwise: [],
  },
  enumerations: {
    shape: namedBy(name, enumeration),
    describe: 'Enumerations that are narrowed: name to the values that remain. All others are taken whole.',
    otherwise: [],
  },
});

/** The JSON Schema of the format, for editors. */
export const profileJsonSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Profile of an information model',
  ...profileFormat.schema,
});
