/** The namespaces of the vocabularies that models and profiles are written in. */
export const RDF_NAMESPACE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDFS_NAMESPACE = 'http://www.w3.org/2000/01/rdf-schema#';
export const OWL_NAMESPACE = 'http://www.w3.org/2002/07/owl#';
export const XSD_DATATYPES = 'http://www.w3.org/2001/XMLSchema#';
/** CIM RDF Schema extensions (IEC 61970-501). */
export const CIMS_NAMESPACE = 'http://iec.ch/TC57/1999/rdf-schema-extensions-19990926#';
/** Stereotypes of UML as CIM RDF Schemas name them. */
export const NON_STANDARD_UML = 'http://iec.ch/TC57/NonStandard/UML#';
/** Stereotypes of UML as CIMTool names them. */
export const CIMTOOL_UML = 'http://langdale.com.au/2005/UML#';
/** Messages as CIMTool describes them. */
export const CIMTOOL_MESSAGE = 'http://langdale.com.au/2005/Message#';

export const RDF = {
  type: `${RDF_NAMESPACE}type`,
  first: `${RDF_NAMESPACE}first`,
  rest: `${RDF_NAMESPACE}rest`,
  nil: `${RDF_NAMESPACE}nil`,
  Property: `${RDF_NAMESPACE}Property`,
} as const;

export const RDFS = {
  Class: `${RDFS_NAMESPACE}Class`,
  Datatype: `${RDFS_NAMESPACE}Datatype`,
  Literal: `${RDFS_NAMESPACE}Literal`,
  subClassOf: `${RDFS_NAMESPACE}subClassOf`,
  label: `${RDFS_NAMESPACE}label`,
  comment: `${RDFS_NAMESPACE}comment`,
  domain: `${RDFS_NAMESPACE}domain`,
  range: `${RDFS_NAMESPACE}range`,
  isDefinedBy: `${RDFS_NAMESPACE}isDefinedBy`,
} as const;

export const OWL = {
  Ontology: `${OWL_NAMESPACE}Ontology`,
  imports: `${OWL_NAMESPACE}imports`,
  Class: `${OWL_NAMESPACE}Class`,
  Thing: `${OWL_NAMESPACE}Thing`,
  Restriction: `${OWL_NAMESPACE}Restriction`,
  ObjectProperty: `${OWL_NAMESPACE}ObjectProperty`,
  DatatypeProperty: `${OWL_NAMESPACE}DatatypeProperty`,
  FunctionalProperty: `${OWL_NAMESPACE}FunctionalProperty`,
  InverseFunctionalProperty: `${OWL_NAMESPACE}InverseFunctionalProperty`,
  inverseOf: `${OWL_NAMESPACE}inverseOf`,
  onProperty: `${OWL_NAMESPACE}onProperty`,
  allValuesFrom: `${OWL_NAMESPACE}allValuesFrom`,
  someValuesFrom: `${OWL_NAMESPACE}someValuesFrom`,
  hasValue: `${OWL_NAMESPACE}hasValue`,
  cardinality: `${OWL_NAMESPACE}cardinality`,
  minCardinality: `${OWL_NAMESPACE}minCardinality`,
  maxCardinality: `${OWL_NAMESPACE}maxCardinality`,
  unionOf: `${OWL_NAMESPACE}unionOf`,
  oneOf: `${OWL_NAMESPACE}oneOf`,
  equivalentClass: `${OWL_NAMESPACE}equivalentClass`,
} as const;

export const CIMS = {
  ClassCategory: `${CIMS_NAMESPACE}ClassCategory`,
  belongsToCategory: `${CIMS_NAMESPACE}belongsToCategory`,
  stereotype: `${CIMS_NAMESPACE}stereotype`,
  multiplicity: `${CIMS_NAMESPACE}multiplicity`,
  dataType: `${CIMS_NAMESPACE}dataType`,
  inverseRoleName: `${CIMS_NAMESPACE}inverseRoleName`,
  associationUsed: `${CIMS_NAMESPACE}AssociationUsed`,
  isFixed: `${CIMS_NAMESPACE}isFixed`,
  isDefault: `${CIMS_NAMESPACE}isDefault`,
} as const;

export const CIMTOOL = {
  hasStereotype: `${CIMTOOL_UML}hasStereotype`,
  Package: `${CIMTOOL_UML}Package`,
  Message: `${CIMTOOL_MESSAGE}Message`,
  Reference: `${CIMTOOL_MESSAGE}Reference`,
} as const;
