import type {
  AssociationEnd,
  InformationModel,
  ModelElement,
  TypeReference,
} from '../../src/model/information/index.js';
import { printMultiplicity } from '../../src/model/information/index.js';

/** Everything that a model says but the places it was read from, one line a fact. */
export function dumpModel(model: InformationModel): string {
  const lines = [`model ${model.name}`];
  for (const one of model.packages.values()) {
    lines.push('', ...element(one.id, one, ''));
    lines.push(`  in ${one.parent ?? 'no package'}`);
    lines.push(...[...one.packages, ...one.classes].map((id) => `  owns ${id}`));
  }
  for (const one of model.classes.values()) {
    lines.push('', ...element(`${one.abstract ? 'abstract ' : ''}${one.kind} ${one.id}`, one, ''));
    lines.push(`  in ${one.package ?? 'no package'}`);
    if (one.namespace !== undefined) lines.push(`  namespace ${one.namespace}`);
    for (const { general, guid, stereotypes } of one.generalizations) {
      lines.push(
        `  inherits from ${general}${guid ?? ''}${stereotypes.map((name) => ` «${name}»`).join('')}`,
      );
    }
    for (const attribute of one.attributes) {
      const { type, multiplicity, default: initial, static: isStatic, constant } = attribute;
      const flags = `${isStatic ? ' static' : ''}${constant ? ' constant' : ''}`;
      const value = initial === undefined ? '' : ` = ${JSON.stringify(initial)}`;
      const head = `attribute ${attribute.name}: ${typeName(type)} [${printMultiplicity(multiplicity)}]${value}${flags}`;
      lines.push(...element(head, attribute, '  '));
    }
    for (const literal of one.literals) {
      const code = literal.code === undefined ? '' : ` = ${literal.code}`;
      lines.push(...element(`literal ${literal.name}${code}`, literal, '  '));
    }
  }
  for (const one of model.associations) {
    lines.push('', ...element(one.id, one, ''), ...one.ends.flatMap(end));
  }
  return `${lines.join('\n')}\n`;
}

function end(one: AssociationEnd): readonly string[] {
  const reach = one.navigable === undefined ? '' : one.navigable ? ' navigable' : ' not navigable';
  const whole = one.aggregation === 'none' ? '' : ` ${one.aggregation}`;
  return element(
    `end ${one.name}: ${one.class} [${printMultiplicity(one.multiplicity)}]${whole}${reach}`,
    one,
    '  ',
  );
}

const typeName = (type: TypeReference): string =>
  type.kind === 'class' ? type.id : `unresolved ${type.name}`;

function element(head: string, one: ModelElement, indent: string): readonly string[] {
  return [
    `${head}${one.stereotypes.map((name) => ` «${name}»`).join('')}${one.guid === undefined ? '' : ` ${one.guid}`}`,
    ...(one.notes === '' ? [] : one.notes.split('\n').map((line) => `  | ${line}`)),
    ...one.taggedValues.map(
      ({ name, value, notes }) =>
        `  @${name} = ${JSON.stringify(value)}${notes === undefined ? '' : ` (${JSON.stringify(notes)})`}`,
    ),
  ].map((line) => indent + line);
}
