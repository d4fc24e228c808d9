import type { WellKnownSchema } from './well-known-schema.js';

/**
 * The abstract payload of IEC 61968-100 edition 2, for whose element every root of a profile substitutes. No more of
 * the namespace than that: the message itself comes with its own schema.
 */
export const ABSTRACT_PAYLOAD_SCHEMA: WellKnownSchema = {
  namespace: 'http://iec.ch/TC57/2021/schema/message',
  fileName: 'AbstractPayloadType.xsd',
  locations: [],
  text: `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:part100="http://iec.ch/TC57/2021/schema/message" targetNamespace="http://iec.ch/TC57/2021/schema/message" elementFormDefault="qualified">
  <xs:complexType name="AbstractPayloadType" abstract="true"/>
  <xs:element name="AbstractPayload" type="part100:AbstractPayloadType" abstract="true"/>
</xs:schema>
`,
};
