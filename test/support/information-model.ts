import { groupBy } from '../../src/foundation/group-by.js';
import {
  type Aggregation,
  type Association,
  type ClassKind,
  type ElementId,
  elementId,
  type InformationModel,
  type ModelClass,
  type Multiplicity,
  ZERO_TO_ONE,
} from '../../src/model/information/index.js';
import { parseOccurs } from '../../src/readers/profile/yaml/occurs.js';

/** A class as tests write it. `attributes`: name to `Type`, `Type 1`, or `Type = default`. */
export interface ClassSketch {
  readonly kind?: ClassKind;
  readonly abstract?: boolean;
  readonly of?: string | readonly string[];
  /** Where it is not that of the model. */
  readonly namespace?: string;
  readonly notes?: string;
  readonly stereotypes?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly literals?: readonly (string | readonly [name: string, code: string])[];
}

export interface ModelSketch {
  readonly namespace?: string;
  /** `Reading`, or `Vendor::Reading` of a package of its own. */
  readonly classes: Readonly<Record<string, ClassSketch>>;
  /** `Reading.MeterReading 0..1 -- MeterReading.Readings 0..*`: each side the class that has the property, and its role. */
  readonly associations?: readonly string[];
}

const element = (name: string) => ({
  name,
  notes: '',
  stereotypes: [],
  taggedValues: [],
  origin: { source: 'memory:model', record: name },
});

const PRIMITIVES = ['String', 'Boolean', 'Integer', 'Float', 'Decimal', 'DateTime', 'Date', 'Duration'];

/** An information model from a sketch, with the primitives of CIM. */
export function sketchModel({ namespace, classes, associations = [] }: ModelSketch): InformationModel {
  const all: Readonly<Record<string, ClassSketch>> = {
    ...Object.fromEntries(PRIMITIVES.map((name) => [name, { kind: 'primitive' as const }])),
    ...classes,
  };
  const idOf = (name: string): ElementId =>
    elementId('class', name.includes('::') ? name.split('::') : ['Model', name]);
  const made = Object.entries(all).map(([name, sketch]) => ({
    ...element(name.replace(/^.*::/u, '')),
    notes: sketch.notes ?? '',
    stereotypes: sketch.stereotypes ?? [],
    kind: sketch.kind ?? 'class',
    id: idOf(name),
    package: elementId('package', [name.includes('::') ? name.replace(/::.*/u, '') : 'Model']),
    abstract: sketch.abstract ?? false,
    ...namespaceOf(sketch.namespace ?? namespace),
    generalizations: [sketch.of ?? []].flat().map((general) => ({ general: idOf(general), stereotypes: [] })),
    attributes: Object.entries(sketch.attributes ?? {}).map(([key, text]) => {
      const [, type = '', range, initial] = /^([\w:]+)(?: ([\d.*]+))?(?: = (.*))?$/u.exec(text) ?? [];
      return {
        ...element(key),
        type:
          type in all
            ? { kind: 'class' as const, id: idOf(type) }
            : { kind: 'unresolved' as const, name: type },
        multiplicity: range === undefined ? ZERO_TO_ONE : occursOf(range),
        ...(initial === undefined ? {} : { default: initial }),
        static: false,
        constant: false,
      };
    }),
    literals: (sketch.literals ?? []).map((one) =>
      typeof one === 'string' ? element(one) : { ...element(one[0]), code: one[1] },
    ),
  }));
  return {
    name: 'model',
    format: 'xmi-1.1',
    packages: new Map(
      [...groupBy(made, (one) => one.package)].map(([id, inside]) => [
        id,
        {
          ...element(id.replace(/^.*\//u, '')),
          kind: 'package',
          id,
          packages: [],
          classes: inside.map((one) => one.id),
        },
      ]),
    ),
    classes: new Map(made.map((one): [ElementId, ModelClass] => [one.id, one])),
    associations: associations.map((text, at): Association => {
      const [left = '', right = ''] = text.split(' -- ');
      const a = sideOf(left);
      const b = sideOf(right);
      const end = (at: string, role: string, multiplicity: Multiplicity) => ({
        ...element(role),
        class: idOf(at),
        multiplicity,
        aggregation: 'none' as Aggregation,
      });
      return {
        ...element(''),
        id: elementId('association', ['Model', String(at)]),
        // The role that a class has as a property is played by the class at the other end.
        ends: [end(a.owner, b.role, b.range), end(b.owner, a.role, a.range)],
      };
    }),
  };
}

const namespaceOf = (namespace: string | undefined): { readonly namespace?: string } =>
  namespace === undefined ? {} : { namespace };

function sideOf(text: string) {
  const [, owner = '', role = '', range = '0..1'] =
    /^([\w: ]+?)(?:\.([\w ]+?))?(?: ([\d.*]+))?$/u.exec(text) ?? [];
  return { owner, role, range: occursOf(range) };
}

function occursOf(text: string): Multiplicity {
  const range = parseOccurs(text);
  if (range === undefined) throw new Error(`no multiplicity: ${text}`);
  return range;
}
