declare const brand: unique symbol;

/**
 * Identifies an element of an information model by its place: `package:/TC57CIM/Core`, `class:/TC57CIM/Core/Terminal`,
 * and an association by the property that its source class gets, `association:/TC57CIM/Core/Terminal#ConductingEquipment`;
 * a second one of the same name in the same place gets `[2]`. Stable across runs, machines and changes elsewhere; what
 * survives renames is the `guid`.
 */
export type ElementId = string & { readonly [brand]: 'ElementId' };

/** The kind of element that an id stands for; the word before the colon. */
export type ElementKind = 'package' | 'class' | 'association';

export const elementId = (kind: ElementKind, path: readonly string[], ordinal = 1): ElementId =>
  `${kind}:/${path.join('/')}${ordinal > 1 ? `[${ordinal}]` : ''}` as ElementId;
