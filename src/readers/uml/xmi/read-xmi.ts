import { unsupportedModelFormat } from '../../../diagnostics/catalogue/uml.js';
import { diagnose } from '../../../diagnostics/diagnose.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import type { InformationModel, ModelFormat } from '../../../model/information/index.js';
import type { SourceBytes } from '../../source/source-host.js';
import { attributeValue, childElements, type XmlElement } from '../../xml/xml-element.js';
import { readEcorePackages } from '../ecore/read-ecore.js';
import { parseModel } from '../parse-model.js';
import { readUml1 } from './read-uml1.js';
import { readUml2 } from './read-uml2.js';
import { xmiAttribute } from './xmi-attribute.js';

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
  return packages.length > 0 ? readEcorePackages(packages, label) : readUml2(root, label, versionOf(root));
}

/** By the namespaces of UML and of XMI, which change with the version. */
function versionOf(root: XmlElement): ModelFormat {
  const namespaces = Object.values(root.namespaces);
  if (namespaces.some((name) => name.includes('eclipse.org/uml2'))) return 'uml2';
  const isOld =
    xmiAttribute(root, 'version') === '2.1' || namespaces.some((name) => name.endsWith('/XMI/2.1'));
  return isOld ? 'xmi-2.1' : 'xmi-2.5';
}
