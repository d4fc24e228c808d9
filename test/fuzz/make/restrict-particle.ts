import { attributeOf, dropAttribute, isNode, setAttribute, type XmlNode } from '../xml-tree.js';
import { refer, visible, type SchemaDocument, type Scope } from './scope.js';

/** Changes a copy of a base type's particle so that it is mostly a restriction of it; now and then it is none. */
export function restrictParticle(scope: Scope, document: SchemaDocument, particle: XmlNode): XmlNode {
  const { random } = scope;
  const changes = random.between(0, 3);
  narrow(scope, document, particle);
  for (let at = 0; at < changes; at++) {
    const all = particlesOf(particle);
    const chosen = random.pick(all);
    if (chosen !== undefined) narrow(scope, document, chosen);
  }
  if (random.chance(12)) widen(scope, particle);
  return particle;
}

const particlesOf = (particle: XmlNode): readonly XmlNode[] =>
  [particle].concat(
    particle.name === 'xs:element'
      ? []
      : particle.children.flatMap((child) => (isNode(child) ? particlesOf(child) : [])),
  );

const GROUP = /^xs:(?:sequence|choice|all)$/;

function narrow(scope: Scope, document: SchemaDocument, particle: XmlNode): void {
  const { random } = scope;
  const min = Number(attributeOf(particle, 'minOccurs') ?? 1);
  const maximum = attributeOf(particle, 'maxOccurs') ?? '1';
  const max = maximum === 'unbounded' ? min + 4 : Number(maximum);
  const change = random.below(6);
  const parts = particle.children.filter(isNode);
  if (change < 2 && max >= min) {
    const least = random.between(min, max);
    const most = random.between(least, max);
    setAttribute(particle, 'minOccurs', String(least));
    if (maximum !== 'unbounded' || random.chance(60)) setAttribute(particle, 'maxOccurs', String(most));
  } else if (change === 2 && GROUP.test(particle.name)) {
    // Optional members of a sequence, and any branch of a choice, can go.
    const kept = parts.filter((part) =>
      particle.name === 'xs:choice'
        ? random.chance(60)
        : attributeOf(part, 'minOccurs') !== '0' || random.chance(30),
    );
    particle.children = kept.length === 0 ? parts : kept;
  } else if (change === 3 && particle.name === 'xs:choice' && parts.length > 0) {
    const branch = random.pick(parts);
    if (branch !== undefined && random.chance(50)) particle.children = [branch];
    else particle.name = 'xs:sequence';
  } else if (change === 3 && particle.name === 'xs:all') {
    particle.name = 'xs:sequence';
    dropAttribute(particle, 'maxOccurs');
  } else if (change === 4 && particle.name === 'xs:any') {
    const global = random.pick(visible(scope.elements, document));
    if (global !== undefined) {
      particle.name = 'xs:element';
      dropAttribute(particle, 'namespace');
      dropAttribute(particle, 'processContents');
      particle.attributes.unshift({ name: 'ref', value: refer(document, global) });
    } else setAttribute(particle, 'processContents', 'strict');
  } else if (change === 5 && particle.name === 'xs:element' && attributeOf(particle, 'type') !== undefined) {
    const type = random.chance(50)
      ? random.pick(visible(scope.simpleTypes, document))
      : random.pick(visible(scope.complexTypes, document));
    if (type !== undefined && random.chance(50)) setAttribute(particle, 'type', refer(document, type));
    else if (random.chance(50)) dropAttribute(particle, 'nillable');
    else setAttribute(particle, 'block', '#all');
  } else if (change === 4 && GROUP.test(particle.name) && parts.length === 1 && random.chance(50)) {
    const [only] = parts;
    if (
      only !== undefined &&
      attributeOf(particle, 'minOccurs') === undefined &&
      attributeOf(particle, 'maxOccurs') === undefined
    )
      Object.assign(particle, only);
  }
}

function widen({ random }: Scope, particle: XmlNode): void {
  const chosen = random.pick(particlesOf(particle));
  if (chosen === undefined) return;
  if (random.chance(40)) setAttribute(chosen, 'minOccurs', '0');
  else if (random.chance(50)) setAttribute(chosen, 'maxOccurs', random.pick(['2', '7', 'unbounded']));
  else chosen.children = random.shuffled(chosen.children);
}
