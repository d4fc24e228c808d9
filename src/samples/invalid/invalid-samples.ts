import { fewInvalidSamples } from '../../diagnostics/catalogue/smp.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { clark } from '../../foundation/expanded-name.js';
import type { ComponentId, Schema } from '../../model/schema/index.js';
import { Growth } from '../growth.js';
import { brokenIdentifiers } from '../reference/identifiers.js';
import { brokenConstraints } from '../reference/identity-rows.js';
import { Random } from '../random.js';
import { sampleTree, type SampleTree } from '../sample-document.js';
import { copyOf } from '../sample-tree.js';
import { writeDocument } from '../write-document.js';
import { addUnknownAttribute, changeFixedValue, leaveOutAttribute } from './break-attributes.js';
import {
  addElementToValue,
  addText,
  addUndeclaredToWildcard,
  addUnknownElement,
  changeNamespace,
  changeRoot,
  fillEmptyElement,
  leaveOutElement,
  repeatElement,
  swapElements,
} from './break-content.js';
import {
  claimForeignType,
  claimUnknownType,
  fillNil,
  nilElement,
  useAbstractElement,
  useAbstractType,
} from './break-element.js';
import {
  danglingKeyref,
  danglingReference,
  duplicateIdentifier,
  duplicateKey,
  duplicateUnique,
  leaveOutKeyField,
} from './break-references.js';
import { breakValue, VALUE_RULES } from './break-value.js';
import type { Breakage, Broken } from './breakage.js';
import { pathTo } from './path-to.js';

/** A document that breaks one rule. */
export interface InvalidSample {
  readonly xml: string;
  /** Named as in the recommendation: `cvc-complex-type.2.4.a`, `cvc-enumeration-valid`. */
  readonly rule: string;
  /** What was done, as a sentence for people, without full stop. */
  readonly breaks: string;
  /** Where, in the manner of XPath: `/MeterReadings/MeterReading[2]/@ref`. */
  readonly path: string;
}

/** How many documents, and where chance begins. */
export interface InvalidSampleOptions {
  readonly seed: number;
  readonly count: number;
}

const BREAKAGES: readonly Breakage[] = [
  leaveOutElement,
  breakValue('cvc-datatype-valid.1.2.1'),
  addUnknownElement,
  leaveOutAttribute,
  breakValue('cvc-enumeration-valid'),
  swapElements,
  addUnknownAttribute,
  repeatElement,
  ...VALUE_RULES.slice(1)
    .filter((rule) => rule !== 'cvc-enumeration-valid')
    .map(breakValue),
  changeFixedValue,
  nilElement,
  fillNil,
  useAbstractElement,
  useAbstractType,
  claimUnknownType,
  claimForeignType,
  duplicateKey,
  duplicateUnique,
  leaveOutKeyField,
  danglingKeyref,
  duplicateIdentifier,
  danglingReference,
  addText,
  fillEmptyElement,
  addElementToValue,
  addUndeclaredToWildcard,
  changeNamespace,
  changeRoot,
];

/** Documents large enough to have something of everything, and small enough to be read. */
const MAX_BYTES = 12_288;
/** Valid documents that are broken in turn. */
const GROUNDS = 4;

/** Documents that break exactly one rule each, as many different rules as the element allows before any comes twice. */
export const invalidSamples = (
  schema: Schema,
  element: ComponentId,
  options: InvalidSampleOptions,
): readonly InvalidSample[] => readInvalidSamples(schema, element, options).value;

/** The same, with what is to be said about them. */
export function readInvalidSamples(
  schema: Schema,
  element: ComponentId,
  { seed, count }: InvalidSampleOptions,
): Read<readonly InvalidSample[]> {
  const bag = new DiagnosticBag();
  const random = new Random(seed);
  const grounds: SampleTree[] = [];
  const samples = new Map<string, InvalidSample>();
  const rules = new Set<string>();
  // A breakage that found no place in any tree is not tried again.
  let active = [...BREAKAGES];
  for (let round = 0; samples.size < count && active.length > 0 && round < 2 * GROUNDS + count; round++) {
    const ground = (grounds[round % GROUNDS] ??= makeGround(schema, element, seed, round));
    if (round < GROUNDS) bag.push(...ground.diagnostics);
    if (ground.tree === undefined || ground.diagnostics.length > 0) continue;
    const fruitful: Breakage[] = [];
    for (const breakage of active) {
      if (samples.size >= count) break;
      const sample = breakTree(schema, ground, breakage, random.next());
      if (sample === undefined) continue;
      // New rules come first.
      if (round < GROUNDS && rules.has(sample.rule)) continue;
      rules.add(sample.rule);
      fruitful.push(breakage);
      samples.set(sample.xml, sample);
    }
    if (round >= 2 * GROUNDS) active = fruitful;
  }
  if (samples.size < count) {
    const declaration = schema.elements.get(element);
    const name = declaration === undefined ? element : clark(declaration.name);
    bag.add(fewInvalidSamples, { element: name, wanted: count, made: samples.size });
  }
  return { value: [...samples.values()], diagnostics: bag.sorted() };
}

const makeGround = (schema: Schema, element: ComponentId, seed: number, round: number): SampleTree =>
  sampleTree(schema, element, {
    seed: seed + round * 7919,
    extent: round % GROUNDS === 0 ? 'full' : 'random',
    maxBytes: MAX_BYTES,
  });

function breakTree(
  schema: Schema,
  ground: SampleTree,
  breakage: Breakage,
  seed: number,
): InvalidSample | undefined {
  if (ground.tree === undefined) return undefined;
  const root = copyOf(ground.tree);
  const ctx = new Growth(schema, { seed, extent: 'random' }, new DiagnosticBag(), ground.prefixes);
  const broken = breakage({ ctx, root });
  if (broken === undefined) return undefined;
  const isAboutReferences = /^cvc-id/.test(broken.rule);
  const others = [...brokenConstraints(ctx, root), ...brokenIdentifiers(ctx, root)];
  const isSingle = isAboutReferences
    ? others.every(({ rule }) => rule === broken.rule) && others.length > 0
    : others.length === 0;
  return isSingle ? describe(root, ground, broken) : undefined;
}

function describe(
  root: SampleTree['tree'] & object,
  { prefixes }: SampleTree,
  broken: Broken,
): InvalidSample {
  const { rule, breaks } = broken;
  return { xml: writeDocument(root, prefixes), rule, breaks, path: pathTo(root, prefixes, broken) };
}
