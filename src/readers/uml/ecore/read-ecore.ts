import type { Read } from '../../../diagnostics/diagnostic.js';
import type { InformationModel } from '../../../model/information/index.js';
import type { SourceBytes } from '../../source/source-host.js';
import { attributeValue, childElements, type XmlElement } from '../../xml/xml-element.js';
import { buildInformationModel } from '../model-builder.js';
import { parseModel } from '../parse-model.js';
import { emptyRawModel, type NativeId, type RawModel } from '../raw-model.js';
import { annotationsOf } from './annotations.js';
import { EcoreFeatures } from './ecore-features.js';
import { instanceType, referencesOf } from './ecore-reference.js';

/** Reads an Ecore model of Eclipse: XMI 2.0 with an `EPackage` as root. */
export function readEcore(document: SourceBytes): Read<InformationModel | undefined> {
  const { value: root, diagnostics } = parseModel(document);
  if (root === undefined) return { value: undefined, diagnostics };
  const model = readEcorePackages([root], document.label);
  return { value: model.value, diagnostics: [...diagnostics, ...model.diagnostics] };
}

/** Reads the packages of an Ecore document: its root, or the packages that an `xmi:XMI` element holds. */
export function readEcorePackages(roots: readonly XmlElement[], label: string): Read<InformationModel> {
  const [first] = roots;
  const raw = emptyRawModel('ecore', label, first === undefined ? '' : nameOf(first));
  const features = new EcoreFeatures(raw);
  for (const [index, root] of roots.entries()) {
    // EMF addresses elements by the names on the way from the root: `//Core/Terminal`.
    readPackage(raw, features, root, { id: `/${index}`, parent: undefined });
  }
  features.read();
  return buildInformationModel(raw);
}

interface Place {
  readonly id: NativeId;
  readonly parent: NativeId | undefined;
}

function readPackage(
  raw: RawModel,
  features: EcoreFeatures,
  element: XmlElement,
  { id, parent }: Place,
): void {
  raw.packages.push({
    id,
    parent,
    name: nameOf(element),
    namespace: attributeValue(element, 'nsURI'),
    ...annotationsOf(element),
    origin: { span: element.span },
  });
  for (const child of childElements(element)) {
    const place = { id: `${id}/${nameOf(child)}`, parent: id };
    if (child.name.localName === 'eClassifiers') readClassifier(raw, features, child, place);
    else if (child.name.localName === 'eSubpackages') readPackage(raw, features, child, place);
  }
}

function readClassifier(
  raw: RawModel,
  features: EcoreFeatures,
  element: XmlElement,
  { id, parent }: Place,
): void {
  const type = instanceType(element);
  const metaclass = type === 'EEnum' ? 'enumeration' : type === 'EDataType' ? 'primitive' : 'class';
  raw.classes.push({
    id,
    package: parent,
    name: nameOf(element),
    metaclass,
    abstract: isTrue(element, 'abstract') || isTrue(element, 'interface'),
    ...annotationsOf(element),
    origin: { span: element.span },
  });
  for (const general of referencesOf(element, 'eSuperTypes', 'eGenericSuperTypes')) {
    raw.generalizations.push({ specific: id, general, origin: { span: element.span } });
  }
  for (const child of childElements(element)) {
    if (child.name.localName === 'eStructuralFeatures') features.note(id, child);
    else if (child.name.localName === 'eLiterals') readLiteral(raw, id, child);
  }
}

/** The ordinal of a literal, `value`, is counted by the tool; the text that stands for it in documents is the code. */
const readLiteral = (raw: RawModel, owner: NativeId, element: XmlElement): void => {
  raw.literals.push({
    owner,
    name: nameOf(element),
    code: attributeValue(element, 'literal'),
    ...annotationsOf(element),
    origin: { span: element.span },
  });
};

const nameOf = (element: XmlElement): string => attributeValue(element, 'name') ?? '';

const isTrue = (element: XmlElement, name: string): boolean => attributeValue(element, name) === 'true';
