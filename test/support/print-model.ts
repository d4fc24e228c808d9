import {
  type Association,
  type Attribute,
  type ElementId,
  type EnumerationLiteral,
  type InformationModel,
  type ModelClass,
  type ModelElement,
  printMultiplicity,
} from '../../src/model/information/index.js';

/** An information model as text, everything but origins: what two formats of one model must agree on. */
export function printModel(model: InformationModel): string {
  const nameOf = (id: ElementId): string => id.slice(id.indexOf(':') + 2);
  const lines = [
    `model ${model.name}`,
    ...[...model.packages.values()].flatMap((one) => [
      `package ${nameOf(one.id)}${marks(one)}`,
      ...details(one),
    ]),
    ...[...model.classes.values()].flatMap((one) => printClass(one, nameOf)),
    ...model.associations.flatMap((one) => printAssociation(one, nameOf)),
  ];
  return `${lines.join('\n')}\n`;
}

const printClass = (one: ModelClass, nameOf: (id: ElementId) => string): readonly string[] => [
  `${one.abstract ? 'abstract ' : ''}${one.kind} ${nameOf(one.id)}${marks(one)}`,
  ...details(one),
  ...(one.namespace === undefined ? [] : [`  namespace ${one.namespace}`]),
  ...one.generalizations.map(
    ({ general, guid, stereotypes }) => `  is a ${nameOf(general)}${marks({ stereotypes, guid })}`,
  ),
  ...one.attributes.flatMap((attribute) => printAttribute(attribute, nameOf)),
  ...one.literals.flatMap(printLiteral),
];

function printAttribute(one: Attribute, nameOf: (id: ElementId) => string): readonly string[] {
  const type = one.type.kind === 'class' ? nameOf(one.type.id) : `? ${one.type.name}`;
  const words = `${one.static ? 'static ' : ''}${one.constant ? 'constant ' : ''}`;
  const initial = one.default === undefined ? '' : ` = ${JSON.stringify(one.default)}`;
  const head = `  ${words}${one.name}: ${type} [${printMultiplicity(one.multiplicity)}]${initial}${marks(one)}`;
  return [head, ...details(one, '    ')];
}

const printLiteral = (one: EnumerationLiteral): readonly string[] => [
  `  ${one.name}${one.code === undefined ? '' : ` = ${JSON.stringify(one.code)}`}${marks(one)}`,
  ...details(one, '    '),
];

const printAssociation = (one: Association, nameOf: (id: ElementId) => string): readonly string[] => [
  `association ${nameOf(one.id)}${one.name === '' ? '' : ` named ${one.name}`}${marks(one)}`,
  ...details(one),
  ...one.ends.flatMap((end) => {
    const way = end.navigable === undefined ? '' : end.navigable ? ' navigable' : ' not navigable';
    const whole = end.aggregation === 'none' ? '' : ` ${end.aggregation}`;
    const many = printMultiplicity(end.multiplicity);
    return [
      `  end ${end.name}: ${nameOf(end.class)} [${many}]${whole}${way}${marks(end)}`,
      ...details(end, '    '),
    ];
  }),
];

const marks = ({
  stereotypes,
  guid,
}: Pick<ModelElement, 'stereotypes'> & { readonly guid?: string | undefined }) =>
  stereotypes.map((name) => ` «${name}»`).join('') + (guid === undefined ? '' : ` ${guid}`);

const details = ({ notes, taggedValues }: ModelElement, indent = '  '): readonly string[] => [
  ...(notes === '' ? [] : [`${indent}notes ${JSON.stringify(notes)}`]),
  ...taggedValues.map(({ name, value, notes: more }) => {
    const remark = more === undefined ? '' : ` (${JSON.stringify(more)})`;
    return `${indent}tag ${name} = ${JSON.stringify(value)}${remark}`;
  }),
];
