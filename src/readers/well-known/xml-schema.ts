import type { WellKnownSchema } from './well-known-schema.js';

const FACETS =
  'minExclusive minInclusive maxExclusive maxInclusive totalDigits fractionDigits length minLength maxLength enumeration whiteSpace pattern'.split(
    ' ',
  );

const facetElement = (name: string): string => `  <xs:element name="${name}" type="xs:facet"/>`;

/**
 * The elements of XML Schema, so that a model can carry a schema (`ref="xs:schema"`). The grammar is a little wider than the
 * recommendation's: one type serves global and local declarations. The built-in types are not repeated: readers know them.
 */
export const XML_SCHEMA_SCHEMA: WellKnownSchema = {
  namespace: 'http://www.w3.org/2001/XMLSchema',
  fileName: 'xml-schema.xsd',
  locations: ['http://www.w3.org/2001/XMLSchema', 'http://www.w3.org/2001/XMLSchema.xsd'],
  text: `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:simpleType name="formChoice">
    <xs:restriction base="xs:NMTOKEN"><xs:enumeration value="qualified"/><xs:enumeration value="unqualified"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="derivationSet"><xs:restriction base="xs:token"/></xs:simpleType>
  <xs:simpleType name="allNNI">
    <xs:union memberTypes="xs:nonNegativeInteger">
      <xs:simpleType><xs:restriction base="xs:NMTOKEN"><xs:enumeration value="unbounded"/></xs:restriction></xs:simpleType>
    </xs:union>
  </xs:simpleType>
  <xs:simpleType name="namespaceList"><xs:list itemType="xs:token"/></xs:simpleType>
  <xs:simpleType name="typeList"><xs:list itemType="xs:QName"/></xs:simpleType>
  <xs:attributeGroup name="occurs">
    <xs:attribute name="minOccurs" type="xs:nonNegativeInteger"/>
    <xs:attribute name="maxOccurs" type="xs:allNNI"/>
  </xs:attributeGroup>
  <xs:attributeGroup name="defRef">
    <xs:attribute name="name" type="xs:NCName"/>
    <xs:attribute name="ref" type="xs:QName"/>
  </xs:attributeGroup>

  <xs:complexType name="openAttrs">
    <xs:anyAttribute namespace="##other" processContents="lax"/>
  </xs:complexType>
  <xs:complexType name="annotated">
    <xs:complexContent>
      <xs:extension base="xs:openAttrs">
        <xs:sequence><xs:element ref="xs:annotation" minOccurs="0"/></xs:sequence>
        <xs:attribute name="id" type="xs:ID"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>

  <xs:element name="schema">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:openAttrs">
          <xs:sequence>
            <xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element ref="xs:include"/><xs:element ref="xs:import"/>
              <xs:element ref="xs:redefine"/><xs:element ref="xs:annotation"/>
            </xs:choice>
            <xs:sequence minOccurs="0" maxOccurs="unbounded">
              <xs:group ref="xs:schemaTop"/>
              <xs:element ref="xs:annotation" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:sequence>
          <xs:attribute name="targetNamespace" type="xs:anyURI"/>
          <xs:attribute name="version" type="xs:token"/>
          <xs:attribute name="finalDefault" type="xs:derivationSet"/>
          <xs:attribute name="blockDefault" type="xs:derivationSet"/>
          <xs:attribute name="attributeFormDefault" type="xs:formChoice"/>
          <xs:attribute name="elementFormDefault" type="xs:formChoice"/>
          <xs:attribute name="id" type="xs:ID"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:group name="redefinable">
    <xs:choice>
      <xs:element ref="xs:simpleType"/><xs:element ref="xs:complexType"/>
      <xs:element ref="xs:group"/><xs:element ref="xs:attributeGroup"/>
    </xs:choice>
  </xs:group>
  <xs:group name="schemaTop">
    <xs:choice>
      <xs:group ref="xs:redefinable"/>
      <xs:element ref="xs:element"/><xs:element ref="xs:attribute"/><xs:element ref="xs:notation"/>
    </xs:choice>
  </xs:group>

  <xs:element name="annotation">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:openAttrs">
          <xs:choice minOccurs="0" maxOccurs="unbounded">
            <xs:element ref="xs:appinfo"/><xs:element ref="xs:documentation"/>
          </xs:choice>
          <xs:attribute name="id" type="xs:ID"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="remark" mixed="true">
    <xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="source" type="xs:anyURI"/>
    <xs:anyAttribute namespace="##other" processContents="lax"/>
  </xs:complexType>
  <xs:element name="appinfo" type="xs:remark"/>
  <xs:element name="documentation" type="xs:remark"/>

  <xs:element name="include">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated"><xs:attribute name="schemaLocation" type="xs:anyURI" use="required"/></xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:element name="import">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:attribute name="namespace" type="xs:anyURI"/>
          <xs:attribute name="schemaLocation" type="xs:anyURI"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:element name="redefine">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:openAttrs">
          <xs:choice minOccurs="0" maxOccurs="unbounded">
            <xs:element ref="xs:annotation"/>
            <xs:group ref="xs:redefinable"/>
          </xs:choice>
          <xs:attribute name="schemaLocation" type="xs:anyURI" use="required"/>
          <xs:attribute name="id" type="xs:ID"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>

  <xs:element name="element">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:sequence>
            <xs:choice minOccurs="0"><xs:element ref="xs:simpleType"/><xs:element ref="xs:complexType"/></xs:choice>
            <xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element ref="xs:unique"/><xs:element ref="xs:key"/><xs:element ref="xs:keyref"/>
            </xs:choice>
          </xs:sequence>
          <xs:attributeGroup ref="xs:defRef"/>
          <xs:attributeGroup ref="xs:occurs"/>
          <xs:attribute name="type" type="xs:QName"/>
          <xs:attribute name="substitutionGroup" type="xs:QName"/>
          <xs:attribute name="default" type="xs:string"/>
          <xs:attribute name="fixed" type="xs:string"/>
          <xs:attribute name="nillable" type="xs:boolean"/>
          <xs:attribute name="abstract" type="xs:boolean"/>
          <xs:attribute name="final" type="xs:derivationSet"/>
          <xs:attribute name="block" type="xs:derivationSet"/>
          <xs:attribute name="form" type="xs:formChoice"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:element name="attribute">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:sequence><xs:element ref="xs:simpleType" minOccurs="0"/></xs:sequence>
          <xs:attributeGroup ref="xs:defRef"/>
          <xs:attribute name="type" type="xs:QName"/>
          <xs:attribute name="use">
            <xs:simpleType>
              <xs:restriction base="xs:NMTOKEN">
                <xs:enumeration value="prohibited"/><xs:enumeration value="optional"/><xs:enumeration value="required"/>
              </xs:restriction>
            </xs:simpleType>
          </xs:attribute>
          <xs:attribute name="default" type="xs:string"/>
          <xs:attribute name="fixed" type="xs:string"/>
          <xs:attribute name="form" type="xs:formChoice"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:element name="notation">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:attribute name="name" type="xs:NCName" use="required"/>
          <xs:attribute name="public" type="xs:token"/>
          <xs:attribute name="system" type="xs:anyURI"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>

  <xs:group name="attrDecls">
    <xs:sequence>
      <xs:choice minOccurs="0" maxOccurs="unbounded">
        <xs:element ref="xs:attribute"/><xs:element ref="xs:attributeGroup"/>
      </xs:choice>
      <xs:element ref="xs:anyAttribute" minOccurs="0"/>
    </xs:sequence>
  </xs:group>
  <xs:group name="typeDefParticle">
    <xs:choice>
      <xs:element ref="xs:group"/><xs:element ref="xs:all"/><xs:element ref="xs:choice"/><xs:element ref="xs:sequence"/>
    </xs:choice>
  </xs:group>
  <xs:element name="complexType">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:choice>
            <xs:element ref="xs:simpleContent"/>
            <xs:element ref="xs:complexContent"/>
            <xs:sequence>
              <xs:group ref="xs:typeDefParticle" minOccurs="0"/>
              <xs:group ref="xs:attrDecls"/>
            </xs:sequence>
          </xs:choice>
          <xs:attribute name="name" type="xs:NCName"/>
          <xs:attribute name="mixed" type="xs:boolean"/>
          <xs:attribute name="abstract" type="xs:boolean"/>
          <xs:attribute name="final" type="xs:derivationSet"/>
          <xs:attribute name="block" type="xs:derivationSet"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="derivedContent">
    <xs:complexContent>
      <xs:extension base="xs:annotated">
        <xs:choice><xs:element ref="xs:restriction"/><xs:element ref="xs:extension"/></xs:choice>
        <xs:attribute name="mixed" type="xs:boolean"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:element name="simpleContent" type="xs:derivedContent"/>
  <xs:element name="complexContent" type="xs:derivedContent"/>
  <xs:element name="restriction">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:sequence>
            <xs:choice>
              <xs:group ref="xs:typeDefParticle"/>
              <xs:sequence>
                <xs:element ref="xs:simpleType" minOccurs="0"/>
                <xs:group ref="xs:facets" minOccurs="0" maxOccurs="unbounded"/>
              </xs:sequence>
            </xs:choice>
            <xs:group ref="xs:attrDecls"/>
          </xs:sequence>
          <xs:attribute name="base" type="xs:QName"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:element name="extension">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:sequence>
            <xs:group ref="xs:typeDefParticle" minOccurs="0"/>
            <xs:group ref="xs:attrDecls"/>
          </xs:sequence>
          <xs:attribute name="base" type="xs:QName" use="required"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>

  <xs:complexType name="particles">
    <xs:complexContent>
      <xs:extension base="xs:annotated">
        <xs:choice minOccurs="0" maxOccurs="unbounded">
          <xs:element ref="xs:element"/><xs:element ref="xs:group"/><xs:element ref="xs:all"/>
          <xs:element ref="xs:choice"/><xs:element ref="xs:sequence"/><xs:element ref="xs:any"/>
        </xs:choice>
        <xs:attributeGroup ref="xs:occurs"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:element name="all" type="xs:particles"/>
  <xs:element name="choice" type="xs:particles"/>
  <xs:element name="sequence" type="xs:particles"/>
  <xs:element name="group">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:choice minOccurs="0">
            <xs:element ref="xs:all"/><xs:element ref="xs:choice"/><xs:element ref="xs:sequence"/>
          </xs:choice>
          <xs:attributeGroup ref="xs:defRef"/>
          <xs:attributeGroup ref="xs:occurs"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:element name="attributeGroup">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:sequence><xs:group ref="xs:attrDecls"/></xs:sequence>
          <xs:attributeGroup ref="xs:defRef"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="wildcard">
    <xs:complexContent>
      <xs:extension base="xs:annotated">
        <xs:attribute name="namespace" type="xs:namespaceList"/>
        <xs:attribute name="processContents">
          <xs:simpleType>
            <xs:restriction base="xs:NMTOKEN">
              <xs:enumeration value="skip"/><xs:enumeration value="lax"/><xs:enumeration value="strict"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:attribute>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:element name="anyAttribute" type="xs:wildcard"/>
  <xs:element name="any">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:wildcard"><xs:attributeGroup ref="xs:occurs"/></xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>

  <xs:element name="simpleType">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:choice><xs:element ref="xs:restriction"/><xs:element ref="xs:list"/><xs:element ref="xs:union"/></xs:choice>
          <xs:attribute name="name" type="xs:NCName"/>
          <xs:attribute name="final" type="xs:derivationSet"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:element name="list">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:sequence><xs:element ref="xs:simpleType" minOccurs="0"/></xs:sequence>
          <xs:attribute name="itemType" type="xs:QName"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:element name="union">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:annotated">
          <xs:sequence><xs:element ref="xs:simpleType" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
          <xs:attribute name="memberTypes" type="xs:typeList"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="facet">
    <xs:complexContent>
      <xs:extension base="xs:annotated">
        <xs:attribute name="value" type="xs:anySimpleType" use="required"/>
        <xs:attribute name="fixed" type="xs:boolean"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:group name="facets">
    <xs:choice>
      ${FACETS.map((name) => `<xs:element ref="xs:${name}"/>`).join('\n      ')}
    </xs:choice>
  </xs:group>
${FACETS.map(facetElement).join('\n')}

  <xs:complexType name="keybase">
    <xs:complexContent>
      <xs:extension base="xs:annotated">
        <xs:sequence>
          <xs:element ref="xs:selector"/>
          <xs:element ref="xs:field" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="name" type="xs:NCName" use="required"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:element name="unique" type="xs:keybase"/>
  <xs:element name="key" type="xs:keybase"/>
  <xs:element name="keyref">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="xs:keybase"><xs:attribute name="refer" type="xs:QName" use="required"/></xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="path">
    <xs:complexContent>
      <xs:extension base="xs:annotated"><xs:attribute name="xpath" type="xs:string" use="required"/></xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:element name="selector" type="xs:path"/>
  <xs:element name="field" type="xs:path"/>
</xs:schema>
`,
};
