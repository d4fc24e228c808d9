import { ABSTRACT_PAYLOAD_SCHEMA } from './abstract-payload.js';
import { SOAP_ENCODING_SCHEMA } from './soap-encoding.js';
import { SOAP_ENVELOPE_SCHEMA } from './soap-envelope.js';
import type { WellKnownSchema } from './well-known-schema.js';
import { XLINK_SCHEMA } from './xlink.js';
import { XML_NAMESPACE_SCHEMA } from './xml-namespace.js';
import { XML_SCHEMA_INSTANCE_SCHEMA } from './xml-schema-instance.js';
import { XML_SCHEMA_SCHEMA } from './xml-schema.js';
import { XML_SIGNATURE_SCHEMA } from './xml-signature.js';

export type { WellKnownSchema } from './well-known-schema.js';

/** Our own minimal declarations. They stand in only where neither a file nor a catalog has something better. */
export const WELL_KNOWN_SCHEMAS: readonly WellKnownSchema[] = [
  XML_NAMESPACE_SCHEMA,
  XLINK_SCHEMA,
  XML_SIGNATURE_SCHEMA,
  XML_SCHEMA_SCHEMA,
  XML_SCHEMA_INSTANCE_SCHEMA,
  SOAP_ENVELOPE_SCHEMA,
  SOAP_ENCODING_SCHEMA,
  ABSTRACT_PAYLOAD_SCHEMA,
];

/** What the URIs of our own declarations start with: no file and no address does. */
export const WELL_KNOWN_SCHEME = 'cimbind:/well-known/';

/** The URI by which a source host loads one of our own declarations. */
export const wellKnownUri = (schema: WellKnownSchema): string => `${WELL_KNOWN_SCHEME}${schema.fileName}`;

/** Our own declarations for a namespace, if there are any. */
export const wellKnownForNamespace = (namespace: string): WellKnownSchema | undefined =>
  WELL_KNOWN_SCHEMAS.find((schema) => schema.namespace === namespace);

/** Our own declarations for one of the addresses under which the namespace's schema is published. */
export function wellKnownForLocation(location: string): WellKnownSchema | undefined {
  const plain = location.startsWith('https:') ? `http:${location.slice('https:'.length)}` : location;
  return WELL_KNOWN_SCHEMAS.find((schema) => schema.locations.includes(plain));
}

/** Our own declarations by the URI that `wellKnownUri` gave. */
export const wellKnownForUri = (uri: string): WellKnownSchema | undefined =>
  WELL_KNOWN_SCHEMAS.find((schema) => wellKnownUri(schema) === uri);
