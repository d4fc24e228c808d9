import { associationNotBinary } from '../../../diagnostics/catalogue/uml.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import type {
  Aggregation,
  InformationModel,
  ModelFormat,
  TaggedValue,
} from '../../../model/information/index.js';
import { attributeValue, childElements, textContent, type XmlElement } from '../../xml/xml-element.js';
import { buildInformationModel } from '../model-builder.js';
import {
  emptyRawModel,
  type Metaclass,
  type NativeId,
  type RawAssociationEnd,
  type RawModel,
  type RawMultiplicity,
  type RawReference,
} from '../raw-model.js';
import { eaNavigability } from '../ea-navigability.js';
import { allStereotypes, splitTagNotes } from './ea-xref.js';
import { sortAsProject } from './tool-order.js';
import {
  isTrue,
  nameOf,
  nativeId,
  property,
  propertyName,
  propertyValues,
  readElement,
  readTag,
  reference,
  tagKey,
  type Uml1Document,
} from './uml1-element.js';

/** Reads UML 1.3 and 1.4 in XMI 1.1 and 1.2, as Enterprise Architect, NetBeans and Rational Rose write it. */
export function readUml1(root: XmlElement, label: string, format: ModelFormat): Read<InformationModel> {
  const raw = emptyRawModel(format, label);
  const reading: Reading = { raw, document: surveyDocument(root) };
  for (const content of childElements(root)) {
    if (content.name.localName === 'XMI.content') readOwned(reading, content, undefined);
  }
  if (reading.document.isEa) sortAsProject(raw, reading.document.order);
  return buildInformationModel(raw);
}

interface Reading {
  readonly raw: RawModel;
  readonly document: Uml1Document;
}

/** The class that Enterprise Architect puts above all others, and the types that it makes up for a mere name. */
const ROOT_CLASS = /^EAID_11111111_/u;
const MADE_UP_TYPE = /^eaxmiid\d+$/u;

const METACLASSES: Readonly<Record<string, Metaclass>> = {
  Class: 'class',
  AssociationClass: 'class',
  Interface: 'class',
  DataType: 'datatype',
  Primitive: 'primitive',
  Enumeration: 'enumeration',
};

/** What Enterprise Architect calls the metaclass of something that it exports as a class. */
const EA_METACLASSES: Readonly<Record<string, Metaclass>> = {
  Enumeration: 'enumeration',
  DataType: 'datatype',
  PrimitiveType: 'primitive',
  Primitive: 'primitive',
};

/** Collects what elements refer to, wherever it stands. */
function surveyDocument(root: XmlElement): Uml1Document {
  const names = new Map<string, string>();
  const typeNames = new Map<string, string>();
  const others = new Set<NativeId>();
  const stubs = new Map<NativeId, string>();
  const apart: XmlElement[] = [];
  let isEa = false;
  const visit = (element: XmlElement): void => {
    const { localName } = element.name;
    const id = attributeValue(element, 'xmi.id');
    if (localName === 'XMI.exporter') isEa = textContent(element).trim() === 'Enterprise Architect';
    if (id !== undefined) {
      // A class outside of what was exported.
      const isStub = localName === 'EAStub' && (attributeValue(element, 'UMLType') ?? '') in METACLASSES;
      if (isStub) stubs.set(id, nameOf(element));
      else if (!(localName in METACLASSES)) others.add(id);
      if (localName === 'Stereotype' || localName === 'TagDefinition') names.set(id, nameOf(element));
      if (localName === 'DataType' && MADE_UP_TYPE.test(id)) typeNames.set(id, nameOf(element));
    }
    if (localName === 'TaggedValue' && attributeValue(element, 'modelElement') !== undefined)
      apart.push(element);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  const tags = new Map<string, TaggedValue[]>();
  for (const element of apart) {
    const { name, value } = readTag({ names }, element);
    const key = tagKey(attributeValue(element, 'modelElement') ?? '');
    tags.set(key, [...(tags.get(key) ?? []), { name, ...splitTagNotes(value) }]);
  }
  return {
    isEa,
    names,
    typeNames,
    stubs,
    tags,
    order: { positions: new Map(), numbers: new Map() },
    isOther: (id) => id !== undefined && others.has(id),
  };
}

/** Reads what an element owns; `owner` is the package around it. */
function readOwned(reading: Reading, element: XmlElement, owner: NativeId | undefined): void {
  for (const child of childElements(element)) {
    const { localName } = child.name;
    const id = nativeId(child);
    if (propertyName(child) === 'ownedElement') readOwned(reading, child, owner);
    // A reference to an element that stands elsewhere.
    else if (id === '') continue;
    else if (localName === 'Model') {
      // The root that the tool draws around all packages.
      if (reading.raw.name === '') reading.raw.name = nameOf(child);
      readOwned(reading, child, owner);
    } else if (localName === 'Package' || localName === 'Subsystem') {
      reading.raw.packages.push({ id, parent: owner, ...readElement(reading.document, child) });
      readOwned(reading, child, id);
    } else if (localName === 'Generalization') readGeneralization(reading, child);
    else {
      if (localName in METACLASSES) readClass(reading, child, owner);
      if (localName === 'Association' || localName === 'AssociationClass') readAssociation(reading, child);
    }
  }
}

function readClass(reading: Reading, element: XmlElement, owner: NativeId | undefined): void {
  const { raw, document } = reading;
  const id = nativeId(element);
  if (document.isEa && (ROOT_CLASS.test(id) || document.typeNames.has(id))) return;
  const { own, ...common } = readElement(document, element);
  const metaclass =
    EA_METACLASSES[own.get('ea_stype') ?? ''] ?? METACLASSES[element.name.localName] ?? 'class';
  raw.classes.push({ id, package: owner, metaclass, abstract: isTrue(element, 'isAbstract'), ...common });
  for (const feature of propertyValues(element, 'feature')) {
    if (feature.name.localName === 'Attribute') readAttribute(reading, feature, id);
  }
  for (const literal of propertyValues(element, 'literal')) {
    raw.literals.push({ owner: id, ...readElement(document, literal) });
  }
  readOwned(reading, element, owner);
}

function readAttribute({ raw, document }: Reading, element: XmlElement, owner: NativeId): void {
  const { own, ...common } = readElement(document, element);
  const [initial] = propertyValues(element, 'initialValue');
  const changeability = property(element, 'changeability') ?? property(element, 'changeable');
  raw.attributes.push({
    owner,
    ...common,
    type: typeOf(document, reference(element, 'type'), own.get('type')),
    multiplicity: multiplicityOf(element) ?? { lower: own.get('lowerBound'), upper: own.get('upperBound') },
    default: initial === undefined ? property(element, 'initialValue') : property(initial, 'body'),
    static: property(element, 'ownerScope') === 'classifier' || own.get('static') === '1',
    constant: changeability === 'frozen',
  });
}

/** What a type reference leads to: a class, or a made-up type that stands for a name. */
function typeOf(document: Uml1Document, id: NativeId | undefined, name: string | undefined): RawReference {
  const madeUp = id === undefined ? undefined : document.typeNames.get(id);
  return madeUp === undefined ? { id, name } : { name: madeUp || name };
}

/** A class outside of the export is known by its name, which must not lead to another class of that name. */
const classOf = (document: Uml1Document, id: NativeId | undefined): RawReference => ({
  id: (id === undefined ? undefined : document.stubs.get(id)) ?? id,
});

/** As the attribute `multiplicity`, or as a range; a second range is not what CIM models have. */
function multiplicityOf(element: XmlElement): RawMultiplicity | undefined {
  const written = attributeValue(element, 'multiplicity');
  if (written !== undefined) return written;
  const [multiplicity] = propertyValues(element, 'multiplicity');
  const [range] = multiplicity === undefined ? [] : propertyValues(multiplicity, 'range');
  return range && { lower: property(range, 'lower'), upper: property(range, 'upper') };
}

function readGeneralization({ raw, document }: Reading, element: XmlElement): void {
  const { guid, stereotypes = [], origin } = readElement(document, element);
  const specific = reference(element, 'child', 'subtype') ?? '';
  const general = reference(element, 'parent', 'supertype');
  if (document.isOther(specific) || document.isOther(general)) return;
  raw.generalizations.push({
    specific: document.stubs.get(specific) ?? specific,
    general: classOf(document, general),
    guid,
    stereotypes,
    origin,
  });
}

function readAssociation({ raw, document }: Reading, element: XmlElement): void {
  const { own, ...common } = readElement(document, element);
  const connected = propertyValues(element, 'connection').filter(
    ({ name }) => name.localName === 'AssociationEnd',
  );
  const [source, target] = connected.map((end, index): RawAssociationEnd => {
    const { own: values, ...role } = readElement(document, end);
    const isSource = index === 0;
    const xref = own.get(isSource ? '$ea_src_xref_property' : '$ea_dst_xref_property');
    const style = values.get(isSource ? 'sourcestyle' : 'deststyle');
    return {
      ...role,
      stereotypes: allStereotypes(role.stereotypes ?? [], xref),
      class: classOf(document, reference(end, 'type', 'participant')),
      multiplicity: multiplicityOf(end),
      aggregation: aggregationOf(property(end, 'aggregation')),
      navigable: document.isEa
        ? eaNavigability(isSource ? 'source' : 'target', style, own.get('direction'))
        : flag(end, 'isNavigable'),
    };
  });
  if (source === undefined || target === undefined || connected.length > 2) {
    const facts = { where: common.name || 'without a name', ends: connected.length, at: element.span };
    raw.diagnostics.add(associationNotBinary, facts);
    return;
  }
  // Links of instances, notes and packages are no part of the model; one that leads nowhere is, and is reported.
  if (document.isOther(source.class.id) || document.isOther(target.class.id)) return;
  raw.associations.push({ ...common, ends: [source, target] });
}

/** On the end at the whole (UML 1.4, section 2.5.2.4). */
const aggregationOf = (text: string | undefined): Aggregation =>
  text === 'composite' ? 'composite' : text === 'shared' || text === 'aggregate' ? 'shared' : 'none';

function flag(element: XmlElement, name: string): boolean | undefined {
  const written = property(element, name);
  return written === undefined ? undefined : written === 'true';
}
