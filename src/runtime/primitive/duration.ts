import { atomicType } from './atomic-type.js';

/** The parts of a duration as groups: years to seconds, and the fraction. */
export const DURATION =
  /^-?P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?$/;

/** xs:duration: months and seconds, with a partial order (3.2.6.2). */
export const duration = /* @__PURE__ */ atomicType(
  'duration',
  'a duration such as P1Y2M3DT4H5M6.7S',
  (literal) => DURATION.test(literal),
  {},
);
