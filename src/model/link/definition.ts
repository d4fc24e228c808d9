import { expandedName } from '../../foundation/expanded-name.js';
import { componentId, type ComponentId, type SymbolSpace } from '../schema/index.js';
import type {
  AttributeFragment,
  AttributeGroupFragment,
  ComplexTypeFragment,
  ElementFragment,
  GlobalFragment,
  GroupFragment,
  NotationFragment,
  SimpleTypeFragment,
} from './fragment/index.js';
import type { LoadedDocument } from './loaded-document.js';

/** A global component that is still a fragment, with the document it stands in. */
export interface Definition<F extends GlobalFragment = GlobalFragment> {
  readonly id: ComponentId;
  readonly fragment: F;
  readonly home: LoadedDocument;
  /** What this redefinition replaced: it alone can refer to it, by its own name. */
  readonly original?: ComponentId;
  /** A redefinition took its place, and its name. */
  readonly isReplaced: boolean;
}

export type TypeFragment = SimpleTypeFragment | ComplexTypeFragment;

/** The global components of all documents, one map a symbol space. What was replaced is here too, by its own id. */
export interface Definitions {
  readonly type: ReadonlyMap<ComponentId, Definition<TypeFragment>>;
  readonly element: ReadonlyMap<ComponentId, Definition<ElementFragment>>;
  readonly attribute: ReadonlyMap<ComponentId, Definition<AttributeFragment>>;
  readonly group: ReadonlyMap<ComponentId, Definition<GroupFragment>>;
  readonly attributeGroup: ReadonlyMap<ComponentId, Definition<AttributeGroupFragment>>;
  readonly notation: ReadonlyMap<ComponentId, Definition<NotationFragment>>;
}

/** The symbol space that a global component is named in. */
export function symbolSpaceOf(fragment: GlobalFragment): Exclude<SymbolSpace, 'key'> {
  switch (fragment.kind) {
    case 'simple-type':
    case 'complex-type':
      return 'type';
    case 'attribute-group':
      return 'attributeGroup';
    default:
      return fragment.kind;
  }
}

/** The id of a global component under the target namespace that its document has in the graph. */
export const definitionId = (home: LoadedDocument, fragment: GlobalFragment): ComponentId =>
  componentId(symbolSpaceOf(fragment), expandedName(home.targetNamespace, fragment.name ?? ''));
