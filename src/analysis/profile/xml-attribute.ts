import type { MemberDraft } from '../../model/information/index.js';

/** How a member with the stereotype «XSDattribute» of CIMTool is carried: as an XML attribute. */
export const inXml = (stereotypes: readonly string[]): Pick<MemberDraft, 'xml'> =>
  stereotypes.some((one) => /^xsdattribute$/iu.test(one)) ? { xml: 'attribute' } : {};
