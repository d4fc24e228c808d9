import type { DiagnosticDefinition } from '../diagnostic.js';
import { ADP } from './adp.js';
import { CFG } from './cfg.js';
import { CMP_UNEXPLAINED } from './cmp-unexplained.js';
import { CMP_WORDS } from './cmp-words.js';
import { CMP_TYPE } from './cmp-type.js';
import { CMP_ATTRIBUTE } from './cmp-attribute.js';
import { CMP_ELEMENT } from './cmp-element.js';
import { CMP_CONTENT } from './cmp-content.js';
import { CMP } from './cmp.js';
import { CMP_MODEL } from './cmp-model.js';
import { CMP_NAMES } from './cmp-names.js';
import { DRF } from './drf.js';
import { GEN } from './gen.js';
import { IFC } from './ifc.js';
import { NAM } from './nam.js';
import { RDF } from './rdf.js';
import { PRF } from './prf.js';
import { PRF_RESTRICTION } from './prf-restriction.js';
import { SMP } from './smp.js';
import { SRC } from './src.js';
import { SRC_REVISION } from './src-revision.js';
import { TRN } from './trn.js';
import { UML } from './uml.js';
import { UML_PROJECT } from './uml-project.js';
import { UML_RULES } from './uml-rules.js';
import { UML_VIEW } from './uml-view.js';
import { VAL } from './val.js';
import { VAL_CODES } from './val-codes.js';
import { VAL_ENVELOPE } from './val-envelope.js';
import { WSD } from './wsd.js';
import { XML_DIAGNOSTICS } from './xml.js';
import { XSD } from './xsd.js';
import { XSD_CONSTRAINTS } from './xsd-constraints.js';
import { XSD_SIMPLE_TYPE } from './xsd-simple-type.js';

/** Every diagnostic there is, by family; what `explain` and the rules of SARIF are printed from. */
export const CATALOGUE: readonly DiagnosticDefinition<never>[] = [
  ...ADP,
  ...CFG,
  ...CMP_WORDS,
  ...CMP_MODEL,
  ...CMP_UNEXPLAINED,
  ...CMP_TYPE,
  ...CMP_ATTRIBUTE,
  ...CMP_ELEMENT,
  ...CMP_CONTENT,
  ...CMP,
  ...CMP_NAMES,
  ...DRF,
  ...XSD_CONSTRAINTS,
  ...GEN,
  ...IFC,
  ...NAM,
  ...RDF,
  ...PRF,
  ...PRF_RESTRICTION,
  ...SMP,
  ...SRC,
  ...SRC_REVISION,
  ...TRN,
  ...UML,
  ...UML_PROJECT,
  ...UML_RULES,
  ...UML_VIEW,
  ...VAL,
  ...VAL_CODES,
  ...VAL_ENVELOPE,
  ...WSD,
  ...XML_DIAGNOSTICS,
  ...XSD,
  ...XSD_SIMPLE_TYPE,
];
