import { calendarType, NO_CLOCK, TWO_DIGITS, YEAR } from './calendar.js';
import { scanDay, scanZone } from './calendar-scan.js';
import { UNSURE } from './scan.js';

/** xs:date. */
export const date = /* @__PURE__ */ calendarType(
  'date',
  `${YEAR}-${TWO_DIGITS}-${TWO_DIGITS}${NO_CLOCK}`,
  'a date such as 2005-12-31',
  (bytes, start, limit) => (scanDay(bytes, start) ? scanZone(bytes, start + 10, limit) : UNSURE),
);
