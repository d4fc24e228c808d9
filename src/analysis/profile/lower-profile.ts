import { invariant } from '../../foundation/invariant.js';
import type { Span } from '../../foundation/span.js';
import type {
  AttributeUseFragment,
  ComplexTypeFragment,
  ElementFragment,
  FacetFragment,
  GlobalFragment,
  ImportFragment,
  ParticleFragment,
  QNameReference,
  SchemaDocument,
  SimpleTypeFragment,
} from '../../model/link/fragment/index.js';
import { EXACTLY_ONE, ZERO_TO_MANY, ZERO_TO_ONE } from '../../model/information/index.js';
import { type Annotation, NO_ANNOTATION } from '../../model/schema/index.js';
import {
  annotated,
  builtIn,
  complexTypeFragment,
  elementFragment,
  particleFragment,
  referenceTo,
  restrictionFragment,
  withQuantity,
} from './fragments.js';
import type {
  MemberContent,
  NamedSimpleType,
  ReferenceContent,
  ResolvedMember,
  ResolvedProfile,
  ResolvedType,
  SimpleUse,
} from './resolved-profile.js';

/** The namespace of messages of IEC 61968-100 edition 2, and where its abstract payload is declared. */
const MESSAGE_NAMESPACE = 'http://iec.ch/TC57/2021/schema/message';
const ABSTRACT_PAYLOAD_LOCATION = 'AbstractPayloadType.xsd';

/**
 * Lowers a profile to schema documents by the naming and design rules of IEC 61968-100 and IEC 62361-100: the root element
 * and its type hold the roots, each type is a complex type, enumerations and datatypes are simple types, and everything
 * says by `sawsdl:modelReference` what it stands for. A second document holds what is in the vendor's own namespace.
 */
export function lowerProfile(profile: ResolvedProfile, label: string): readonly SchemaDocument[] {
  const { namespace, extensions, span, note, metadata, edition } = profile;
  const globals = new Map<string, ElementFragment>();
  const own = components({ profile, isVendors: false, globals });
  const added = addedComponents({ profile, isVendors: true, globals });
  const hasAdded = added.length > 0;
  const document = {
    source: span.source,
    label,
    qualifiesElements: true,
    includes: [],
    redefines: [],
    span,
  };
  const imports = (...all: readonly (ImportFragment | false)[]): readonly ImportFragment[] =>
    all.filter((one) => one !== false);
  return [
    {
      ...document,
      targetNamespace: namespace,
      ...(metadata.version === undefined ? {} : { version: metadata.version }),
      imports: imports(
        edition === 2 && { namespace: MESSAGE_NAMESPACE, schemaLocation: ABSTRACT_PAYLOAD_LOCATION, span },
        hasAdded && { namespace: extensions.namespace, span },
      ),
      components: own,
      annotation: annotated(note, undefined, {
        part: metadata.part,
        edition: metadata.edition,
        nouns: metadata.nouns.length === 0 ? undefined : metadata.nouns.join(' '),
      }),
    },
    ...(hasAdded
      ? [
          {
            ...document,
            targetNamespace: extensions.namespace,
            imports: [{ namespace, span }],
            components: added,
            annotation: NO_ANNOTATION,
          },
        ]
      : []),
  ];
}

/** A profile, and which of its documents is being written. */
interface Lowering {
  readonly profile: ResolvedProfile;
  /** Whether it is that of the vendor's own namespace. */
  readonly isVendors: boolean;
  /** Elements of the vendor's that types of the profile refer to. */
  readonly globals: Map<string, ElementFragment>;
}

const hasOwnExtensions = ({ extensions, namespace }: ResolvedProfile): boolean =>
  extensions.namespace !== namespace;

/** What is in the namespace of the profile: the root first, then types by kind, in the order of the profile. */
function components(lowering: Lowering): readonly GlobalFragment[] {
  const { profile } = lowering;
  const { types, simpleTypes } = profile;
  return [
    ...rootComponents(lowering),
    ...[...types.values()]
      .filter((type) => !type.anonymous && !isElsewhere(profile, type.isExtension))
      .map((type) => complexType(lowering, type, type.name)),
    ...[...simpleTypes.values()]
      .filter((type) => type.kind === 'datatype' || !isElsewhere(profile, type.isExtension))
      .map((type) => simpleType(type)),
  ];
}

/** What is in the vendor's own namespace: the elements that types of the profile have are global there, one for each name. */
function addedComponents(lowering: Lowering): readonly GlobalFragment[] {
  const { profile, globals } = lowering;
  if (!hasOwnExtensions(profile)) return [];
  return [
    ...globals.values(),
    ...[...profile.types.values()]
      .filter((type) => type.isExtension && !type.anonymous)
      .map((type) => complexType(lowering, type, type.name)),
    ...[...profile.simpleTypes.values()]
      .filter((type) => type.kind === 'enumeration' && type.isExtension)
      .map((type) => simpleType(type)),
  ];
}

const isElsewhere = (profile: ResolvedProfile, isExtension: boolean): boolean =>
  isExtension && hasOwnExtensions(profile);

function rootComponents(lowering: Lowering): readonly GlobalFragment[] {
  const { name, namespace, edition, roots, span } = lowering.profile;
  const payload = (localName: string): QNameReference =>
    referenceTo({ namespace: MESSAGE_NAMESPACE, localName }, span);
  const element = elementFragment(
    name,
    { type: referenceTo({ namespace, localName: name }, span) },
    NO_ANNOTATION,
    span,
  );
  const particles = roots.map((root) =>
    particleFragment(
      elementFragment(root.name, typeOfElement(lowering, root.type, root.span), NO_ANNOTATION, root.span),
      root.occurs,
      root.span,
    ),
  );
  const base = edition === 2 ? { base: payload('AbstractPayloadType') } : {};
  return [
    edition === 2 ? { ...element, substitutionGroup: payload('AbstractPayload') } : element,
    complexTypeFragment({ name, ...base, particles }, NO_ANNOTATION, span),
  ];
}

function complexType(lowering: Lowering, type: ResolvedType, name: string | undefined): ComplexTypeFragment {
  const { inherits, span } = type;
  return complexTypeFragment(
    {
      ...(name === undefined ? {} : { name }),
      ...(inherits === undefined ? {} : { base: typeName(lowering.profile, inherits, span) }),
      abstract: type.abstract,
      particles: type.members
        .filter(({ isXmlAttribute }) => !isXmlAttribute)
        .map((member) => memberParticle(lowering, member)),
      attributes: type.members
        .filter(({ isXmlAttribute }) => isXmlAttribute)
        .map((member) => memberAttribute(lowering, member)),
    },
    annotated(type.note, type.modelReference),
    span,
  );
}

function memberParticle(lowering: Lowering, member: ResolvedMember): ParticleFragment {
  const { name, isExtension, occurs, span, content, modelReference, note } = member;
  const { profile, isVendors, globals } = lowering;
  if (content.kind !== 'choice' && !isVendors && isElsewhere(profile, isExtension)) {
    if (!globals.has(name))
      globals.set(name, memberElement({ ...lowering, isVendors: true }, member, content));
    const ref = referenceTo({ namespace: profile.extensions.namespace, localName: name }, span);
    return particleFragment({ kind: 'element-reference', ref }, occurs, span);
  }
  if (content.kind !== 'choice')
    return particleFragment(memberElement(lowering, member, content), occurs, span);
  const annotation = annotated(note, modelReference);
  const particles = content.types.map((type) =>
    particleFragment(
      elementFragment(type, typeOfElement(lowering, type, span), annotated('', modelReference), span),
      EXACTLY_ONE,
      span,
    ),
  );
  return particleFragment(
    { kind: 'model-group', compositor: 'choice', particles, annotation, span },
    occurs,
    span,
  );
}

function memberElement(
  lowering: Lowering,
  member: ResolvedMember,
  content: Exclude<MemberContent, { kind: 'choice' }>,
): ElementFragment {
  const { name, note, modelReference, span } = member;
  const { profile } = lowering;
  const annotation = annotated(note, modelReference);
  switch (content.kind) {
    case 'simple': {
      const noted = simpleAnnotation(profile, member, content.type);
      return elementFragment(name, simpleTypeUse(profile, content.type, span), noted, span);
    }
    case 'object':
      return elementFragment(name, typeOfElement(lowering, content.type, span), annotation, span);
    case 'reference':
      return elementFragment(name, { inlineType: referenceType(lowering, content, span) }, annotation, span);
  }
}

function memberAttribute({ profile }: Lowering, member: ResolvedMember): AttributeUseFragment {
  const { name, occurs, content, span } = member;
  invariant(content.kind === 'simple', `attribute ${name} is of a simple type`);
  const annotation = simpleAnnotation(profile, member, content.type);
  const type = simpleTypeUse(profile, content.type, span);
  return attributeUse(name, occurs.lower > 0 ? 'required' : 'optional', type, annotation, span);
}

/** Whoever reads a member wants to know what it is measured in without looking up the type. */
function simpleAnnotation(
  profile: ResolvedProfile,
  { note, modelReference }: ResolvedMember,
  { base }: SimpleUse,
): Annotation {
  const annotation = annotated(note, modelReference);
  const named = base.kind === 'named' ? profile.simpleTypes.get(base.name) : undefined;
  return named?.kind === 'datatype' ? withQuantity(annotation, named) : annotation;
}

/** References: an attribute `ref`, whose content edition 2 lets a `referenceType` tell; or elements. */
function referenceType(lowering: Lowering, content: ReferenceContent, span: Span): ComplexTypeFragment {
  const { edition, references } = lowering.profile;
  const annotation = annotated('', content.modelReference);
  if (references === 'element') {
    const isBoth = content.by === 'both';
    const { id, names } = content;
    const of = ({ modelReference }: { readonly modelReference: string }): Annotation =>
      annotated('', modelReference);
    const particles = [
      ...(id === undefined
        ? []
        : [
            particleFragment(
              elementFragment('mRID', { type: builtIn('string', span) }, of(id), span),
              isBoth ? ZERO_TO_ONE : EXACTLY_ONE,
              span,
            ),
          ]),
      ...(names === undefined
        ? []
        : [
            particleFragment(
              elementFragment('Names', typeOfElement(lowering, names.type, span), of(names), span),
              isBoth ? ZERO_TO_MANY : { lower: 1, upper: 'unbounded' },
              span,
            ),
          ]),
    ];
    return complexTypeFragment({ particles }, annotation, span);
  }
  const text = { type: builtIn('string', span) };
  const attributes = [
    attributeUse('ref', edition === 2 ? 'required' : 'optional', text, NO_ANNOTATION, span),
    ...(edition === 2 ? [attributeUse('referenceType', 'optional', text, NO_ANNOTATION, span)] : []),
  ];
  return complexTypeFragment({ particles: [], attributes }, annotation, span);
}

/** A type by its name, or in place where it has none. */
function typeOfElement(
  lowering: Lowering,
  name: string,
  span: Span,
): Pick<ElementFragment, 'type'> | Pick<ElementFragment, 'inlineType'> {
  const type = lowering.profile.types.get(name);
  return type?.anonymous === true
    ? { inlineType: complexType(lowering, type, undefined) }
    : { type: typeName(lowering.profile, name, span) };
}

function typeName(profile: ResolvedProfile, name: string, span: Span): QNameReference {
  const { types, extensions, namespace } = profile;
  const isAway = isElsewhere(profile, types.get(name)?.isExtension === true);
  return referenceTo({ namespace: isAway ? extensions.namespace : namespace, localName: name }, span);
}

type SimpleTypeOf = { readonly type: QNameReference } | { readonly inlineType: SimpleTypeFragment };

function simpleTypeUse(
  profile: ResolvedProfile,
  { base, values, facets }: SimpleUse,
  span: Span,
): SimpleTypeOf {
  const type = base.kind === 'built-in' ? builtIn(base.name, span) : simpleName(profile, base.name, span);
  if (values === undefined && facets.length === 0) return { type };
  const narrowed = [
    ...(values ?? []).map((value) => facet('enumeration', value, span)),
    ...facets.map(({ kind, value, span: at }) => facet(kind, value, at)),
  ];
  return { inlineType: restrictionFragment(undefined, type, narrowed, NO_ANNOTATION, span) };
}

function simpleName(profile: ResolvedProfile, name: string, span: Span): QNameReference {
  const { simpleTypes, extensions, namespace } = profile;
  const type = simpleTypes.get(name);
  const isAway = isElsewhere(profile, type?.kind === 'enumeration' && type.isExtension);
  return referenceTo({ namespace: isAway ? extensions.namespace : namespace, localName: name }, span);
}

function simpleType(type: NamedSimpleType): SimpleTypeFragment {
  const { name, note, modelReference, span } = type;
  if (type.kind === 'enumeration') {
    const facets = type.values.map((one) => ({
      ...facet('enumeration', one.value, span),
      annotation: annotated(one.note, one.modelReference),
    }));
    const annotation = annotated(note, modelReference);
    return restrictionFragment(name, builtIn('string', span), facets, annotation, span);
  }
  const annotation = withQuantity(annotated(note, modelReference), type);
  return restrictionFragment(name, builtIn(type.builtIn, span), [], annotation, span);
}

const facet = (kind: FacetFragment['kind'], value: string, span: Span): FacetFragment => ({
  kind,
  value,
  fixed: false,
  namespaces: {},
  annotation: NO_ANNOTATION,
  span,
});

const attributeUse = (
  name: string,
  use: 'optional' | 'required',
  type: SimpleTypeOf,
  annotation: Annotation,
  span: Span,
): AttributeUseFragment => ({
  kind: 'attribute-use',
  use,
  attribute: { kind: 'attribute', name, qualified: false, ...type, annotation, span },
  annotation,
  span,
});
