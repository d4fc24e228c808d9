import { danglingGeneralization, generalizationCycle } from '../../diagnostics/catalogue/uml.js';
import type { ElementId, Generalization } from '../../model/information/index.js';
import { buildStereotypes, placeOf } from './build-element.js';
import { normalizeGuid } from './guid.js';
import type { Build } from './build.js';

/** What each class inherits from, by class. A step that would close a circle is left out. */
export function buildGeneralizations({
  raw,
  placed,
  types,
}: Build): ReadonlyMap<ElementId, readonly Generalization[]> {
  const all = new Map<ElementId, Generalization[]>();
  for (const one of raw.generalizations) {
    const specific = placed.classOf(one.specific);
    const at = placeOf(one.origin);
    const where = specific?.name ?? (one.specific || 'something');
    const general = types.classOf(one.general, specific, where, one.origin);
    if (specific === undefined || general === undefined) {
      const inherited = general?.name ?? one.general.name ?? one.general.id ?? 'nothing';
      const missing = specific === undefined ? where : inherited;
      raw.diagnostics.add(danglingGeneralization, { where, general: inherited, missing, at });
      continue;
    }
    const circle = wayBetween(all, general.id, specific.id);
    if (circle !== undefined) {
      const classes = [specific.id, ...circle].map((id) => id.slice(id.lastIndexOf('/') + 1));
      raw.diagnostics.add(generalizationCycle, { classes, at });
      continue;
    }
    const guid = normalizeGuid(one.guid);
    const own = all.get(specific.id) ?? [];
    // Drawn twice it says no more.
    if (own.some((other) => other.general === general.id)) continue;
    own.push({
      general: general.id,
      ...(guid === undefined ? {} : { guid }),
      stereotypes: buildStereotypes(one.stereotypes),
    });
    all.set(specific.id, own);
  }
  return all;
}

/** The classes from one up to another, both included; undefined where the second is not inherited from. */
function wayBetween(
  all: ReadonlyMap<ElementId, readonly Generalization[]>,
  from: ElementId,
  to: ElementId,
): readonly ElementId[] | undefined {
  const below = new Map<ElementId, ElementId | undefined>([[from, undefined]]);
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) {
      const way: ElementId[] = [];
      for (let step: ElementId | undefined = id; step !== undefined; step = below.get(step)) way.push(step);
      return way.reverse();
    }
    for (const { general } of all.get(id) ?? []) {
      if (below.has(general)) continue;
      below.set(general, id);
      open.push(general);
    }
  }
  return undefined;
}
