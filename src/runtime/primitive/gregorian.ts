import { calendarType, NO_CLOCK, TWO_DIGITS, YEAR } from './calendar.js';

/** xs:gYear. */
export const gYear = /* @__PURE__ */ calendarType('gYear', `${YEAR}()()${NO_CLOCK}`, 'a year such as 2005');

/** xs:gYearMonth. */
export const gYearMonth = /* @__PURE__ */ calendarType(
  'gYearMonth',
  `${YEAR}-${TWO_DIGITS}()${NO_CLOCK}`,
  'a month of a year such as 2005-12',
);

/** xs:gMonth. The form `--MM--` of the first edition was an error, corrected in the second. */
export const gMonth = /* @__PURE__ */ calendarType(
  'gMonth',
  `()--${TWO_DIGITS}()${NO_CLOCK}`,
  'a month such as --12',
);

/** xs:gMonthDay. */
export const gMonthDay = /* @__PURE__ */ calendarType(
  'gMonthDay',
  `()--${TWO_DIGITS}-${TWO_DIGITS}${NO_CLOCK}`,
  'a day of the year such as --12-31',
);

/** xs:gDay. */
export const gDay = /* @__PURE__ */ calendarType(
  'gDay',
  `()()---${TWO_DIGITS}${NO_CLOCK}`,
  'a day of the month such as ---31',
);
