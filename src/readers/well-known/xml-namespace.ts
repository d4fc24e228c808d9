import type { WellKnownSchema } from './well-known-schema.js';

/** `xml:lang`, `xml:space`, `xml:base`, `xml:id` and their attribute group. */
export const XML_NAMESPACE_SCHEMA: WellKnownSchema = {
  namespace: 'http://www.w3.org/XML/1998/namespace',
  fileName: 'xml.xsd',
  locations: [
    'http://www.w3.org/XML/1998/namespace',
    'http://www.w3.org/XML/1998/namespace.xsd',
    'http://www.w3.org/2001/xml.xsd',
    'http://www.w3.org/2001/03/xml.xsd',
    'http://www.w3.org/2004/10/xml.xsd',
    'http://www.w3.org/2005/08/xml.xsd',
    'http://www.w3.org/2007/08/xml.xsd',
    'http://www.w3.org/2009/01/xml.xsd',
  ],
  text: `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace" xml:lang="en">
  <xs:attribute name="lang">
    <xs:annotation><xs:documentation>The language of the content. Empty: it is not stated.</xs:documentation></xs:annotation>
    <xs:simpleType>
      <xs:union memberTypes="xs:language">
        <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
      </xs:union>
    </xs:simpleType>
  </xs:attribute>
  <xs:attribute name="space">
    <xs:annotation><xs:documentation>Whether white space in the content matters.</xs:documentation></xs:annotation>
    <xs:simpleType>
      <xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction>
    </xs:simpleType>
  </xs:attribute>
  <xs:attribute name="base" type="xs:anyURI">
    <xs:annotation><xs:documentation>What relative references in the content are relative to.</xs:documentation></xs:annotation>
  </xs:attribute>
  <xs:attribute name="id" type="xs:ID">
    <xs:annotation><xs:documentation>A name for the element, unique in the document.</xs:documentation></xs:annotation>
  </xs:attribute>
  <xs:attributeGroup name="specialAttrs">
    <xs:attribute ref="xml:base"/>
    <xs:attribute ref="xml:lang"/>
    <xs:attribute ref="xml:space"/>
    <xs:attribute ref="xml:id"/>
  </xs:attributeGroup>
</xs:schema>
`,
};
