import type { ExpandedName } from '../../foundation/expanded-name.js';
import { XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type {
  AttributesFragment,
  ComplexTypeFragment,
  ElementFragment,
  ParticleFragment,
  QNameReference,
  SimpleTypeFragment,
  TermFragment,
} from '../../model/link/fragment/index.js';
import type { Multiplicity } from '../../model/information/index.js';
import type { Annotation } from '../../model/schema/index.js';

/** The namespace of `sawsdl:modelReference`: which concept of the model a component stands for. */
export const SAWSDL_NAMESPACE = 'http://www.w3.org/ns/sawsdl';

/** The namespace of what we note of the model beside: unit and multiplier of a datatype; part, edition and nouns. */
export const MODEL_NOTES_NAMESPACE = 'urn:cimbind:model';

/** Documentation, the concept of the model, and notes on it. */
export const annotated = (
  note: string,
  reference: string | undefined,
  notes: Readonly<Record<string, string | undefined>> = {},
): Annotation => ({
  documentation: note.trim() === '' ? [] : [{ text: note.trim() }],
  appinfo: [],
  foreignAttributes: [
    ...(reference === undefined
      ? []
      : [{ name: { namespace: SAWSDL_NAMESPACE, localName: 'modelReference' }, value: reference }]),
    ...Object.entries(notes).flatMap(([localName, value]) =>
      value === undefined ? [] : [{ name: { namespace: MODEL_NOTES_NAMESPACE, localName }, value }],
    ),
  ],
});

/** Unit and multiplier, for programs: what a value is measured in is not part of a message. */
export const withQuantity = (
  annotation: Annotation,
  quantity: { readonly unit?: string; readonly multiplier?: string },
): Annotation => ({
  ...annotation,
  appinfo: (['unit', 'multiplier'] as const).flatMap((name) => {
    const value = quantity[name];
    if (value === undefined) return [];
    const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return [{ xml: `<${name} xmlns="${MODEL_NOTES_NAMESPACE}">${text}</${name}>` }];
  }),
});

export const referenceTo = (name: ExpandedName, span: Span): QNameReference => ({ name, span });

export const builtIn = (localName: string, span: Span): QNameReference =>
  referenceTo({ namespace: XSD_NAMESPACE, localName }, span);

type TypeOfElement = Pick<ElementFragment, 'type'> | Pick<ElementFragment, 'inlineType'>;

/** An element declaration with everything left open that profiles do not use. */
export const elementFragment = (
  name: string,
  type: TypeOfElement,
  annotation: Annotation,
  span: Span,
): ElementFragment => ({
  kind: 'element',
  name,
  qualified: true,
  ...type,
  isTypeBroken: false,
  nillable: false,
  abstract: false,
  final: [],
  block: [],
  identityConstraints: [],
  annotation,
  span,
});

export const particleFragment = (term: TermFragment, occurs: Multiplicity, span: Span): ParticleFragment => ({
  minOccurs: occurs.lower,
  maxOccurs: occurs.upper,
  term,
  span,
});

/** A sequence; nothing at all where it would be empty. */
export const sequenceFragment = (
  particles: readonly ParticleFragment[],
  span: Span,
): { readonly particle?: ParticleFragment } =>
  particles.length === 0
    ? {}
    : {
        particle: particleFragment(
          {
            kind: 'model-group',
            compositor: 'sequence',
            particles,
            annotation: annotated('', undefined),
            span,
          },
          { lower: 1, upper: 1 },
          span,
        ),
      };

/** What distinguishes one complex type of a profile from another. */
interface ComplexTypeParts {
  readonly name?: string;
  readonly base?: QNameReference;
  readonly abstract?: boolean;
  readonly particles: readonly ParticleFragment[];
  readonly attributes?: AttributesFragment['items'];
}

export const complexTypeFragment = (
  { name, base, abstract = false, particles, attributes = [] }: ComplexTypeParts,
  annotation: Annotation,
  span: Span,
): ComplexTypeFragment => ({
  kind: 'complex-type',
  ...(name === undefined ? {} : { name }),
  abstract,
  final: [],
  block: [],
  content: {
    kind: 'complex-content',
    derivationMethod: base === undefined ? 'restriction' : 'extension',
    ...(base === undefined ? {} : { base }),
    mixed: false,
    ...sequenceFragment(particles, span),
    attributes: { items: attributes },
    span,
  },
  annotation,
  span,
});

export const restrictionFragment = (
  name: string | undefined,
  base: QNameReference,
  facets: Extract<SimpleTypeFragment['derivation'], { kind: 'restriction' }>['facets'],
  annotation: Annotation,
  span: Span,
): SimpleTypeFragment => ({
  kind: 'simple-type',
  ...(name === undefined ? {} : { name }),
  final: [],
  derivation: { kind: 'restriction', base, facets },
  annotation,
  span,
});
