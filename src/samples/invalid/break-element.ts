import { clark, expandedName, XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import { componentId } from '../../model/schema/index.js';
import { isElement } from '../sample-tree.js';
import { anyOrder, type Breakage, type Broken, firstOf } from './breakage.js';

/** An element says that it is nil, but its declaration does not allow that. */
export const nilElement: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    if (element.declaration === undefined || element.declaration.nillable) return undefined;
    element.isNil = true;
    return {
      rule: 'cvc-elt.3.1',
      breaks: `${clark(element.name)} is nil, but it is not nillable`,
      at: element,
    };
  });

/** A nil element has content. */
export const fillNil: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    const { declaration, children } = element;
    if (
      declaration?.nillable !== true ||
      declaration.valueConstraint?.kind === 'fixed' ||
      children.length === 0
    )
      return undefined;
    element.isNil = true;
    return { rule: 'cvc-elt.3.2.1', breaks: `${clark(element.name)} is nil, but has content`, at: element };
  });

/** The abstract head of a substitution group stands there itself. */
export const useAbstractElement: Breakage = (site) =>
  firstOf(anyOrder(site), (parent) =>
    firstOf(parent.children.filter(isElement), (child): Broken | undefined => {
      const term = child.particle?.term;
      const head =
        term?.kind === 'element-declaration-ref' ? site.ctx.schema.elements.get(term.element) : undefined;
      if (head?.abstract !== true) return undefined;
      child.name = head.name;
      return { rule: 'cvc-elt.2', breaks: `the element ${clark(head.name)} is abstract`, at: child };
    }),
  );

/** The type of an element is abstract, and it claims no other. */
export const useAbstractType: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    const { declaration, xsiType } = element;
    const own = declaration && site.ctx.schema.types.get(declaration.type);
    if (xsiType === undefined || own?.kind !== 'complex-type' || !own.abstract) return undefined;
    element.xsiType = undefined;
    return {
      rule: 'cvc-type.2',
      breaks: `the type of ${clark(element.name)} is abstract, and xsi:type names no other`,
      at: element,
    };
  });

/** xsi:type names a type that there is not. */
export const claimUnknownType: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    if (element.declaration === undefined || element.xsiType !== undefined) return undefined;
    let localName = 'NoSuchType';
    const { namespace } = site.root.name;
    while (site.ctx.schema.types.has(componentId('type', { namespace, localName }))) localName += 'X';
    element.xsiType = { namespace, localName };
    return {
      rule: 'cvc-elt.4.2',
      breaks: `xsi:type of ${clark(element.name)} names ${localName}, which is not declared`,
      at: element,
    };
  });

/** xsi:type names a type that is not derived from the declared one. */
export const claimForeignType: Breakage = (site) =>
  firstOf(anyOrder(site), (element): Broken | undefined => {
    const own = element.declaration && site.ctx.schema.types.get(element.declaration.type);
    // Everything derives from the ur-types, and a member type counts as derived from its union.
    if (own === undefined || element.xsiType !== undefined || /\}any(?:Simple)?Type$/.test(own.id))
      return undefined;
    if (own.kind === 'simple-type' && own.variety.kind === 'union') return undefined;
    const name = expandedName(
      XSD_NAMESPACE,
      own.id === componentId('type', DATE) ? 'hexBinary' : DATE.localName,
    );
    element.xsiType = name;
    return {
      rule: 'cvc-elt.4.3',
      breaks: `xsi:type of ${clark(element.name)} names xs:${name.localName}, which is not derived from the declared type`,
      at: element,
    };
  });

const DATE = expandedName(XSD_NAMESPACE, 'date');
