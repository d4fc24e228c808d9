import type { ExpandedName } from '../../foundation/expanded-name.js';

/** What the model says about a component in words and in foreign attributes. */
export interface Annotation {
  /** Text of each `xs:documentation`, white space trimmed at the ends, paragraphs kept. */
  readonly documentation: readonly {
    readonly text: string;
    readonly lang?: string;
    readonly source?: string;
  }[];
  /** Each `xs:appinfo`, as XML text. */
  readonly appinfo: readonly { readonly xml: string; readonly source?: string }[];
  /** Attributes of other namespaces, such as `sawsdl:modelReference`. */
  readonly foreignAttributes: readonly { readonly name: ExpandedName; readonly value: string }[];
}

export const NO_ANNOTATION: Annotation = { documentation: [], appinfo: [], foreignAttributes: [] };
