import { associationNotBinary } from '../../../diagnostics/catalogue/uml.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import type { InformationModel, ModelFormat } from '../../../model/information/index.js';
import { attributeValue, childElements, textContent, type XmlElement } from '../../xml/xml-element.js';
import { buildInformationModel } from '../model-builder.js';
import {
  emptyRawModel,
  type Metaclass,
  type NativeId,
  type RawAssociationEnd,
  type RawElement,
  type RawModel,
} from '../raw-model.js';
import { part } from './ea-extension.js';
import { readEaEnd } from './ea-connector.js';
import { sortAsProject } from './tool-order.js';
import { isFlag, multiplicityOf, typeOf, valueOf } from './uml2-property.js';
import {
  annotationsOf,
  CLASSES,
  endsOf,
  OWNING,
  surveyUml2,
  type Property,
  type Uml2Document,
} from './uml2-survey.js';
import { metaclassOf, xmiAttribute } from './xmi-attribute.js';

/** Reads UML 2 in XMI 2.1 and 2.5, as Enterprise Architect, Eclipse UML2, Papyrus and MagicDraw write it. */
export function readUml2(root: XmlElement, label: string, format: ModelFormat): Read<InformationModel> {
  const raw = emptyRawModel(format, label);
  const reading: Reading = { raw, document: surveyUml2(root) };
  const tops = ROOTS.has(root.name.localName) ? [root] : childElements(root);
  for (const top of tops) {
    // The root that a tool draws around all packages is no package.
    if (top.name.localName === 'Model') {
      if (raw.name === '') raw.name = nameOf(top);
      readOwned(reading, top, undefined);
    } else if (ROOTS.has(top.name.localName)) readPackage(reading, top, undefined);
  }
  if (reading.document.ea !== undefined) sortAsProject(raw, reading.document.ea.order);
  return buildInformationModel(raw);
}

const ROOTS = new Set(['Model', 'Package', 'Profile']);

interface Reading {
  readonly raw: RawModel;
  readonly document: Uml2Document;
}

function readOwned(reading: Reading, element: XmlElement, owner: NativeId | undefined): void {
  for (const child of childElements(element)) {
    if (!OWNING.has(child.name.localName)) continue;
    const metaclass = metaclassOf(child);
    if (metaclass === 'Package' || metaclass === 'Model') readPackage(reading, child, owner);
    else {
      if (CLASSES.includes(metaclass)) readClass(reading, child, owner);
      if (metaclass.startsWith('Association')) readAssociation(reading, child);
    }
  }
}

function readPackage(reading: Reading, element: XmlElement, owner: NativeId | undefined): void {
  const { raw, document } = reading;
  const id = idOf(element);
  if (document.ea?.roots.has(id) === true) {
    raw.name = nameOf(element);
    readOwned(reading, element, owner);
    return;
  }
  const namespace = attributeValue(element, 'URI');
  raw.packages.push({ id, parent: owner, namespace, ...readElement(document, element) });
  readOwned(reading, element, id);
}

const METACLASSES: Readonly<Record<string, Metaclass>> = {
  DataType: 'datatype',
  PrimitiveType: 'primitive',
  Enumeration: 'enumeration',
};

/** What Enterprise Architect calls the metaclass of something that it may export as another. */
const EA_METACLASSES: Readonly<Record<string, Metaclass>> = {
  ...METACLASSES,
  Class: 'class',
  Interface: 'class',
};

function readClass(reading: Reading, element: XmlElement, owner: NativeId | undefined): void {
  const { raw, document } = reading;
  const id = idOf(element);
  const told = part(document.ea?.additions.get(id)?.entry, 'properties', 'sType');
  const metaclass = EA_METACLASSES[told ?? ''] ?? METACLASSES[metaclassOf(element)] ?? 'class';
  raw.classes.push({
    id,
    package: owner,
    metaclass,
    abstract: isFlag(element, 'isAbstract'),
    ...readElement(document, element),
  });
  for (const child of childElements(element)) {
    switch (child.name.localName) {
      case 'ownedAttribute':
        if (!isEnd(document, child)) readAttribute(reading, child, id);
        break;
      case 'ownedLiteral':
        readLiteral(reading, child, id);
        break;
      case 'generalization':
        readGeneralization(reading, child, id);
        break;
    }
  }
  readOwned(reading, element, owner);
}

/** A property that is an end of an association of the document; others are attributes, whatever they say. */
const isEnd = (document: Uml2Document, element: XmlElement): boolean =>
  document.memberEnds.has(idOf(element));

function readAttribute({ raw, document }: Reading, element: XmlElement, owner: NativeId): void {
  const entry = document.ea?.additions.get(idOf(element))?.entry;
  raw.attributes.push({
    owner,
    ...readElement(document, element),
    type: typeOf(document, element, part(entry, 'properties', 'type')),
    multiplicity:
      entry === undefined
        ? multiplicityOf(element)
        : { lower: part(entry, 'bounds', 'lower'), upper: part(entry, 'bounds', 'upper') },
    default: part(entry, 'initial', 'body') ?? valueOf(element, 'defaultValue'),
    static: isFlag(element, 'isStatic'),
    constant: isFlag(element, 'isReadOnly'),
  });
}

function readLiteral({ raw, document }: Reading, element: XmlElement, owner: NativeId): void {
  const entry = document.ea?.additions.get(idOf(element))?.entry;
  const code =
    part(entry, 'initial', 'body') ?? valueOf(element, 'specification') ?? valueOf(element, 'defaultValue');
  raw.literals.push({ owner, ...readElement(document, element), code });
}

function readGeneralization({ raw, document }: Reading, element: XmlElement, specific: NativeId): void {
  const { guid, stereotypes = [], origin } = readElement(document, element);
  const general = typeOf(document, element, undefined, 'general');
  if (document.isOther(general.id)) return;
  raw.generalizations.push({ specific, general, guid, stereotypes, origin });
}

function readAssociation({ raw, document }: Reading, element: XmlElement): void {
  const common = readElement(document, element);
  const ids = endsOf(element);
  const connector = document.ea?.additions.get(idOf(element))?.entry;
  if (connector !== undefined) {
    const [source, target] = (['source', 'target'] as const).map((side) => readEaEnd(connector, side));
    if (source === undefined || target === undefined) return;
    if (document.isOther(source.class.id) || document.isOther(target.class.id)) return;
    raw.associations.push({ ...common, ends: [source, target] });
    return;
  }
  if (ids.length !== 2) {
    const facts = { where: common.name || 'without a name', ends: ids.length, at: element.span };
    raw.diagnostics.add(associationNotBinary, facts);
    return;
  }
  // Tools write the end that the source can reach first: that is the end at the target.
  const [target, source] = ids.map((id) => document.properties.get(id));
  const ends = [
    readEnd(document, element, source, target),
    readEnd(document, element, target, source),
  ] as const;
  if (ends.some((end) => document.isOther(end.class.id))) return;
  raw.associations.push({ ...common, ends });
}

function readEnd(
  document: Uml2Document,
  association: XmlElement,
  end: Property | undefined,
  other: Property | undefined,
): RawAssociationEnd {
  if (end === undefined)
    return { name: '', class: {}, multiplicity: undefined, origin: { span: association.span } };
  // A property is aggregated where its type is the part (UML 2.5, clause 9.5.3): the whole is at the other end.
  const aggregation = other && attributeValue(other.element, 'aggregation');
  return {
    ...readElement(document, end.element),
    guid: undefined,
    class: typeOf(document, end.element, undefined),
    multiplicity: multiplicityOf(end.element),
    aggregation: aggregation === 'composite' ? 'composite' : aggregation === 'shared' ? 'shared' : 'none',
    navigable: isNavigable(association, end),
  };
}

/** An end that a class owns can be reached, one that the association owns only where it says so (UML 2.5, clause 11.5.3). */
function isNavigable(association: XmlElement, { element, owner }: Property): boolean {
  const navigable = attributeValue(association, 'navigableOwnedEnd')?.split(/\s+/u) ?? [];
  return owner !== association || navigable.includes(idOf(element));
}

/** Name, identity, notes, stereotypes and tagged values. */
function readElement(document: Uml2Document, element: XmlElement): RawElement {
  const id = idOf(element);
  const { notes, stereotypes, tags } = annotationsOf(document, id);
  return {
    name: nameOf(element),
    guid: id,
    notes: notes ?? commentsOf(element, id),
    stereotypes,
    tags,
    origin: { span: element.span },
  };
}

/** The comments that an element owns, but for those on other elements. */
function commentsOf(element: XmlElement, id: string): string | undefined {
  const comments = childElements(element).filter(({ name }) => name.localName === 'ownedComment');
  const bodies = comments.flatMap((comment) => {
    const annotated =
      attributeValue(comment, 'annotatedElement') ??
      childElements(comment)
        .filter(({ name }) => name.localName === 'annotatedElement')
        .map((child) => xmiAttribute(child, 'idref') ?? '')
        .join(' ');
    if (annotated !== '' && !annotated.split(/\s+/u).includes(id)) return [];
    const body = childElements(comment).find(({ name }) => name.localName === 'body');
    return [attributeValue(comment, 'body') ?? (body === undefined ? '' : textContent(body))];
  });
  return bodies.length === 0 ? undefined : bodies.join('\n');
}

const idOf = (element: XmlElement): NativeId => xmiAttribute(element, 'id') ?? '';
const nameOf = (element: XmlElement): string => attributeValue(element, 'name') ?? '';
