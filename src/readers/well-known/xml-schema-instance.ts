import type { WellKnownSchema } from './well-known-schema.js';

/**
 * The four attributes `xsi:type`, `xsi:nil`, `xsi:schemaLocation` and `xsi:noNamespaceSchemaLocation`. Only the
 * recommendation itself may declare them (constraint no-xsi), so a reader lets this document pass that rule.
 */
export const XML_SCHEMA_INSTANCE_SCHEMA: WellKnownSchema = {
  namespace: 'http://www.w3.org/2001/XMLSchema-instance',
  fileName: 'xml-schema-instance.xsd',
  locations: ['http://www.w3.org/2001/XMLSchema-instance', 'http://www.w3.org/2001/XMLSchema-instance.xsd'],
  text: `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2001/XMLSchema-instance">
  <xs:attribute name="nil" type="xs:boolean"/>
  <xs:attribute name="type" type="xs:QName"/>
  <xs:attribute name="schemaLocation">
    <xs:simpleType><xs:list itemType="xs:anyURI"/></xs:simpleType>
  </xs:attribute>
  <xs:attribute name="noNamespaceSchemaLocation" type="xs:anyURI"/>
</xs:schema>
`,
};
