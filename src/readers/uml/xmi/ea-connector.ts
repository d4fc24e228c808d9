import type { Aggregation } from '../../../model/information/index.js';
import { childElements, type XmlElement } from '../../xml/xml-element.js';
import { eaNavigability } from '../ea-navigability.js';
import type { RawAssociationEnd } from '../raw-model.js';
import { part, readAddition } from './ea-extension.js';
import { xmiAttribute } from './xmi-attribute.js';

/**
 * An end of a connector as Enterprise Architect keeps it: its own account in the extension is whole, that of UML 2 lacks
 * directions and what the tool knows of ends.
 */
export function readEaEnd(connector: XmlElement, side: 'source' | 'target'): RawAssociationEnd | undefined {
  const end = childElements(connector).find(({ name }) => name.localName === side);
  if (end === undefined) return undefined;
  const { notes, stereotypes, tags } = readAddition(end);
  return {
    name: part(end, 'role', 'name') ?? '',
    notes,
    stereotypes,
    tags,
    class: { id: xmiAttribute(end, 'idref'), name: part(end, 'model', 'name') },
    multiplicity: part(end, 'type', 'multiplicity'),
    aggregation: aggregationOf(part(end, 'type', 'aggregation')),
    navigable: eaNavigability(side, part(end, 'style', 'value'), part(connector, 'properties', 'direction')),
    origin: { span: end.span },
  };
}

const aggregationOf = (text: string | undefined): Aggregation =>
  text === 'composite' || text === 'shared' ? text : 'none';
