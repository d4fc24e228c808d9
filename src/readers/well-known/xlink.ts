import type { WellKnownSchema } from './well-known-schema.js';

/** One attribute group for each kind of XLink element, under the two names that are in use: `simpleAttrs`, `simpleLink`. */
const group = (kind: string, attributes: string): string =>
  ['Attrs', 'Link']
    .map((suffix) => {
      const uses = attributes
        .split(' ')
        .filter((name) => name !== '')
        .map((name) => `<xs:attribute ref="xlink:${name}"/>`);
      return `  <xs:attributeGroup name="${kind}${suffix}">
    <xs:attribute ref="xlink:type" fixed="${kind}"/>
    ${uses.join('\n    ')}
  </xs:attributeGroup>`;
    })
    .join('\n');

/** The attributes of XLink 1.1 and the attribute groups that use them. */
export const XLINK_SCHEMA: WellKnownSchema = {
  namespace: 'http://www.w3.org/1999/xlink',
  fileName: 'xlink.xsd',
  locations: [
    'http://www.w3.org/1999/xlink',
    'http://www.w3.org/1999/xlink.xsd',
    'http://www.w3.org/XML/2008/06/xlink.xsd',
  ],
  text: `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xlink="http://www.w3.org/1999/xlink" targetNamespace="http://www.w3.org/1999/xlink">
  <xs:simpleType name="typeType">
    <xs:restriction base="xs:token">
      <xs:enumeration value="simple"/><xs:enumeration value="extended"/><xs:enumeration value="title"/>
      <xs:enumeration value="resource"/><xs:enumeration value="locator"/><xs:enumeration value="arc"/>
      <xs:enumeration value="none"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="hrefType"><xs:restriction base="xs:anyURI"/></xs:simpleType>
  <xs:simpleType name="roleType"><xs:restriction base="xs:anyURI"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="arcroleType"><xs:restriction base="xs:anyURI"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="titleAttrType"><xs:restriction base="xs:string"/></xs:simpleType>
  <xs:simpleType name="showType">
    <xs:restriction base="xs:token">
      <xs:enumeration value="new"/><xs:enumeration value="replace"/><xs:enumeration value="embed"/>
      <xs:enumeration value="other"/><xs:enumeration value="none"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="actuateType">
    <xs:restriction base="xs:token">
      <xs:enumeration value="onLoad"/><xs:enumeration value="onRequest"/><xs:enumeration value="other"/>
      <xs:enumeration value="none"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="labelType"><xs:restriction base="xs:NCName"/></xs:simpleType>
  <xs:simpleType name="fromType"><xs:restriction base="xs:NCName"/></xs:simpleType>
  <xs:simpleType name="toType"><xs:restriction base="xs:NCName"/></xs:simpleType>
  <xs:attribute name="type" type="xlink:typeType"/>
  <xs:attribute name="href" type="xlink:hrefType"/>
  <xs:attribute name="role" type="xlink:roleType"/>
  <xs:attribute name="arcrole" type="xlink:arcroleType"/>
  <xs:attribute name="title" type="xlink:titleAttrType"/>
  <xs:attribute name="show" type="xlink:showType"/>
  <xs:attribute name="actuate" type="xlink:actuateType"/>
  <xs:attribute name="label" type="xlink:labelType"/>
  <xs:attribute name="from" type="xlink:fromType"/>
  <xs:attribute name="to" type="xlink:toType"/>
${group('simple', 'href role arcrole title show actuate')}
${group('extended', 'role title')}
${group('title', '')}
${group('resource', 'role title label')}
${group('locator', 'href role title label')}
${group('arc', 'arcrole title show actuate from to')}
  <xs:attributeGroup name="emptyLink">
    <xs:attribute ref="xlink:type" fixed="none"/>
  </xs:attributeGroup>
</xs:schema>
`,
};
