import {
  abstractClass,
  attributeNameForm,
  changeableInitialValue,
  classNameForm,
  datatypeParts,
  datatypePartType,
  deprecatedInPart,
  mandatoryAttribute,
  memberNameInherited,
  multipleInheritance,
  nativeType,
  stereotypedInheritance,
  unknownPrimitive,
  withoutNotes,
} from '../../../diagnostics/catalogue/uml-rules.js';
import type { ModelClass } from '../../../model/information/index.js';
import { printMultiplicity } from '../../../model/information/index.js';
import { typeName } from '../class-sheet.js';
import type { ModelIndex } from '../model-index.js';
import { memberName } from '../model-index.js';
import {
  isDocumented,
  hasStereotype,
  isLowerCamel,
  isUpperCamel,
  type RuleCheck,
  type RuleReport,
  someOf,
} from './rule-report.js';

const PRIMITIVES: readonly string[] = [
  'Boolean',
  'Date',
  'DateTime',
  'Decimal',
  'Duration',
  'Float',
  'Integer',
  'MonthDay',
  'String',
  'Time',
  'URI',
];

/** Rules about classes and their attributes: R038 to R060, R104, R115 to R119, R123, R128. */
export const classRules: RuleCheck = (index, report) => {
  const hasNotes = isDocumented(index);
  for (const one of index.model.classes.values()) {
    if (!isUpperCamel(one.name)) report(classNameForm, one, one.name);
    if (one.abstract) report(abstractClass, one, one.name);
    if (one.kind === 'primitive' && !PRIMITIVES.includes(one.name)) report(unknownPrimitive, one, one.name);
    if (one.kind === 'datatype') checkDatatype(one, index, report);
    checkInheritance(one, index, report);
    checkMembers(one, index, report);
    if (hasNotes) checkNotes(one, report);
    checkDeprecation(one, index, report);
  }
};

/** R043, R052, R053 and R054. */
function checkDatatype(one: ModelClass, { model }: ModelIndex, report: RuleReport): void {
  const parts = ['value', 'unit', 'multiplier'] as const;
  const missing = parts.filter((part) => !one.attributes.some(({ name }) => name === part));
  if (missing.length > 0) report(datatypeParts, one, one.name, missing.join(', '));
  for (const attribute of one.attributes) {
    const kind = attribute.type.kind === 'class' ? model.classes.get(attribute.type.id)?.kind : undefined;
    const expected = attribute.name === 'value' ? 'primitive' : 'enumeration';
    if (kind === undefined || kind === expected || !parts.some((part) => part === attribute.name)) continue;
    const found = `${typeName(attribute, model)}, a ${kind}, expected one of kind ${expected}`;
    report(datatypePartType, attribute, `${one.name}.${attribute.name}`, found);
  }
}

/** R115 and R119. The classes of extensions may be inherited from besides: rule R174. */
function checkInheritance(one: ModelClass, index: ModelIndex, report: RuleReport): void {
  const drawn = one.generalizations.filter(
    ({ general, stereotypes }) =>
      index.classOf(general) !== one && !stereotypes.some((name) => /^cimextension$/iu.test(name)),
  );
  const generals = drawn.flatMap(({ general }) => index.model.classes.get(general) ?? []);
  if (generals.length > 1)
    report(multipleInheritance, one, one.name, generals.map(({ name }) => name).join(' and '));
  for (const general of generals) {
    if (one.kind !== 'class' || general.kind !== 'class')
      report(stereotypedInheritance, one, one.name, `${general.name}, a ${general.kind}`);
  }
}

/** R049, R055, R057, R058 and R118. */
function checkMembers(one: ModelClass, index: ModelIndex, report: RuleReport): void {
  for (const attribute of one.attributes) {
    const where = `${one.name}.${attribute.name}`;
    if (!isLowerCamel(attribute.name)) report(attributeNameForm, attribute, where);
    const multiplicity = printMultiplicity(attribute.multiplicity);
    if (multiplicity !== '0..1') report(mandatoryAttribute, attribute, where, multiplicity);
    const type = attribute.type.kind === 'class' ? index.model.classes.get(attribute.type.id) : undefined;
    if (type?.kind === 'class') report(nativeType, attribute, where, `${type.name}, a class`);
    const isConstant = attribute.static && attribute.constant;
    // The unit and multiplier of a datatype are what every value of it has.
    if (attribute.default !== undefined && !isConstant && one.kind !== 'datatype')
      report(changeableInitialValue, attribute, where, JSON.stringify(attribute.default));
  }
  const [, ...generals] = index.lineOf(one);
  for (const member of index.ownMembersOf(one)) {
    const name = memberName(member);
    const general = generals.find((other) =>
      index.ownMembersOf(other).some((its) => memberName(its) === name),
    );
    if (general === undefined) continue;
    const element = member.kind === 'attribute' ? member.attribute : member.end;
    report(memberNameInherited, element, `${one.name}.${name}`, `${general.name}.${name}`);
  }
}

/** R104, one remark a class. */
function checkNotes(one: ModelClass, report: RuleReport): void {
  if (one.notes === '') report(withoutNotes, one, one.name);
  const members = [...one.attributes, ...one.literals];
  const silent = members.filter(({ notes }) => notes === '');
  const [first] = silent;
  if (first === undefined) return;
  const others =
    silent.length === 1 ? '' : `, like ${silent.length - 1} more of its ${members.length} members`;
  report(withoutNotes, first, `${one.name}.${first.name}`, others);
}

/** R123. */
function checkDeprecation(one: ModelClass, index: ModelIndex, report: RuleReport): void {
  if (!hasStereotype(one, 'deprecated')) return;
  const attributes = one.attributes.filter((attribute) => !hasStereotype(attribute, 'deprecated'));
  const ends = index.endsOf(one);
  const open = ends.filter(({ association }) => !hasStereotype(association, 'deprecated'));
  const found = [
    ...(attributes.length === 0 ? [] : [someOf(attributes.length, one.attributes.length, 'attributes')]),
    ...(open.length === 0 ? [] : [someOf(open.length, ends.length, 'associations')]),
  ];
  if (found.length > 0) report(deprecatedInPart, one, one.name, `${found.join(' and ')} are`);
}
