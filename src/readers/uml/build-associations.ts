import { danglingEnd, missingRole } from '../../diagnostics/catalogue/uml.js';
import type { Association, AssociationEnd } from '../../model/information/index.js';
import { buildElement, placeOf } from './build-element.js';
import { type Build, buildMultiplicity } from './build.js';
import { idAllotter, type PlacedClass } from './place-elements.js';
import type { RawAssociation, RawAssociationEnd } from './raw-model.js';

/** The associations between classes, in the order of the source. One that ends elsewhere is reported and left out. */
export function buildAssociations(build: Build): readonly Association[] {
  const { raw, types, stereotypes } = build;
  const allot = idAllotter();
  return raw.associations.flatMap((association): readonly Association[] => {
    const where = designation(build, association);
    const [source, target] = association.ends.map((end) =>
      types.classOf(end.class, undefined, where, association.origin),
    );
    if (source === undefined || target === undefined) {
      const lost = association.ends[source === undefined ? 0 : 1].class;
      const facts = { where, class: lost.name ?? lost.id ?? 'nothing', at: placeOf(association.origin) };
      raw.diagnostics.add(danglingEnd, facts);
      return [];
    }
    const [from, to] = association.ends;
    const property = `${source.raw.name.trim()}#${to.name.trim() || target.raw.name.trim()}`;
    return [
      {
        id: allot('association', source.package, property),
        ...buildElement(association, where, stereotypes),
        ends: [buildEnd(build, from, source, where), buildEnd(build, to, target, where)],
      },
    ];
  });
}

function buildEnd(build: Build, end: RawAssociationEnd, at: PlacedClass, where: string): AssociationEnd {
  if (end.name.trim() === '' && end.implied !== true) {
    build.raw.diagnostics.add(missingRole, { where, class: at.name, at: placeOf(end.origin) });
  }
  const name = `the end at ${end.name.trim() || at.name} of the association ${where}`;
  return {
    ...buildElement(end, name, build.stereotypes),
    class: at.id,
    multiplicity: buildMultiplicity(build, end.multiplicity, end, name),
    aggregation: end.aggregation ?? 'none',
    ...(end.navigable === undefined ? {} : { navigable: end.navigable }),
  };
}

/** An association has no name of its own (rule R065): the classes that it joins name it. */
function designation({ placed }: Build, { name, ends }: RawAssociation): string {
  const [from, to] = ends.map(({ class: { id, name: given } }) => {
    const found = id === undefined ? undefined : placed.classOf(id);
    return found?.name ?? given ?? id ?? '?';
  });
  return name === '' ? `${from ?? '?'} - ${to ?? '?'}` : `${name} (${from ?? '?'} - ${to ?? '?'})`;
}
