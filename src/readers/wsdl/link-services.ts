import { wsdlComponentRepeated } from '../../diagnostics/catalogue/wsd.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { ExpandedName } from '../../foundation/expanded-name.js';
import { clark, compareText } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Schema } from '../../model/schema/schema.js';
import type { ServiceComponentId } from '../../model/service/service-component-id.js';
import type { ServiceModel } from '../../model/service/service-model.js';
import { checkMessages, checkPortTypes, checkServices, referenceReport } from './check-references.js';
import { linkBinding } from './link-binding.js';
import type { WsdlDocument } from './wsdl-document.js';

/** What linking needs to know of the schemas. */
export type SchemaNames = Pick<Schema, 'elements' | 'types'>;

/**
 * Makes one model of service descriptions: binds operations to those of the port types and looks whether every reference
 * leads somewhere; into the schemas only where these are given. The order of the documents does not show.
 */
export function linkServices(documents: readonly WsdlDocument[], schema?: SchemaNames): Read<ServiceModel> {
  const diagnostics = new DiagnosticBag();
  const ordered = documents.toSorted(
    (a, b) => compareText(a.source.label, b.source.label) || compareText(a.source.uri, b.source.uri),
  );
  const collect = <T extends Component>(kind: string, of: (document: WsdlDocument) => readonly T[]) =>
    collectById(kind, ordered.flatMap(of), diagnostics);

  const messages = collect('message', (document) => document.messages);
  const portTypes = collect('port type', (document) => document.portTypes);
  const unlinked = collect('binding', (document) => document.bindings);
  const services = collect('service', (document) => document.services);
  const report = referenceReport(diagnostics);
  const bindings = new Map(
    [...unlinked].map(([id, binding]) => [id, linkBinding(binding, { portTypes, messages }, report)]),
  );
  checkMessages(messages, schema, report);
  checkPortTypes(portTypes, messages, report);
  checkServices(services, bindings, report);
  const notes = ordered.map(({ source, targetNamespace, annotation }) => ({
    source: source.uri,
    label: source.label,
    targetNamespace,
    annotation,
  }));
  return {
    value: { services, bindings, portTypes, messages, documents: notes },
    diagnostics: diagnostics.sorted(),
  };
}

interface Component {
  readonly id: ServiceComponentId;
  readonly name: ExpandedName;
  readonly span: Span;
}

function collectById<T extends Component>(
  kind: string,
  components: readonly T[],
  diagnostics: DiagnosticBag,
): ReadonlyMap<ServiceComponentId, T> {
  const byId = new Map<ServiceComponentId, T>();
  for (const component of components) {
    const first = byId.get(component.id);
    if (first === undefined) {
      byId.set(component.id, component);
      continue;
    }
    diagnostics.add(wsdlComponentRepeated, {
      kind,
      name: clark(component.name),
      at: component.span,
      related: [{ at: first.span, label: 'the first one' }],
    });
  }
  return new Map([...byId].sort(([a], [b]) => compareText(a, b)));
}
