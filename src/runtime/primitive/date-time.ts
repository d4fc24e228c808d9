import { calendarType, CLOCK, TWO_DIGITS, YEAR } from './calendar.js';
import { scanClock, scanDay } from './calendar-scan.js';
import { UNSURE } from './scan.js';

/** xs:dateTime. */
export const dateTime = /* @__PURE__ */ calendarType(
  'dateTime',
  `${YEAR}-${TWO_DIGITS}-${TWO_DIGITS}T${CLOCK}`,
  'a date and time such as 2005-12-31T23:59:59Z',
  (bytes, start, limit) =>
    bytes[start + 10] === 0x54 && scanDay(bytes, start) ? scanClock(bytes, start + 11, limit) : UNSURE,
);
