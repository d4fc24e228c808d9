import type { Exchange, InterfaceSpecification } from '../../model/service/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import type { ContractOptions } from './contract-options.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const jsonFile = (path: string, content: Json): FilePlan => ({
  path,
  content: `${JSON.stringify(content, null, 2)}\n`,
  layout: 'printed',
});

/** What a specification says about the component, a paragraph each. */
export const described = ({ documentation, businessFunction }: InterfaceSpecification): readonly string[] => [
  ...(documentation === undefined ? [] : [documentation]),
  ...(businessFunction === undefined ? [] : [`Business function ${businessFunction} of IEC 61968-1.`]),
];

/** Verb, noun, and where the schema of the payload is. */
export function messageLinks(
  { verb, noun }: Exchange,
  options: ContractOptions,
): { readonly [key: string]: Json } {
  const payload = options.payloadOf(noun);
  const schema = verb === 'get' ? (payload?.query ?? payload) : payload;
  return {
    verb,
    noun,
    ...(schema === undefined
      ? {}
      : { payload: { root: schema.root, namespace: schema.namespace, schema: schema.path } }),
  };
}
