import type { Span } from '../../../foundation/span.js';
import type {
  Annotation,
  AttributeDeclaration,
  AttributeUse,
  ComplexType,
  ComponentId,
  ElementDeclaration,
  IdentityConstraint,
  SimpleType,
  TypeDefinition,
  Wildcard,
} from '../../../model/schema/index.js';
import type { GlobalComponent } from '../match/match-schemas.js';
import type { DeclaredNamespace } from '../match/match-namespaces.js';
import type { Member } from '../match/members.js';

/** What two models say about the same thing; one side is absent where only the other model has it. */
export interface Sides<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** Where a fact belongs: what people call it, and the type or element that it is part of. */
export interface Topic {
  /** In the words of the model: `MeterReading.valuesInterval`, `type Reading`. */
  readonly subject: string;
  /** The component that reports group it under: `MeterReading`. */
  readonly group: string;
  /** The innermost type, element or group around it, on both sides: what a proof about messages speaks of. */
  readonly owner: Sides<ComponentId>;
  /** What the owner is part of, where that is an element or attribute. */
  readonly outer?: Sides<ComponentId>;
}

/** One thing to be judged by the rules. Each kind has rules of its own. */
export type Fact =
  | (Topic & Sides<DeclaredNamespace> & { readonly kind: 'namespace'; readonly moved: boolean })
  | (Topic & Sides<GlobalComponent> & { readonly kind: 'component'; readonly space: ComponentSpace })
  | (Topic & Sides<ElementDeclaration> & { readonly kind: 'element' })
  | (Topic & Sides<Member> & { readonly kind: 'member'; readonly place: MemberPlace })
  | (Topic & Sides<AttributeUse> & { readonly kind: 'attribute' } & DeclarationSides<AttributeDeclaration>)
  | (Topic & Sides<Wildcard> & { readonly kind: 'wildcard'; readonly of: 'elements' | 'attributes' })
  | (Topic & Sides<ComplexType> & { readonly kind: 'complex-type' })
  | (Topic & Sides<SimpleType> & { readonly kind: 'simple-type' })
  | (Topic &
      Sides<TypeDefinition> & {
        readonly kind: 'type-use';
        readonly of: 'element' | 'attribute' | 'content' | 'item';
      })
  | (Topic & Sides<string> & { readonly kind: 'content-model' } & SpanSides)
  | (Topic & Sides<string> & { readonly kind: 'members-of-union' } & SpanSides)
  | (Topic & Sides<IdentityConstraint> & { readonly kind: 'identity-constraint' })
  | (Topic & Sides<Annotation> & { readonly kind: 'annotation' } & SpanSides);

export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

/** The symbol spaces whose components have names that others refer to. */
export type ComponentSpace = 'type' | 'element' | 'attribute' | 'group' | 'attributeGroup';

/** Where a child stands among its siblings. */
export interface MemberPlace {
  /** It was moved among those that both models have. */
  readonly reordered: boolean;
  /** The groups around the members of the content model changed, which is said of the content model. */
  readonly regrouped: boolean;
  /** The sibling before it, in words: `after end`, `first`. */
  readonly before: string;
  readonly after: string;
}

/** The declarations that attribute uses point at. */
export interface DeclarationSides<T> {
  readonly declarations: Sides<T>;
}

/** For facts whose sides are texts. */
export interface SpanSides {
  readonly spans: Sides<Span>;
}
