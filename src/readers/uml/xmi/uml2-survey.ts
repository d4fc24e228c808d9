import type { TaggedValue } from '../../../model/information/index.js';
import { attributeValue, childElements, textContent, type XmlElement } from '../../xml/xml-element.js';
import { type EaAddition, type EaExtension, readEaExtension } from './ea-extension.js';
import { metaclassOf, xmiAttribute } from './xmi-attribute.js';

/** What has to be known of a whole document before its elements are read. */
export interface Uml2Document {
  readonly ea: EaExtension | undefined;
  /** Whether an xmi:id stands for something that a package or class owns and that is no class. */
  readonly isOther: (id: string | undefined) => boolean;
  /** Properties by xmi:id, for the ends of associations. */
  readonly properties: ReadonlyMap<string, Property>;
  /** Properties that are ends of associations. */
  readonly memberEnds: ReadonlySet<string>;
  /** Stereotypes that are applied at the end of the document, and their values. */
  readonly applied: ReadonlyMap<string, Applied>;
}

/** A property and the class or association that owns it. */
export interface Property {
  readonly element: XmlElement;
  readonly owner: XmlElement;
}

interface Applied {
  readonly stereotypes: string[];
  readonly tags: TaggedValue[];
}

/** Metaclasses of UML 2 that stand for classes of the model. */
export const CLASSES = ['Class', 'AssociationClass', 'Interface', 'DataType', 'PrimitiveType', 'Enumeration'];

/** Properties by which packages and classes own others; `ownedMember` is that of UML 2.0. */
export const OWNING: ReadonlySet<string> = new Set([
  'packagedElement',
  'ownedMember',
  'nestedPackage',
  'nestedClassifier',
  'ownedType',
]);

/** Goes over a document once. */
export function surveyUml2(root: XmlElement): Uml2Document {
  const others = new Set<string>();
  const properties = new Map<string, Property>();
  const memberEnds = new Set<string>();
  const applied = new Map<string, Applied>();
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string' || child.name.localName === 'Extension') continue;
      const { localName } = child.name;
      const id = xmiAttribute(child, 'id');
      if (id !== undefined && OWNING.has(localName) && !CLASSES.includes(metaclassOf(child))) others.add(id);
      if (id !== undefined && (localName === 'ownedAttribute' || localName === 'ownedEnd')) {
        properties.set(id, { element: child, owner: element });
      }
      if (metaclassOf(child).startsWith('Association')) for (const end of endsOf(child)) memberEnds.add(end);
      visit(child);
    }
  };
  visit(root);
  // Stereotypes are applied by elements beside the model, in the namespace of their profile.
  for (const child of childElements(root)) applyStereotype(applied, child);
  return {
    ea: readEaExtension(root),
    isOther: (id) => id !== undefined && others.has(id),
    properties,
    memberEnds,
    applied,
  };
}

/** The xmi:ids of the ends of an association, as an attribute or as elements, in order. */
export function endsOf(association: XmlElement): readonly string[] {
  const written = attributeValue(association, 'memberEnd')?.trim();
  if (written !== undefined && written !== '') return written.split(/\s+/u);
  return childElements(association)
    .filter(({ name }) => name.localName === 'memberEnd')
    .map((end) => xmiAttribute(end, 'idref') ?? '');
}

/** The pseudo profile in which Enterprise Architect exports tagged values that belong to no stereotype. */
const MERE_TAGS = 'thecustomprofile';

function applyStereotype(applied: Map<string, Applied>, element: XmlElement): void {
  const base = element.attributes.find(({ name }) => name.localName.startsWith('base_'))?.value;
  if (base === undefined) return;
  const known = applied.get(base) ?? { stereotypes: [], tags: [] };
  applied.set(base, known);
  if (element.prefix !== MERE_TAGS) known.stereotypes.push(element.name.localName);
  for (const { name, value } of element.attributes) {
    if (name.namespace === '' && !name.localName.startsWith('base_'))
      known.tags.push({ name: name.localName, value });
  }
  for (const child of childElements(element)) {
    known.tags.push({ name: child.name.localName, value: textContent(child) });
  }
}

/** What a document says about an element apart from the element: Enterprise Architect's word counts alone. */
export function annotationsOf(
  { ea, applied }: Uml2Document,
  id: string,
): Pick<EaAddition, 'notes' | 'stereotypes' | 'tags'> {
  const addition = ea?.additions.get(id);
  return addition ?? { notes: undefined, ...(applied.get(id) ?? { stereotypes: [], tags: [] }) };
}
