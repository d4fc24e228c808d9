import type { WellKnownSchema } from './well-known-schema.js';

/** SOAP 1.1: envelope, header, body, fault and the attributes of header blocks. */
export const SOAP_ENVELOPE_SCHEMA: WellKnownSchema = {
  namespace: 'http://schemas.xmlsoap.org/soap/envelope/',
  fileName: 'soap-envelope.xsd',
  locations: ['http://schemas.xmlsoap.org/soap/envelope', 'http://schemas.xmlsoap.org/soap/envelope/'],
  text: `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" targetNamespace="http://schemas.xmlsoap.org/soap/envelope/">
  <xs:element name="Envelope" type="e:Envelope"/>
  <xs:complexType name="Envelope">
    <xs:sequence>
      <xs:element ref="e:Header" minOccurs="0"/>
      <xs:element ref="e:Body"/>
      <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:anyAttribute namespace="##other" processContents="lax"/>
  </xs:complexType>
  <xs:element name="Header" type="e:Header"/>
  <xs:complexType name="Header">
    <xs:sequence><xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:anyAttribute namespace="##other" processContents="lax"/>
  </xs:complexType>
  <xs:element name="Body" type="e:Body"/>
  <xs:complexType name="Body">
    <xs:sequence><xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:anyAttribute namespace="##any" processContents="lax"/>
  </xs:complexType>
  <xs:element name="Fault" type="e:Fault"/>
  <xs:complexType name="Fault">
    <xs:sequence>
      <xs:element name="faultcode" type="xs:QName"/>
      <xs:element name="faultstring" type="xs:string"/>
      <xs:element name="faultactor" type="xs:anyURI" minOccurs="0"/>
      <xs:element name="detail" type="e:detail" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="detail">
    <xs:sequence><xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:anyAttribute namespace="##any" processContents="lax"/>
  </xs:complexType>
  <xs:attribute name="mustUnderstand">
    <xs:simpleType><xs:restriction base="xs:boolean"><xs:pattern value="0|1"/></xs:restriction></xs:simpleType>
  </xs:attribute>
  <xs:attribute name="actor" type="xs:anyURI"/>
  <xs:simpleType name="encodingStyle"><xs:list itemType="xs:anyURI"/></xs:simpleType>
  <xs:attribute name="encodingStyle" type="e:encodingStyle"/>
  <xs:attributeGroup name="encodingStyle"><xs:attribute ref="e:encodingStyle"/></xs:attributeGroup>
</xs:schema>
`,
};
