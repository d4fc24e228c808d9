import type { FieldBinding, Shape } from '../../analysis/binding/index.js';
import type { JsonSchema, SchemaObject } from './json-schema.js';

/** Which properties must be there, and which alternatives of properties there are. */
export interface Presence {
  readonly required: readonly string[];
  /** Each a choice: exactly one of its alternatives holds. */
  readonly choices: readonly JsonSchema[];
}

/** The combinations of properties that a content model allows. */
export function presence(shape: Shape, fields: readonly FieldBinding[]): Presence {
  switch (shape.kind) {
    case 'field': {
      const field = fields[shape.field];
      return { required: field !== undefined && field.minOccurs > 0 ? [field.property] : [], choices: [] };
    }
    case 'all': {
      const members = shape.members.map((member) => presence(member, fields));
      return {
        required: members.flatMap(({ required }) => required),
        choices: members.flatMap(({ choices }) => choices),
      };
    }
    case 'one':
      return { required: [], choices: [choice(shape.branches, false, fields)] };
    case 'optional': {
      const { member } = shape;
      return {
        required: [],
        choices: [choice(member.kind === 'one' ? member.branches : [member], true, fields)],
      };
    }
  }
}

function choice(branches: readonly Shape[], orNothing: boolean, fields: readonly FieldBinding[]): JsonSchema {
  const all = branches.flatMap((branch) => propertiesOf(branch, fields));
  const nothing: readonly SchemaObject[] = orNothing ? [without(all)] : [];
  // Where every branch is one property that must be there, that exactly one holds says it all.
  const isPlain = branches.every((branch) => branch.kind === 'field' && !isEmptiable(branch, fields));
  const schemas = branches.map((branch): SchemaObject => {
    const { required, choices } = presence(branch, fields);
    const own = new Set(propertiesOf(branch, fields));
    const absent = isPlain ? [] : all.filter((property) => !own.has(property));
    return {
      ...(required.length === 0 ? {} : { required }),
      ...(absent.length === 0 ? {} : without(absent)),
      ...(choices.length === 0 ? {} : { allOf: choices }),
    };
  });
  // Two branches that may both be empty hold together where nothing is there.
  const emptiable = branches.filter((branch) => isEmptiable(branch, fields)).length + nothing.length;
  return { [emptiable > 1 ? 'anyOf' : 'oneOf']: [...schemas, ...nothing] };
}

const without = (properties: readonly string[]): SchemaObject => ({
  properties: Object.fromEntries(properties.map((property) => [property, false])),
});

function propertiesOf(shape: Shape, fields: readonly FieldBinding[]): readonly string[] {
  switch (shape.kind) {
    case 'field':
      return [fields[shape.field]?.property ?? ''];
    case 'all':
      return shape.members.flatMap((member) => propertiesOf(member, fields));
    case 'one':
      return shape.branches.flatMap((branch) => propertiesOf(branch, fields));
    case 'optional':
      return propertiesOf(shape.member, fields);
  }
}

function isEmptiable(shape: Shape, fields: readonly FieldBinding[]): boolean {
  switch (shape.kind) {
    case 'field':
      return fields[shape.field]?.minOccurs === 0;
    case 'all':
      return shape.members.every((member) => isEmptiable(member, fields));
    case 'one':
      return shape.branches.some((branch) => isEmptiable(branch, fields));
    case 'optional':
      return true;
  }
}
