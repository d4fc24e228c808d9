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

/** Reports references that lead nowhere, with the name that was likely meant. */
export interface ReferenceReport {
  readonly diagnostics: DiagnosticBag;
  unresolved(kind: string, name: ExpandedName, components: NamedComponents, at: Span): void;
  /** The same for what has its name only inside of something else: operations, parts, faults. */
  unresolvedIn(owner: string, kind: string, name: string, names: readonly string[], at: Span): void;
}

/** The report of one linking. It indexes the names of components when the first of them is missed. */
export function referenceReport(diagnostics: DiagnosticBag): ReferenceReport {
  const indexes = new Map<NamedComponents, NameIndex>();
  return {
    diagnostics,
    unresolved(kind, name, components, at) {
      const index = indexes.get(components) ?? indexNames(components);
      indexes.set(components, index);
      // The right name in the wrong namespace is the likeliest mistake.
      const elsewhere = index.byLocalName.get(name.localName);
      const near = suggestion(name.localName, index.byNamespace.get(name.namespace) ?? []);
      const nearest = elsewhere ?? (near === undefined ? undefined : expandedName(name.namespace, near));
      diagnostics.add(wsdlReferenceUnresolved, {
        kind,
        name: clark(name),
        nearest: nearest && clark(nearest),
        at,
      });
    },
    unresolvedIn(owner, kind, name, names, at) {
      diagnostics.add(wsdlReferenceUnresolved, { kind, name, owner, nearest: suggestion(name, names), at });
    },
  };
}

interface NameIndex {
  readonly byLocalName: ReadonlyMap<string, ExpandedName>;
  readonly byNamespace: ReadonlyMap<string, readonly string[]>;
}

function indexNames(components: NamedComponents): NameIndex {
  const byLocalName = new Map<string, ExpandedName>();
  const byNamespace = new Map<string, string[]>();
  for (const { name } of components.values()) {
    if (name === undefined) continue;
    if (!byLocalName.has(name.localName)) byLocalName.set(name.localName, name);
    const names = byNamespace.get(name.namespace) ?? [];
    names.push(name.localName);
    byNamespace.set(name.namespace, names);
  }
  return { byLocalName, byNamespace };
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
  report: ReferenceReport,
): void {
  if (schema === undefined) return;
  for (const { content, span } of [...messages.values()].flatMap(({ parts }) => parts)) {
    const components: NamedComponents = content.kind === 'element' ? schema.elements : schema.types;
    if (components.has(content.component)) continue;
    const kind = content.kind === 'element' ? 'element declaration' : 'type definition';
    report.unresolved(kind, content.name, components, span);
  }
}

/** The messages of operations. */
export function checkPortTypes(
  portTypes: ReadonlyMap<ServiceComponentId, PortType>,
  messages: ReadonlyMap<ServiceComponentId, Message>,
  report: ReferenceReport,
): void {
  for (const { input, output, faults } of [...portTypes.values()].flatMap(({ operations }) => operations)) {
    for (const used of [input, output, ...faults]) {
      if (used === undefined || messages.has(used.message)) continue;
      report.unresolved('message', nameOfId(used.message), messages, used.span);
    }
  }
}

/** The bindings of ports. */
export function checkServices(
  services: ReadonlyMap<ServiceComponentId, Service>,
  bindings: NamedComponents,
  report: ReferenceReport,
): void {
  for (const { binding, span } of [...services.values()].flatMap(({ ports }) => ports)) {
    if (!bindings.has(binding)) report.unresolved('binding', nameOfId(binding), bindings, span);
  }
}
