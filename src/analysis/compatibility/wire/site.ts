import { clark, type ExpandedName } from '../../../foundation/expanded-name.js';
import type { ComponentId } from '../../../model/schema/index.js';
import type { WitnessElement } from './witness.js';

/** A place in messages of the accepting model where an element stands: how a message is built around it. */
export interface ElementSite {
  readonly path: string;
  readonly name: ExpandedName;
  readonly declaration: ComponentId | undefined;
  readonly xsiType?: ComponentId;
  readonly embed: (element: WitnessElement) => WitnessElement;
}

/** A place where a value stands. */
export interface ValueSite {
  readonly path: string;
  readonly witness: (literal: string) => WitnessElement;
}

/** The message that has an element of this kind at the site. */
export const witnessAt = (site: ElementSite, element: Partial<WitnessElement>): WitnessElement =>
  site.embed(elementAt(site, element));

/** The element alone. */
export const elementAt = (
  { name, declaration, xsiType }: Pick<ElementSite, 'name' | 'declaration' | 'xsiType'>,
  element: Partial<WitnessElement> = {},
): WitnessElement => ({
  name,
  declaration,
  ...(xsiType === undefined ? {} : { xsiType }),
  content: { kind: 'least' },
  ...element,
});

/** The site of a message's first element. */
export const rootSite = (name: ExpandedName, declaration: ComponentId): ElementSite => ({
  path: `/${name.localName}`,
  name,
  declaration,
  embed: (element) => element,
});

/** A name that no model is likely to declare. */
export const UNKNOWN_NAMESPACE = 'urn:example:unknown';

/** Where a name is shown to people: without namespace, unless that is all that differs. */
export const shown = (name: ExpandedName, other?: ExpandedName): string =>
  other?.localName === name.localName ? clark(name) : name.localName;
