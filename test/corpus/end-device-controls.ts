import { sketchModel } from '../support/information-model.js';

const PHASES = 'A AB ABC ABCN ABN AC ACN AN B BC BCN BN C CN N X XN XY XYN none s1 s12 s12N s1N s2 s2N'.split(
  ' ',
);

/** As much of a CIM as the profiles of CIMTool's library are about: facts of the model, put down for these tests. */
export const GENERIC_CIM = sketchModel({
  namespace: 'http://iec.ch/TC57/CIM-generic#',
  classes: {
    IdentifiedObject: { attributes: { mRID: 'String', name: 'String' } },
    Name: { attributes: { name: 'String' } },
    NameType: { attributes: { name: 'String', description: 'String' } },
    NameTypeAuthority: { attributes: { name: 'String', description: 'String' } },
    Asset: { of: 'IdentifiedObject' },
    AssetContainer: { of: 'Asset' },
    EndDevice: { of: 'AssetContainer', attributes: { installCode: 'String', isPan: 'Boolean' } },
    UsagePoint: { of: 'IdentifiedObject', attributes: { isSdp: 'Boolean', phaseCode: 'PhaseCode' } },
    EndDeviceControl: {
      of: 'IdentifiedObject',
      attributes: {
        drProgramLevel: 'Integer',
        drProgramMandatory: 'Boolean',
        issuerID: 'String',
        priceSignal: 'FloatQuantity',
        scheduledInterval: 'DateTimeInterval',
        primaryDeviceTiming: 'EndDeviceTiming',
      },
    },
    EndDeviceControlType: { of: 'IdentifiedObject', attributes: { type: 'String' } },
    EndDeviceAction: {
      attributes: { command: 'String', durationIndefinite: 'Boolean', startDateTime: 'DateTime' },
    },
    PanDemandResponse: {
      of: 'EndDeviceAction',
      attributes: {
        appliance: 'ControlledAppliance',
        cancelDateTime: 'DateTime',
        coolingSetpoint: 'Temperature',
        dutyCycle: 'PerCent',
      },
    },
    PanDisplay: {
      of: 'EndDeviceAction',
      attributes: { confirmationRequired: 'Boolean', transmissionMode: 'TransmissionModeKind' },
    },
    PanPricing: { of: 'EndDeviceAction' },
    ControlledAppliance: { kind: 'compound', attributes: { isElectricVehicle: 'Boolean' } },
    DateTimeInterval: { kind: 'compound', attributes: { start: 'DateTime', end: 'DateTime' } },
    EndDeviceTiming: {
      kind: 'compound',
      attributes: {
        durationIndefinite: 'Boolean',
        interval: 'DateTimeInterval',
        randomisation: 'RandomisationKind',
      },
    },
    FloatQuantity: { kind: 'datatype', attributes: { value: 'Float' } },
    Temperature: { kind: 'datatype', attributes: { value: 'Float' } },
    PerCent: { kind: 'datatype', attributes: { value: 'Float' } },
    TransmissionModeKind: { kind: 'enumeration', literals: ['anonymous', 'both', 'normal'] },
    PhaseCode: { kind: 'enumeration', literals: PHASES },
    RandomisationKind: {
      kind: 'enumeration',
      literals: ['default', 'end', 'none', 'start', 'startAndEnd'],
    },
  },
  associations: [
    'IdentifiedObject.Names 0..* -- Name.IdentifiedObject 0..1',
    'Name.NameType 0..1 -- NameType.Names 0..*',
    'NameType.NameTypeAuthority 0..1 -- NameTypeAuthority.NameTypes 0..*',
    'EndDevice.UsagePoint 0..1 -- UsagePoint.EndDevices 0..*',
    'EndDeviceControl.EndDeviceAction 0..1 -- EndDeviceAction.EndDeviceControl 0..1',
    'EndDeviceControl.EndDeviceControlType 1 -- EndDeviceControlType.EndDeviceControls 0..*',
    'EndDeviceControl.EndDevices 0..* -- EndDevice.EndDeviceControls 0..*',
    'EndDeviceControl.UsagePoints 0..* -- UsagePoint.EndDeviceControls 0..*',
  ],
});

/** The schema of the profile with named types, written by hand from what CIMTool says of it. */
export const BY_HAND = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="http://ucaiug.org/2022/EndDeviceControls#"
    targetNamespace="http://ucaiug.org/2022/EndDeviceControls#" elementFormDefault="qualified">
  <xs:element name="EndDeviceControls">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="EndDeviceControl" type="c:Control" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="EndDeviceControlType" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="mRID" type="xs:string"/>
              <xs:element name="type" type="xs:string" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="Control">
    <xs:sequence>
      <xs:element name="mRID" type="xs:string"/>
      <xs:element name="drProgramLevel" type="xs:integer" minOccurs="0"/>
      <xs:element name="drProgramMandatory" type="xs:boolean" minOccurs="0"/>
      <xs:element name="issuerID" type="xs:string" minOccurs="0"/>
      <xs:element name="priceSignal" type="xs:float" minOccurs="0"/>
      <xs:choice minOccurs="0">
        <xs:element name="PanDemandResponse">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="cancelDateTime" type="xs:dateTime" minOccurs="0"/>
              <xs:element name="command" type="xs:string" minOccurs="0"/>
              <xs:element name="coolingSetpoint" type="xs:float" minOccurs="0"/>
              <xs:element name="durationIndefinite" type="xs:boolean" minOccurs="0"/>
              <xs:element name="dutyCycle" type="xs:float" minOccurs="0"/>
              <xs:element name="appliance" minOccurs="0">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="isElectricVehicle" type="xs:boolean" minOccurs="0"/>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="PanDisplay">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="command" type="xs:string" minOccurs="0"/>
              <xs:element name="confirmationRequired" type="xs:boolean" minOccurs="0"/>
              <xs:element name="startDateTime" type="xs:dateTime" minOccurs="0"/>
              <xs:element name="transmissionMode" minOccurs="0">
                <xs:simpleType>
                  <xs:restriction base="xs:string">
                    <xs:enumeration value="normal"/>
                    <xs:enumeration value="anonymous"/>
                    <xs:enumeration value="both"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="PanPricing">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="command" type="xs:string" minOccurs="0"/>
              <xs:element name="startDateTime" type="xs:dateTime" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:choice>
      <xs:element name="EndDeviceControlType">
        <xs:complexType>
          <xs:attribute name="ref" type="xs:string"/>
        </xs:complexType>
      </xs:element>
      <xs:element name="EndDevices" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="mRID" type="xs:string"/>
            <xs:element name="installCode" type="xs:string" minOccurs="0"/>
            <xs:element name="isPan" type="xs:boolean" minOccurs="0"/>
            <xs:element name="Names" minOccurs="0" maxOccurs="unbounded">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="name" type="xs:string" minOccurs="0"/>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
            <xs:element name="UsagePoint" type="c:Point"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="primaryDeviceTiming" minOccurs="0">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="durationIndefinite" type="xs:boolean" minOccurs="0"/>
            <xs:element name="interval" minOccurs="0">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="end" type="xs:dateTime" minOccurs="0"/>
                  <xs:element name="start" type="xs:dateTime" minOccurs="0"/>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="scheduledInterval">
        <xs:complexType/>
      </xs:element>
      <xs:element name="UsagePoints" type="c:Point" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="Point">
    <xs:sequence>
      <xs:element name="mRID" type="xs:string"/>
      <xs:element name="Names" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="name" type="xs:string"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
</xs:schema>
`;

const oneOf = (values: readonly string[]): string =>
  `<xs:simpleType><xs:restriction base="xs:string">${values.map((value) => `<xs:enumeration value="${value}"/>`).join('')}</xs:restriction></xs:simpleType>`;

/** The same for the profile with types in place: it wants more of the usage point of a device, and of its timing. */
export const BY_HAND_IN_PLACE = BY_HAND.replace(
  '<xs:element name="UsagePoint" type="c:Point"/>',
  `<xs:element name="UsagePoint"><xs:complexType><xs:sequence>
     <xs:element name="isSdp" type="xs:boolean"/>
     <xs:element name="phaseCode">${oneOf(PHASES)}</xs:element>
   </xs:sequence></xs:complexType></xs:element>`,
).replace(
  '<xs:element name="interval" minOccurs="0">',
  `<xs:element name="randomisation">${oneOf(['start', 'end', 'startAndEnd', 'default', 'none'])}</xs:element>
   <xs:element name="interval" minOccurs="0">`,
);
