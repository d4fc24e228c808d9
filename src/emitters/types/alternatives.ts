import type { FieldBinding, Shape } from '../../analysis/binding/index.js';

/** A set of properties, and sets of alternatives beside them: exactly one alternative of each set holds. */
export interface PropertySet {
  readonly present: readonly FieldBinding[];
  /** Fields of alternatives not taken. */
  readonly absent: readonly FieldBinding[];
  readonly choices: readonly (readonly PropertySet[])[];
}

/** Sums up what the type checker and the reader would have to bear. */
export interface AlternativesSize {
  /** Members of the union that TypeScript makes of it. */
  readonly combinations: number;
  readonly properties: number;
}

/** The alternatives that a shape allows. Fields that no group makes conditional are in `present` of the result. */
export function alternativesOf(shape: Shape, fields: readonly FieldBinding[]): PropertySet {
  const field = (index: number): readonly FieldBinding[] => {
    const found = fields[index];
    return found === undefined ? [] : [found];
  };
  switch (shape.kind) {
    case 'field':
      return { present: field(shape.field), absent: [], choices: [] };
    case 'all': {
      const members = shape.members.map((member) => alternativesOf(member, fields));
      return {
        present: members.flatMap(({ present }) => present),
        absent: [],
        choices: members.flatMap(({ choices }) => choices),
      };
    }
    case 'one':
      return { present: [], absent: [], choices: [branches(shape, fields)] };
    case 'optional': {
      const inside = fieldsOf(shape.member).flatMap(field);
      const nothing: PropertySet = { present: [], absent: inside, choices: [] };
      const taken =
        shape.member.kind === 'one' ? branches(shape.member, fields) : [alternativesOf(shape.member, fields)];
      return { present: [], absent: [], choices: [[...taken, nothing]] };
    }
  }
}

function branches(
  shape: Extract<Shape, { readonly kind: 'one' }>,
  fields: readonly FieldBinding[],
): readonly PropertySet[] {
  const all = fieldsOf(shape);
  return shape.branches.map((branch) => {
    const taken = new Set(fieldsOf(branch));
    const absent = all.filter((index) => !taken.has(index)).flatMap((index) => fields[index] ?? []);
    return { ...alternativesOf(branch, fields), absent };
  });
}

/** Indexes of the fields in a shape, in order. */
export function fieldsOf(shape: Shape): readonly number[] {
  switch (shape.kind) {
    case 'field':
      return [shape.field];
    case 'all':
      return shape.members.flatMap(fieldsOf);
    case 'one':
      return shape.branches.flatMap(fieldsOf);
    case 'optional':
      return fieldsOf(shape.member);
  }
}

/** The size of a shape's alternatives, computed without making them. */
export function alternativesSize(shape: Shape): AlternativesSize {
  switch (shape.kind) {
    case 'field':
      return { combinations: 1, properties: 1 };
    case 'all':
      return shape.members.map(alternativesSize).reduce(
        (all, member) => ({
          combinations: all.combinations * member.combinations,
          properties: all.properties + member.properties,
        }),
        { combinations: 1, properties: 0 },
      );
    case 'one': {
      const total = fieldsOf(shape).length;
      return shape.branches.reduce<AlternativesSize>(
        (all, branch) => {
          const size = alternativesSize(branch);
          const absent = total - fieldsOf(branch).length;
          return {
            combinations: all.combinations + size.combinations,
            properties: all.properties + size.properties + absent,
          };
        },
        { combinations: 0, properties: 0 },
      );
    }
    case 'optional': {
      const size = alternativesSize(shape.member);
      return {
        combinations: size.combinations + 1,
        properties: size.properties + fieldsOf(shape.member).length,
      };
    }
  }
}
