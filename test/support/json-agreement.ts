import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { emitJsonSchema } from '../../src/emitters/json-schema/index.js';
import type { ComponentId, Schema } from '../../src/model/schema/index.js';
import type { LoadedCodec } from '../../src/pipeline/load-codec.js';
import type { Issue } from '../../src/runtime/issue/issue.js';

/** What JSON Schema cannot say, or not exactly: we refuse, and it does not. By the rules that are broken, and why. */
export const UNSAID: readonly {
  readonly reason: string;
  readonly covers: (issue: Issue, json: string) => boolean;
}[] = [
  {
    reason: 'identity constraints, ID and IDREF relate values all over a document',
    covers: ({ rule }) => /^cvc-(?:identity-constraint|id\.)/.test(rule),
  },
  {
    reason: 'bounds and total digits of exact numbers, which are texts, and of dates',
    covers: ({ rule }) => /^cvc-(?:min|max)(?:In|Ex)clusive-valid|^cvc-totalDigits-valid/.test(rule),
  },
  {
    reason: 'fixed values and enumerations of numbers and dates: other literals stand for the same value',
    covers: ({ rule }) => /^cvc-(?:elt\.5\.2|attribute\.4|au|complex-type\.3\.1|enumeration)/.test(rule),
  },
  {
    reason: 'order and number of elements, and texts side by side, in mixed content and repeated choices',
    covers: ({ rule }, json) =>
      /^(?:cvc-complex-type\.2\.4|shape)/.test(rule) && json.includes('"content":['),
  },
  {
    reason: 'what is declared elsewhere about open content, and texts side by side in it',
    covers: (_issue, json) => /"children":\[|"anyAttribute":\{/.test(json),
  },
  { reason: 'the grammar of URIs', covers: ({ expected }) => expected === 'a URI' },
];

/** Which reasons explain why JSON Schema takes what we refuse; undefined where nothing does. */
export const reasonFor = (issues: readonly Issue[], json: string): string | undefined =>
  UNSAID.find(({ covers }) => issues.some((issue) => covers(issue, json)))?.reason;

/** Validators of the messages of a schema, by JSON Schema. */
export function judgesOf(
  schema: Schema,
  { binding }: LoadedCodec,
): (element: ComponentId) => ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  for (const { path, content } of emitJsonSchema(schema, binding, { numbers: 'lexical' }))
    ajv.addSchema(JSON.parse(content) as object, `http://schemas.example/${path}`);
  return (element) => {
    const message = binding.messages.get(element);
    const uri = `http://schemas.example/${message?.module ?? ''}.schema.json#/$defs/${message?.name ?? ''}`;
    const judge = ajv.getSchema(uri);
    if (judge === undefined) throw new Error(`there is no definition ${uri}`);
    return judge;
  };
}

/** The same JSON with one thing done to it: a member left out, added, or of another kind. At most `most`, from all over it. */
export function* mutants(json: string, most: number): Generator<readonly [done: string, json: string]> {
  const places = [...placesOf(JSON.parse(json), '')];
  const step = Math.max(1, places.length / most);
  for (let at = 0; at < places.length; at += step) {
    const [pointer, mutate] = places[Math.floor(at)] as (typeof places)[number];
    const copy: unknown = JSON.parse(json);
    mutate(copy);
    yield [pointer, JSON.stringify(copy)];
  }
}

type Mutation = readonly [done: string, mutate: (whole: unknown) => void];

function* placesOf(value: unknown, pointer: string, steps: readonly string[] = []): Generator<Mutation> {
  if (typeof value !== 'object' || value === null) return;
  const at = (whole: unknown): Record<string, unknown> =>
    steps.reduce((inner, step) => (inner as Record<string, unknown>)[step], whole) as Record<string, unknown>;
  if (!Array.isArray(value)) yield [`${pointer}: one more`, (whole) => (at(whole)['noSuchMember'] = 'x')];
  for (const [name, inner] of Object.entries(value)) {
    const here = `${pointer}/${name}`;
    if (Array.isArray(value))
      yield [
        `${here}: twice`,
        (whole) => {
          const items: unknown = at(whole);
          if (Array.isArray(items)) items.splice(Number(name), 0, inner);
        },
      ];
    else yield [`${here}: gone`, (whole) => void Reflect.deleteProperty(at(whole), name)];
    yield [`${here}: null`, (whole) => (at(whole)[name] = null)];
    if (typeof inner === 'string') {
      yield [`${here}: space behind`, (whole) => (at(whole)[name] = `${inner} `)];
      yield [`${here}: a number`, (whole) => (at(whole)[name] = 7)];
      yield [`${here}: empty`, (whole) => (at(whole)[name] = '')];
    } else yield [`${here}: a text`, (whole) => (at(whole)[name] = 'x')];
    yield* placesOf(inner, here, [...steps, name]);
  }
}
