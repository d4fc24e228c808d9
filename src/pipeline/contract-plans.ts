import type { ResolvedProject } from '../config/resolved-config.js';
import { unknownNoun, envelopeMissing } from '../diagnostics/catalogue/ifc.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Read } from '../diagnostics/diagnostic.js';
import {
  type ContractOptions,
  emitAsyncApi,
  emitOpenApi,
  emitWsdl,
  type EnvelopeSchema,
  type PayloadSchema,
} from '../emitters/contracts/index.js';
import type { RenderTemplate } from '../emitters/emitter.js';
import { emitXsd } from '../emitters/xsd/index.js';
import { nearestName } from '../foundation/near-miss.js';
import type { ElementDeclaration, Schema } from '../model/schema/index.js';
import { destinations } from '../runtime/transport/destinations.js';
import type { FilePlan } from './file-plan.js';

/** The contracts of a project's interfaces, and the schemas that they speak of: the folder `contracts`. */
export function contractPlans(
  project: ResolvedProject,
  schema: Schema,
  prefixes: Readonly<Record<string, string>>,
  render: RenderTemplate,
): Read<readonly FilePlan[]> {
  const { contracts } = project.emit;
  const diagnostics = new DiagnosticBag();
  if (contracts === false || project.interfaces.length === 0) return { value: [], diagnostics: [] };
  const schemas = emitXsd(schema, { prefixes });
  const roots = [...schema.elements.values()].filter(({ scope }) => scope === 'global');
  const pathOf = pathsByNamespace(schemas);
  const envelope = envelopeOf(schema, roots, pathOf);
  if (envelope === undefined) {
    diagnostics.add(envelopeMissing, {});
    return { value: [], diagnostics: diagnostics.sorted() };
  }
  const plans = project.interfaces.flatMap((specification) => {
    const known = roots.map(({ name }) => name.localName);
    // An operation set has no payload of its own.
    const nouns = [...specification.accepts, ...specification.sends]
      .filter(({ verb }) => verb !== 'execute')
      .map(({ noun }) => noun);
    for (const noun of new Set(nouns.filter((one) => !known.includes(one))))
      diagnostics.add(unknownNoun, { noun, nearest: nearestName(noun, known), known });
    const names = destinations();
    const options: ContractOptions = {
      ...contracts,
      version: project.emit.package === false ? '1.0.0' : project.emit.package.version,
      envelope,
      payloadOf: (noun) => {
        const payload = payloadNamed(noun, roots, pathOf);
        const query = payloadNamed(`Get${noun}`, roots, pathOf);
        return payload && { ...payload, ...(query === undefined ? {} : { query }) };
      },
      destinationOf: ({ noun, verb, kind }) =>
        kind === 'event'
          ? names.event({ noun, verb })
          : names.request({ noun, verb, component: specification.component }),
    };
    return [
      ...(contracts.wsdl === false ? [] : emitWsdl(specification, contracts.wsdl, options, render)),
      ...(contracts.openApi ? [emitOpenApi(specification, options)] : []),
      ...(contracts.asyncApi ? [emitAsyncApi(specification, options)] : []),
    ];
  });
  const all = new Map([...schemas, ...plans].map((plan) => [plan.path, plan]));
  return {
    value: [...all.values()].map((plan) => ({ ...plan, path: `contracts/${plan.path}` })),
    diagnostics: diagnostics.sorted(),
  };
}

/** Target namespace to the document that was written for it. */
const pathsByNamespace = (plans: readonly FilePlan[]): ReadonlyMap<string, string> =>
  new Map(
    plans.map(({ path, content }) => [/targetNamespace="([^"]*)"/u.exec(content)?.[1] ?? '', path] as const),
  );

function payloadNamed(
  root: string,
  roots: readonly ElementDeclaration[],
  pathOf: ReadonlyMap<string, string>,
): PayloadSchema | undefined {
  const element = roots.find(({ name }) => name.localName === root);
  const path = element && pathOf.get(element.name.namespace);
  return path === undefined ? undefined : { namespace: element?.name.namespace ?? '', path, root };
}

/** The envelope among the schemas: the namespace that declares RequestMessage, and its types by the elements that have them. */
function envelopeOf(
  schema: Schema,
  roots: readonly ElementDeclaration[],
  pathOf: ReadonlyMap<string, string>,
): EnvelopeSchema | undefined {
  const root = (name: string): ElementDeclaration | undefined =>
    roots.find((one) => one.name.localName === name);
  const request = root('RequestMessage');
  const path = request && pathOf.get(request.name.namespace);
  if (request === undefined || path === undefined) return undefined;
  const child = (of: ElementDeclaration | undefined, name: string): ElementDeclaration | undefined =>
    [...schema.elements.values()].find((one) => one.scope === of?.type && one.name.localName === name);
  const typeOf = (element: ElementDeclaration | undefined, otherwise: string): string => {
    const type = element && schema.types.get(element.type);
    return type?.name?.localName ?? otherwise;
  };
  const parameters = child(request, 'Request');
  const operationSet = child(child(request, 'Payload'), 'OperationSet');
  return {
    namespace: request.name.namespace,
    path,
    types: {
      header: typeOf(child(request, 'Header'), 'HeaderType'),
      request: typeOf(parameters, 'RequestType'),
      reply: typeOf(child(root('ResponseMessage'), 'Reply'), 'ReplyType'),
      option: typeOf(child(parameters, 'Option'), 'OptionType'),
      id: typeOf(child(parameters, 'ID'), 'IDType'),
      // In edition 2 each kind of message has a type of its own, none of which would do for all.
      ...(typeOf(operationSet, '') ===
      typeOf(child(child(root('ResponseMessage'), 'Payload'), 'OperationSet'), '')
        ? { operationSet: typeOf(operationSet, 'OperationSet') }
        : {}),
    },
  };
}
