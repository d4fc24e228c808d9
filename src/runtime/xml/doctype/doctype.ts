import type { Reader } from '../reader.js';

/** An entity that the internal subset declares (4.2). */
export interface Entity {
  readonly name: string;
  /** Its replacement text, as UTF-8; null for an external entity, which is never read. */
  readonly text: Uint8Array | null;
  /** It has a notation: it is not XML, and must not be referred to. */
  readonly unparsed: boolean;
  /** It was declared in a parameter entity: that does not count in a standalone document (WFC: Entity Declared). */
  readonly inParameterEntity: boolean;
  /** Its text is being expanded: a reference to it now is a recursion. */
  open: boolean;
  /** What it stands for in content, once it was worked out. */
  content: Uint8Array | null;
  /** What it stands for in an attribute value, once it was worked out. */
  value: string | null;
}

/** An attribute that an ATTLIST declares (3.3). */
export interface AttributeDefinition {
  readonly name: string;
  /** Any type but CDATA: white space around and between tokens does not count (3.3.3). */
  readonly tokenized: boolean;
  /** The default, normalised; null where there is none. */
  readonly value: string | null;
}

/** What the internal subset says, and what became of it. */
export interface Doctype {
  readonly r: Reader;
  /** `standalone="yes"` in the XML declaration. */
  readonly standalone: boolean;
  readonly entities: Map<string, Entity>;
  readonly parameterEntities: Map<string, Entity>;
  /** By name of the element, then of the attribute. */
  readonly attributes: Map<string, Map<string, AttributeDefinition>>;
  /** There is an external subset. */
  external: boolean;
  /** A parameter entity was referred to. */
  parameterReference: boolean;
  /** A parameter entity was referred to that was not read: what is declared from there on is checked, but not used (5.1). */
  unread: boolean;
  /** References in default values to what was not declared, and where. */
  readonly undeclared: { readonly name: string; readonly at: number }[];
  /** Names of entities that were passed over, with a warning for each. */
  readonly passedOver: Set<string>;
  /** Bytes that entities and defaults have added to the document. */
  added: number;
  /** Entities that are open, one inside the other. */
  depth: number;
}

/** Whether a reference to what is not declared is an error (WFC: Entity Declared), or may be meant for what was not read. */
export const mustBeDeclared = (doctype: Doctype): boolean =>
  doctype.standalone || (!doctype.external && !doctype.parameterReference);
