import { calendarType, CLOCK } from './calendar.js';
import { scanClock } from './calendar-scan.js';

/** xs:time: an instant that recurs every day. */
export const time = /* @__PURE__ */ calendarType(
  'time',
  `()()()${CLOCK}`,
  'a time such as 23:59:59',
  scanClock,
);
