import type { WellKnownSchema } from './well-known-schema.js';

/** The built-in types that SOAP encoding wraps, each as a type and an element of the same name. */
const WRAPPED = (
  'anyURI base64Binary boolean byte date dateTime decimal double duration float gDay gMonth gMonthDay gYear gYearMonth ' +
  'hexBinary ID IDREF IDREFS ENTITY ENTITIES NMTOKEN NMTOKENS NOTATION int integer language long Name NCName ' +
  'negativeInteger nonNegativeInteger nonPositiveInteger normalizedString positiveInteger QName short string time token ' +
  'unsignedByte unsignedInt unsignedLong unsignedShort'
).split(' ');

const wrapped = (name: string): string =>
  // NOTATION is of no use as it stands: a type made from it must have an enumeration.
  `  <xs:element name="${name}" type="c:${name}"/>
  <xs:complexType name="${name}">
    <xs:simpleContent>
      <xs:extension base="xs:${name === 'NOTATION' ? 'QName' : name}"><xs:attributeGroup ref="c:commonAttributes"/></xs:extension>
    </xs:simpleContent>
  </xs:complexType>`;

/** SOAP 1.1 encoding: arrays, structures and the wrapped simple types that rpc/encoded services name. */
export const SOAP_ENCODING_SCHEMA: WellKnownSchema = {
  namespace: 'http://schemas.xmlsoap.org/soap/encoding/',
  fileName: 'soap-encoding.xsd',
  locations: ['http://schemas.xmlsoap.org/soap/encoding', 'http://schemas.xmlsoap.org/soap/encoding/'],
  text: `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="http://schemas.xmlsoap.org/soap/encoding/" targetNamespace="http://schemas.xmlsoap.org/soap/encoding/">
  <xs:attribute name="root">
    <xs:simpleType><xs:restriction base="xs:boolean"><xs:pattern value="0|1"/></xs:restriction></xs:simpleType>
  </xs:attribute>
  <xs:simpleType name="arrayCoordinate"><xs:restriction base="xs:string"/></xs:simpleType>
  <xs:attribute name="arrayType" type="xs:string"/>
  <xs:attribute name="offset" type="c:arrayCoordinate"/>
  <xs:attribute name="position" type="c:arrayCoordinate"/>
  <xs:attributeGroup name="commonAttributes">
    <xs:attribute name="id" type="xs:ID"/>
    <xs:attribute name="href" type="xs:anyURI"/>
    <xs:anyAttribute namespace="##other" processContents="lax"/>
  </xs:attributeGroup>
  <xs:attributeGroup name="arrayAttributes">
    <xs:attribute ref="c:arrayType"/>
    <xs:attribute ref="c:offset"/>
  </xs:attributeGroup>
  <xs:attributeGroup name="arrayMemberAttributes">
    <xs:attribute ref="c:position"/>
  </xs:attributeGroup>
  <xs:group name="Array">
    <xs:sequence><xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  </xs:group>
  <xs:element name="Array" type="c:Array"/>
  <xs:complexType name="Array">
    <xs:group ref="c:Array" minOccurs="0"/>
    <xs:attributeGroup ref="c:arrayAttributes"/>
    <xs:attributeGroup ref="c:commonAttributes"/>
  </xs:complexType>
  <xs:group name="Struct">
    <xs:sequence><xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  </xs:group>
  <xs:element name="Struct" type="c:Struct"/>
  <xs:complexType name="Struct">
    <xs:group ref="c:Struct" minOccurs="0"/>
    <xs:attributeGroup ref="c:commonAttributes"/>
  </xs:complexType>
  <xs:simpleType name="base64"><xs:restriction base="xs:base64Binary"/></xs:simpleType>
${WRAPPED.map(wrapped).join('\n')}
</xs:schema>
`,
};
