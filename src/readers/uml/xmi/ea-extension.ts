import type { TaggedValue } from '../../../model/information/index.js';
import { attributeValue, childElements, textContent, type XmlElement } from '../../xml/xml-element.js';
import { allStereotypes, splitTagNotes } from './ea-xref.js';
import type { ToolOrder } from './tool-order.js';
import { xmiAttribute } from './xmi-attribute.js';

/** What Enterprise Architect adds to an element of UML 2 in the extension at the end of the document. */
export interface EaAddition {
  readonly notes: string | undefined;
  readonly stereotypes: readonly string[];
  readonly tags: readonly TaggedValue[];
  /** The entry itself, for what only some kinds of elements have. */
  readonly entry: XmlElement;
}

/** The additions by the xmi:id of what they belong to. */
export interface EaExtension {
  readonly additions: ReadonlyMap<string, EaAddition>;
  /** Packages that are the root of a project, and no packages of the model. */
  readonly roots: ReadonlySet<string>;
  /** Names of types that are no classes of the model. */
  readonly typeNames: ReadonlyMap<string, string>;
  readonly order: ToolOrder;
}

const ADDED_TO = new Set(['element', 'attribute', 'connector']);

/** Reads the extension of Enterprise Architect; undefined where the document has none. */
export function readEaExtension(root: XmlElement): EaExtension | undefined {
  const extension = childElements(root).find(
    (child) =>
      child.name.localName === 'Extension' && attributeValue(child, 'extender') === 'Enterprise Architect',
  );
  if (extension === undefined) return undefined;
  const additions = new Map<string, EaAddition>();
  const roots = new Set<string>();
  const typeNames = new Map<string, string>();
  const positions = new Map<string, string>();
  const numbers = new Map<string, string>();
  const visit = (element: XmlElement): void => {
    const { localName } = element.name;
    const id = ADDED_TO.has(localName) ? xmiAttribute(element, 'idref') : undefined;
    if (id !== undefined) {
      additions.set(id, readAddition(element));
      positions.set(id, part(element, 'model', 'tpos') ?? '');
      if (localName === 'connector') numbers.set(id, part(element, 'model', 'ea_localid') ?? '');
      const flags = part(element, 'flags', 'packageFlags') ?? '';
      if (/(?:^|;)isModel=1/iu.test(flags)) roots.add(id);
    }
    if (localName === 'packagedElement') {
      typeNames.set(xmiAttribute(element, 'id') ?? '', attributeValue(element, 'name') ?? '');
    }
    if (localName !== 'diagrams' && localName !== 'profiles') childElements(element).forEach(visit);
  };
  visit(extension);
  return { additions, roots, typeNames, order: { positions, numbers } };
}

/** Notes, stereotypes and tags of an entry: of an element, an attribute, a connector or one of its ends. */
export function readAddition(entry: XmlElement): EaAddition {
  const shown =
    part(entry, 'properties', 'stereotype') ??
    part(entry, 'stereotype', 'stereotype') ??
    part(entry, 'role', 'stereotype') ??
    '';
  return {
    notes: part(entry, 'properties', 'documentation') ?? part(entry, 'documentation', 'value'),
    stereotypes: allStereotypes([shown], part(entry, 'xrefs', 'value')),
    tags: childElements(entry)
      .filter(({ name }) => name.localName === 'tags')
      .flatMap(childElements)
      .map(readTag),
    entry,
  };
}

function readTag(tag: XmlElement): TaggedValue {
  const { value, notes } = splitTagNotes(attributeValue(tag, 'value') ?? textContent(tag));
  const written = attributeValue(tag, 'notes') ?? notes;
  const name = attributeValue(tag, 'name') ?? '';
  return written === undefined || written === '' ? { name, value } : { name, value, notes: written };
}

/** An attribute of the child element of a name. */
export function part(entry: XmlElement | undefined, child: string, attribute: string): string | undefined {
  const found = entry && childElements(entry).find(({ name }) => name.localName === child);
  return found && attributeValue(found, attribute);
}
