import { wsdlReferenceUnresolved } from '../../diagnostics/catalogue/wsd.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { ExpandedName } from '../../foundation/expanded-name.js';
import { clark, expandedName } from '../../foundation/expanded-name.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { Span } from '../../foundation/span.js';
import type { Message } from '../../model/service/message.js';
import type { PortType } from '../../model/service/port-type.js';
import type { Service } from '../../model/service/service.js';
import type { ServiceComponentId } from '../../model/service/service-component-id.js';
import type { SchemaNames } from './link-services.js';

/** Components by id, as far as finding and suggesting names goes. */
export type NamedComponents = ReadonlyMap<string, { readonly name?: ExpandedName }>;

/** Reports a reference that leads nowhere, with the name that was likely meant. */
export function reportUnresolved(
  kind: string,
  name: ExpandedName,
  components: NamedComponents,
  at: Span,
  diagnostics: DiagnosticBag,
): void {
  const names = [...components.values()]
    .map((component) => component.name)
    .filter((known) => known !== undefined);
  // The right name in the wrong namespace is the likeliest mistake.
  const elsewhere = names.find(({ localName }) => localName === name.localName);
  const candidates = names.filter(({ namespace }) => namespace === name.namespace);
  const near = suggestion(
    name.localName,
    candidates.map(({ localName }) => localName),
  );
  const nearest = elsewhere ?? (near === undefined ? undefined : expandedName(name.namespace, near));
  diagnostics.add(wsdlReferenceUnresolved, {
    kind,
    name: clark(name),
    nearest: nearest && clark(nearest),
    at,
  });
}

/** The same for what has its name only inside of something else: operations, parts, faults. */
export function reportUnresolvedIn(
  owner: string,
  kind: string,
  name: string,
  names: readonly string[],
  at: Span,
  diagnostics: DiagnosticBag,
): void {
  diagnostics.add(wsdlReferenceUnresolved, { kind, name, owner, nearest: suggestion(name, names), at });
}

/** Comparing with more names than this takes longer than the help is worth, when many references are wrong. */
const MOST_CANDIDATES = 1000;

const suggestion = (name: string, candidates: readonly string[]): string | undefined =>
  candidates.length > MOST_CANDIDATES || name.length > 200 ? undefined : nearestName(name, candidates);

/** The name in an id such as `message:{ns}Request`. */
export function nameOfId(id: ServiceComponentId): ExpandedName {
  const open = id.indexOf('{');
  const close = id.lastIndexOf('}');
  return expandedName(id.slice(open + 1, close), id.slice(close + 1));
}

/** The elements and types of message parts. */
export function checkMessages(
  messages: ReadonlyMap<ServiceComponentId, Message>,
  schema: SchemaNames | undefined,
  diagnostics: DiagnosticBag,
): void {
  if (schema === undefined) return;
  for (const { content, span } of [...messages.values()].flatMap(({ parts }) => parts)) {
    const components: NamedComponents = content.kind === 'element' ? schema.elements : schema.types;
    if (components.has(content.component)) continue;
    const kind = content.kind === 'element' ? 'element declaration' : 'type definition';
    reportUnresolved(kind, content.name, components, span, diagnostics);
  }
}

/** The messages of operations. */
export function checkPortTypes(
  portTypes: ReadonlyMap<ServiceComponentId, PortType>,
  messages: ReadonlyMap<ServiceComponentId, Message>,
  diagnostics: DiagnosticBag,
): void {
  for (const { input, output, faults } of [...portTypes.values()].flatMap(({ operations }) => operations)) {
    for (const used of [input, output, ...faults]) {
      if (used === undefined || messages.has(used.message)) continue;
      reportUnresolved('message', nameOfId(used.message), messages, used.span, diagnostics);
    }
  }
}

/** The bindings of ports. */
export function checkServices(
  services: ReadonlyMap<ServiceComponentId, Service>,
  bindings: NamedComponents,
  diagnostics: DiagnosticBag,
): void {
  for (const { binding, span } of [...services.values()].flatMap(({ ports }) => ports)) {
    if (!bindings.has(binding)) reportUnresolved('binding', nameOfId(binding), bindings, span, diagnostics);
  }
}
