import type { TaggedValue } from '../../../model/information/index.js';
import { attributeValue, childElements, textContent, type XmlElement } from '../../xml/xml-element.js';
import type { RawElement } from '../raw-model.js';
import { allStereotypes, splitTagNotes } from './ea-xref.js';

/**
 * A property of a UML 1 element: an attribute, or (XMI 1.1, section 6.5) a child element named after the metaclass and the
 * property, with the value as its text or as `xmi.value`.
 */
export function property(element: XmlElement, name: string): string | undefined {
  const written = attributeValue(element, name);
  if (written !== undefined) return written;
  const child = propertyElement(element, name);
  if (child === undefined) return undefined;
  const value = attributeValue(child, 'xmi.value');
  if (value !== undefined) return value;
  return childElements(child).length > 0 ? undefined : textContent(child);
}

/** The child element that holds a property: `UML:StructuralFeature.type` for `type`. */
export const propertyElement = (element: XmlElement, name: string): XmlElement | undefined =>
  childElements(element).find((child) => propertyName(child) === name);

/** `type` of `UML:StructuralFeature.type`; undefined of an element that stands for itself. */
export function propertyName(element: XmlElement): string | undefined {
  const { localName } = element.name;
  const dot = localName.indexOf('.');
  return dot < 0 ? undefined : localName.slice(dot + 1);
}

/** The elements that a property holds. */
export const propertyValues = (element: XmlElement, name: string): readonly XmlElement[] =>
  childElements(element)
    .filter((child) => propertyName(child) === name)
    .flatMap(childElements);

/** What a property refers to, by an attribute or by the `xmi.idref` of an element in it. */
export function reference(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found =
      attributeValue(element, name) ??
      propertyValues(element, name)
        .map((value) => attributeValue(value, 'xmi.idref') ?? attributeValue(value, 'href'))
        .find((id) => id !== undefined);
    if (found !== undefined) return found.trim();
  }
  return undefined;
}

export const nativeId = (element: XmlElement): string => attributeValue(element, 'xmi.id') ?? '';

export const nameOf = (element: XmlElement): string => property(element, 'name') ?? '';

export const isTrue = (element: XmlElement, name: string): boolean => property(element, name) === 'true';

/** What the document says apart from the element itself. */
export interface Uml1Document {
  /** Whether Enterprise Architect wrote it, which keeps its own properties as tagged values. */
  readonly isEa: boolean;
  /** Stereotypes and tag definitions by xmi.id: UML 1.4 refers to them. */
  readonly names: ReadonlyMap<string, string>;
  /** Types that are no classes of the model but stand for a name, by xmi.id. */
  readonly typeNames: ReadonlyMap<string, string>;
  /** Names of classes that are outside of what was exported, by xmi.id. */
  readonly stubs: ReadonlyMap<string, string>;
  /** Tagged values that stand apart, by the GUID or xmi.id of what they belong to. */
  readonly tags: ReadonlyMap<string, readonly TaggedValue[]>;
  /** Filled while elements are read. */
  readonly order: { readonly positions: Map<string, string>; readonly numbers: Map<string, string> };
  /** Whether an xmi.id stands for something that is no class: an instance, a note, a package. */
  readonly isOther: (id: string | undefined) => boolean;
}

/** An element with its tagged values, those of the tool apart. */
export interface Uml1Element extends RawElement {
  /** Values that the tool keeps as tags; the first of a name. */
  readonly own: ReadonlyMap<string, string>;
}

/** Name, identity, notes, stereotypes and tagged values of an element. */
export function readElement(document: Uml1Document, element: XmlElement): Uml1Element {
  const own = new Map<string, string>();
  const tags: TaggedValue[] = [...(document.tags.get(tagKey(nativeId(element))) ?? [])];
  for (const tag of propertyValues(element, 'taggedValue')) {
    const { name, value } = readTag(document, tag);
    if (!own.has(name)) own.set(name, value);
    if (!isOfTool(document, name)) tags.push({ name, ...splitTagNotes(value) });
  }
  const id = nativeId(element);
  document.order.positions.set(id, own.get('tpos') ?? '');
  document.order.numbers.set(id, own.get('ea_localid') ?? '');
  const shown = propertyValues(element, 'stereotype').map(
    (one) => property(one, 'name') ?? document.names.get(attributeValue(one, 'xmi.idref') ?? '') ?? '',
  );
  const written = attributeValue(element, 'stereotype');
  if (written !== undefined) shown.push(document.names.get(written) ?? written);
  return {
    name: nameOf(element),
    guid: own.get('ea_guid') ?? nativeId(element),
    notes: own.get('documentation') ?? own.get('description'),
    stereotypes: allStereotypes(shown, own.get('$ea_xref_property')),
    tags,
    origin: { span: element.span },
    own,
  };
}

/** A tagged value: `tag` and `value` in UML 1.3, a definition and a value in elements of their own in UML 1.4. */
export function readTag(document: Pick<Uml1Document, 'names'>, tag: XmlElement): TaggedValue {
  const name =
    property(tag, 'tag') ?? document.names.get(reference(tag, 'type') ?? '') ?? property(tag, 'name');
  return { name: name ?? '', value: property(tag, 'value') ?? property(tag, 'dataValue') ?? '' };
}

/** Packages have two identifiers, `EAPK_…` as packages and `MX_EAID_…` as elements, with the same GUID. */
export const tagKey = (id: string): string => id.replace(/^(?:EAPK|MX_EAID|EAID)_/u, '').toUpperCase();

const isOfTool = ({ isEa }: Uml1Document, name: string): boolean =>
  name === 'documentation' ||
  (isEa && (name.startsWith('$ea_') || name.startsWith('ea_') || OF_EA.has(name)));

/** Names of the properties that Enterprise Architect writes as tagged values of packages, classes, attributes and ends. */
const OF_EA = new Set(
  (
    'alias author batchload batchsave cardinality collection complexity conditional containment created ' +
    'date_created date_modified derived description dest_style deststyle direction duplicates eventflags genfile gentype ' +
    'headStyle isActive iscontrolled isnamespace isprotected isSpecification keywords lastloaddate lastsavedate lb ' +
    'length lineStyle linecolor linemode linewidth logxml lowerBound lt mb modified mt multiplicity object_style ordered ' +
    'owner package package_name packageFlags parent persistence phase position precision privatedata1 privatedata2 ' +
    'privatedata3 privatedata4 privatedata5 product_name rb rt scale seqno sourcestyle src_aggregation src_changeable ' +
    'src_containment src_isNavigable src_isOrdered src_style src_targetScope src_visibility dst_aggregation ' +
    'dst_changeable dst_containment dst_isNavigable dst_isOrdered dst_style dst_targetScope dst_visibility static status ' +
    'stereotype style styleex subtype tagged tpos type upperBound usedtd version virtualInheritance visibility xmiver ' +
    'xmlpath zonetype'
  ).split(' '),
);
