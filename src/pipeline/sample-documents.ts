import { elementNotNamed, unknownElement } from '../diagnostics/catalogue/smp.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import { clark } from '../foundation/expanded-name.js';
import type { ElementDeclaration, Schema } from '../model/schema/index.js';
import { readInvalidSamples } from '../samples/invalid/invalid-samples.js';
import { readSample } from '../samples/sample-document.js';
import { loadModel } from './load-model.js';
import type { SampleDocument, SampleRequest } from './ports.js';

/** Makes instance documents of an element: valid ones, or such that break one rule each. */
export async function sample(request: SampleRequest): Promise<Read<readonly SampleDocument[]>> {
  const bag = new DiagnosticBag();
  const model = await loadModel(request.entries, request.host);
  bag.push(...model.diagnostics);
  const { schema } = model.value;
  const element = bag.hasErrors ? undefined : findElement(schema, request, bag);
  if (element === undefined) return { value: [], diagnostics: bag.sorted() };
  const documents = request.invalid
    ? invalidDocuments(schema, element, request)
    : validDocuments(schema, element, request);
  bag.push(...documents.diagnostics);
  return { value: documents.value, diagnostics: bag.sorted() };
}

function validDocuments(
  schema: Schema,
  { id, name }: ElementDeclaration,
  { seed, count, extent }: SampleRequest,
): Read<readonly SampleDocument[]> {
  const made = Array.from({ length: count }, (_, at) => readSample(schema, id, { seed: seed + at, extent }));
  const documents = made.flatMap(({ value }, at) =>
    value === '' ? [] : [{ name: fileName(name.localName, at), content: value, breaks: undefined }],
  );
  return { value: documents, diagnostics: made.flatMap(({ diagnostics }) => diagnostics) };
}

function invalidDocuments(
  schema: Schema,
  { id, name }: ElementDeclaration,
  { seed, count }: SampleRequest,
): Read<readonly SampleDocument[]> {
  const { value, diagnostics } = readInvalidSamples(schema, id, { seed, count });
  const documents = value.map(({ xml, rule, breaks, path }, at) => ({
    name: fileName(name.localName, at),
    content: xml,
    breaks: `${rule} at ${path}: ${breaks}`,
  }));
  return { value: documents, diagnostics };
}

const fileName = (localName: string, at: number): string => `${localName}-${at + 1}.xml`;

/** The element that is meant: by local name, by expanded name, or the only one that the documents named declare. */
function findElement(
  schema: Schema,
  { element, entries }: SampleRequest,
  bag: DiagnosticBag,
): ElementDeclaration | undefined {
  const all = [...schema.elements.values()].filter(({ scope }) => scope === 'global');
  const meant = all.filter(({ name, abstract, span }) =>
    element === undefined
      ? !abstract && entries.some((entry) => span.source.startsWith(entry))
      : element.startsWith('{') || name.namespace === ''
        ? clark(name) === element
        : name.localName === element,
  );
  if (meant.length === 1) return meant[0];
  if (element !== undefined && meant.length === 0)
    bag.add(unknownElement, { element, known: all.map(({ name }) => clark(name)) });
  else bag.add(elementNotNamed, { known: meant.map(({ name }) => clark(name)) });
  return undefined;
}
