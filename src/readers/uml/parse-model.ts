import type { Read } from '../../diagnostics/diagnostic.js';
import { decodeSource } from '../source/decode-source.js';
import type { SourceBytes } from '../source/source-host.js';
import { parseXml } from '../xml/parse-xml.js';
import type { XmlElement } from '../xml/xml-element.js';

/** The tree of a model document. Tools write a DOCTYPE before XMI 1.x: what is external of it is never read. */
export function parseModel(document: SourceBytes): Read<XmlElement | undefined> {
  const text = decodeSource(document.uri, document.label, document.bytes, document.charset);
  return text.value === undefined
    ? { value: undefined, diagnostics: text.diagnostics }
    : parseXml(text.value, { allowDoctype: true, dropSpace: true, placeAttributes: false, skip: NOT_READ });
}

/** Diagrams, and what Enterprise Architect keeps for itself: half of a document, and nothing of the model. */
const NOT_READ: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    XMI: ['Diagram', 'UMLDiagram'],
    'XMI.content': ['Diagram'],
    Extension: ['diagrams', 'profiles'],
    element: [
      'code',
      'constraints',
      'extendedProperties',
      'links',
      'modelDocument',
      'operations',
      'paths',
      'project',
      'style',
      'times',
    ],
    attribute: ['containment', 'coords', 'model', 'options', 'style', 'styleex'],
    connector: ['appearance', 'extendedProperties', 'labels', 'modifiers', 'parameterSubstitutions', 'style'],
    source: ['constraints', 'modifiers'],
    target: ['constraints', 'modifiers'],
  }).map(([parent, children]) => [parent, new Set(children)]),
);
