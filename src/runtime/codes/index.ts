/*
 * The codes of IEC 61968-9: reading types, end device event and control types, reading qualities. An entry of its own, so
 * that no message carries tables that its program does not ask for.
 */

export type { CodeChoice, CodeName, CodeStanding, CodeTable } from './code-table.js';
export { nameOf, numberOf, standingOf } from './code-table.js';
export type { CodeIssue, CodeLevel, CodePolicy, CodeRead } from './code-issue.js';
export type { CodeDescription, DescribedField } from './describe-code.js';

export type { RationalCode, ReadingTypeCode, ReadingTypeParts } from './reading-type.js';
export {
  checkReadingTypeCode,
  describeReadingType,
  formatReadingType,
  parseReadingType,
  readingType,
} from './reading-type.js';
export type { FirstEditionReadingTypeCode } from './first-edition.js';
export {
  describeFirstEditionReadingType,
  formatFirstEditionReadingType,
  fromFirstEdition,
  parseFirstEditionReadingType,
} from './first-edition.js';
export type { ControlOutcome, EndDeviceCode, EndDeviceParts } from './end-device.js';
export {
  checkEndDeviceCode,
  describeEndDeviceCode,
  endDeviceCode,
  formatEndDeviceCode,
  outcomeOf,
  parseEndDeviceCode,
} from './end-device.js';
export type { ReadingQualityCode, ReadingQualityParts } from './reading-quality.js';
export {
  checkReadingQualityCode,
  describeReadingQuality,
  formatReadingQuality,
  parseReadingQuality,
  readingQuality,
} from './reading-quality.js';

export type { CodeKind } from './code-kind.js';
export { checkCode, describeCode } from './code-kind.js';
export type { CodeCheck, CodeCheckOptions, PlacedCodeIssue } from './check-codes.js';
export { checkCodes } from './check-codes.js';
export type { CodePlaces } from './find-codes.js';
export { CODE_PLACES } from './find-codes.js';

// The tables, for forms and documentation.
export { ACCUMULATION } from './reading-type/accumulation.js';
export { AGGREGATE } from './reading-type/aggregate.js';
export { COMMODITY } from './reading-type/commodity.js';
export { CURRENCY } from './reading-type/currency.js';
export { FLOW_DIRECTION } from './reading-type/flow-direction.js';
export { MACRO_PERIOD } from './reading-type/macro-period.js';
export { MEASUREMENT_KIND } from './reading-type/measurement-kind.js';
export { MEASURING_PERIOD } from './reading-type/measuring-period.js';
export { MULTIPLIER } from './reading-type/multiplier.js';
export { PHASES } from './reading-type/phases.js';
export { UNIT } from './reading-type/unit.js';
export { DEVICE_DOMAIN } from './end-device/domain.js';
export { EVENT_OR_ACTION } from './end-device/event-or-action.js';
export { DEVICE_SUB_DOMAIN } from './end-device/sub-domain.js';
export { DEVICE_TYPE } from './end-device/type.js';
export { QUALITY_CATEGORY } from './reading-quality/category.js';
export { QUALITY_INDEX } from './reading-quality/index-of-category.js';
export { QUALITY_SYSTEM } from './reading-quality/system.js';
