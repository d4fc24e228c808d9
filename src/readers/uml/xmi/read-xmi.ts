import { unsupportedModelFormat } from '../../../diagnostics/catalogue/uml.js';
import { diagnose } from '../../../diagnostics/diagnose.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import type { InformationModel } from '../../../model/information/index.js';
import type { SourceBytes } from '../../source/source-host.js';
import { attributeValue, childElements, type XmlElement } from '../../xml/xml-element.js';
import { readEcorePackages } from '../ecore/read-ecore.js';
import { parseModel } from '../parse-model.js';
import { readUml1 } from './read-uml1.js';

/** Reads XMI: 1.1 and 1.2 with UML 1.3 and 1.4, 2.1 and 2.5 with UML 2, and the Ecore packages that XMI may hold. */
export function readXmi(document: SourceBytes): Read<InformationModel | undefined> {
  const { value: root, diagnostics } = parseModel(document);
  if (root === undefined) return { value: undefined, diagnostics };
  const model = readRoot(root, document.label);
  return { value: model.value, diagnostics: [...diagnostics, ...model.diagnostics] };
}

function readRoot(root: XmlElement, label: string): Read<InformationModel | undefined> {
  const version1 = attributeValue(root, 'xmi.version')?.trim();
  if (version1 !== undefined) {
    if (version1 !== '1.0') return readUml1(root, label, version1 === '1.1' ? 'xmi-1.1' : 'xmi-1.2');
    const wayOut = 'export the model as XMI 1.1 or later';
    const facts = { label, found: 'XMI 1.0', wayOut, at: root.span };
    return { value: undefined, diagnostics: diagnose(unsupportedModelFormat, facts) };
  }
  const packages = childElements(root).filter(({ name }) => name.localName === 'EPackage');
  return readEcorePackages(packages, label);
}
