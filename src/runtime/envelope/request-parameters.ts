import type { EmbeddedElement } from './embedded-element.js';
import type { Beyond } from './envelope.js';
import type { ObjectId } from './object-id.js';

/** Parameters of a request, above all of a query. */
export interface RequestParameters {
  /** Literals of xs:dateTime. */
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly options?: readonly RequestOption[] | undefined;
  readonly ids?: readonly ObjectId[] | undefined;
  /** Elements of other namespaces: the query profile `Get<Noun>` is one of them. */
  readonly parameters?: readonly EmbeddedElement[] | undefined;
  readonly beyond?: Beyond | undefined;
}

/** An option of a request; without a value it is a switch. */
export interface RequestOption {
  readonly name: string;
  readonly value?: string | undefined;
}
