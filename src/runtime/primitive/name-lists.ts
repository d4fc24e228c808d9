import { list } from '../facet/list.js';
import { minLength } from '../facet/min-length.js';
import { restriction } from '../facet/restriction.js';
import { NMTOKEN } from './name.js';
import { ENTITY, IDREF } from './ncname.js';

/** xs:NMTOKENS: one or more. */
export const NMTOKENS = /* @__PURE__ */ restriction(
  /* @__PURE__ */ list(NMTOKEN, 'NMTOKENS'),
  [/* @__PURE__ */ minLength(1)],
  'NMTOKENS',
);

/** xs:IDREFS: one or more. */
export const IDREFS = /* @__PURE__ */ restriction(
  /* @__PURE__ */ list(IDREF, 'IDREFS'),
  [/* @__PURE__ */ minLength(1)],
  'IDREFS',
);

/** xs:ENTITIES: one or more. */
export const ENTITIES = /* @__PURE__ */ restriction(
  /* @__PURE__ */ list(ENTITY, 'ENTITIES'),
  [/* @__PURE__ */ minLength(1)],
  'ENTITIES',
);
