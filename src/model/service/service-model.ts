import type { Annotation } from '../schema/annotation.js';
import type { Binding } from './binding.js';
import type { Message } from './message.js';
import type { PortType } from './port-type.js';
import type { Service } from './service.js';
import type { ServiceComponentId } from './service-component-id.js';

/** One service description that went into the model. */
export interface ServiceDocumentNote {
  /** `SourceText.uri`. */
  readonly source: string;
  readonly label: string;
  readonly targetNamespace: string;
  readonly annotation: Annotation;
}

/**
 * All services and what they use, by id, linked: every reference was looked at, and those that lead nowhere have a
 * diagnostic. Immutable and serialisable; each map is ordered by id, so the order of reading does not show.
 */
export interface ServiceModel {
  readonly services: ReadonlyMap<ServiceComponentId, Service>;
  readonly bindings: ReadonlyMap<ServiceComponentId, Binding>;
  readonly portTypes: ReadonlyMap<ServiceComponentId, PortType>;
  readonly messages: ReadonlyMap<ServiceComponentId, Message>;
  /** By source. */
  readonly documents: readonly ServiceDocumentNote[];
}
