import { clark } from '../../foundation/expanded-name.js';
import { copyOf, isElement, particleOf, type SampleElement } from '../sample-tree.js';
import { anyOrder, type Breakage, type Broken, type BreakSite, firstOf, unknownElement } from './breakage.js';
import { judgeContent } from './judge-content.js';

const show = ({ name }: SampleElement): string => clark(name);

/** Tries changes of the children of each element until one leaves a content that is not accepted. */
function breakChildren(
  site: BreakSite,
  attempts: (
    parent: SampleElement,
  ) => Iterable<{ readonly children: SampleElement['children']; readonly breaks: string }>,
): Broken | undefined {
  const parents = anyOrder(site).filter(({ type }) => particleOf(type) !== undefined);
  return firstOf(parents, (parent) => {
    const before = parent.children;
    const broken = firstOf(attempts(parent), ({ children, breaks }): Broken | undefined => {
      parent.children = children;
      const verdict = judgeContent(site.ctx.schema, parent);
      return verdict && { rule: verdict.rule, breaks, at: verdict.child ?? parent };
    });
    if (broken === undefined) parent.children = before;
    return broken;
  });
}

/** A required element is left out. */
export const leaveOutElement: Breakage = (site) =>
  breakChildren(site, function* (parent) {
    for (const child of site.ctx.random.shuffled(parent.children.filter(isElement))) {
      yield {
        children: parent.children.filter((each) => each !== child),
        breaks: `the required element ${show(child)} of ${show(parent)} is missing`,
      };
    }
  });

/** An element stands there that nothing declares. */
export const addUnknownElement: Breakage = (site) =>
  breakChildren(site, function* (parent) {
    const neighbour = parent.children.find(isElement) ?? parent;
    const intruder = unknownElement(site.ctx, neighbour.name.namespace);
    const places = site.ctx.random.shuffled([...parent.children.keys(), parent.children.length]);
    for (const place of places) {
      yield {
        children: parent.children.toSpliced(place, 0, intruder),
        breaks: `the element ${show(intruder)} is not declared in the content of ${show(parent)}`,
      };
    }
  });

/** Two neighbours have changed places. */
export const swapElements: Breakage = (site) =>
  breakChildren(site, function* (parent) {
    for (const at of site.ctx.random.shuffled([...parent.children.keys()])) {
      const [first, second] = parent.children.slice(at, at + 2);
      if (first?.kind !== 'element' || second?.kind !== 'element' || show(first) === show(second)) continue;
      yield {
        children: parent.children.toSpliced(at, 2, second, first),
        breaks: `the elements ${show(first)} and ${show(second)} of ${show(parent)} stand in the wrong order`,
      };
    }
  });

/** An element stands there once too often. */
export const repeatElement: Breakage = (site) =>
  breakChildren(site, function* (parent) {
    for (const child of site.ctx.random.shuffled(parent.children.filter(isElement))) {
      const at = parent.children.indexOf(child);
      yield {
        children: parent.children.toSpliced(at + 1, 0, copyOf(child)),
        breaks: `the element ${show(child)} of ${show(parent)} occurs too often`,
      };
    }
  });

/** An element has the right local name in a namespace that is not its own. */
export const changeNamespace: Breakage = (site) =>
  breakChildren(site, function* (parent) {
    for (const child of site.ctx.random.shuffled(parent.children.filter(isElement))) {
      const namespace = child.name.namespace === '' ? 'urn:example:wrong-namespace' : '';
      const at = parent.children.indexOf(child);
      const moved = { ...child, name: { namespace, localName: child.name.localName } };
      yield {
        children: parent.children.with(at, moved),
        breaks: `the element ${show(child)} of ${show(parent)} stands in ${namespace === '' ? 'no namespace' : `the namespace ${namespace}`}`,
      };
    }
  });

/** The document's element is none that the schema declares. */
export const changeRoot: Breakage = ({ ctx, root }) => {
  const breaks = `the element ${show(root)} was renamed, so that the document's element is not declared`;
  root.name = unknownElement(ctx, root.name.namespace).name;
  // An element without declaration is assessed by the type that it claims.
  root.xsiType = undefined;
  return { rule: 'cvc-elt.1', breaks, at: root };
};

/** A strict wildcard gets an element that nothing declares. */
export const addUndeclaredToWildcard: Breakage = (site) =>
  firstOf(anyOrder(site), (parent) =>
    firstOf(parent.children.filter(isElement), (child): Broken | undefined => {
      const term = child.particle?.term;
      if (term?.kind !== 'wildcard' || term.processContents !== 'strict') return undefined;
      const unknown = unknownElement(site.ctx, child.name.namespace);
      parent.children = parent.children.with(parent.children.indexOf(child), {
        ...unknown,
        particle: child.particle,
      });
      if (judgeContent(site.ctx.schema, parent) !== undefined) return undefined;
      return {
        rule: 'cvc-complex-type.2.4.c',
        breaks: `the wildcard of ${show(parent)} asks for declared elements, and ${show(unknown)} is not declared`,
        at: parent,
      };
    }),
  );

/** Text stands between the elements of element-only content. */
export const addText: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    if (
      element.type?.kind !== 'complex-type' ||
      element.type.contentType.kind !== 'element-only' ||
      element.isNil
    )
      return undefined;
    const place = site.ctx.random.below(element.children.length + 1);
    element.children = element.children.toSpliced(place, 0, {
      kind: 'text',
      value: 'stray text',
      type: undefined,
      isFixed: false,
    });
    return {
      rule: 'cvc-complex-type.2.3',
      breaks: `text stands in ${show(element)}, which holds only elements`,
      at: element,
    };
  });

/** Something stands in an element that must be empty. */
export const fillEmptyElement: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    if (element.type?.kind !== 'complex-type' || element.type.contentType.kind !== 'empty' || element.isNil)
      return undefined;
    element.children = [{ kind: 'text', value: 'stray text', type: undefined, isFixed: false }];
    return {
      rule: 'cvc-complex-type.2.1',
      breaks: `text stands in ${show(element)}, which must be empty`,
      at: element,
    };
  });

/** An element stands where only a value may stand. */
export const addElementToValue: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    const { type } = element;
    if (type === undefined || element.isNil) return undefined;
    const isSimple = type.kind === 'simple-type';
    if (!isSimple && type.contentType.kind !== 'simple') return undefined;
    element.children = [...element.children, unknownElement(site.ctx, element.name.namespace)];
    return {
      rule: isSimple ? 'cvc-type.3.1.2' : 'cvc-complex-type.2.2',
      breaks: `an element stands in ${show(element)}, which holds a value`,
      at: element,
    };
  });
