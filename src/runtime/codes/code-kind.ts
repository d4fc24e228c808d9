import type { CodeIssue, CodePolicy, CodeRead } from './code-issue.js';
import { codeIssue } from './code-issue.js';
import type { CodeDescription } from './describe-code.js';
import { describeEndDeviceCode, END_DEVICE_FIELDS, parseEndDeviceCode } from './end-device.js';
import {
  describeFirstEditionReadingType,
  FIRST_EDITION_FIELD_COUNT,
  parseFirstEditionReadingType,
} from './first-edition.js';
import { describeReadingQuality, parseReadingQuality, READING_QUALITY_FIELDS } from './reading-quality.js';
import { describeReadingType, parseReadingType, READING_TYPE_FIELDS } from './reading-type.js';

/** The kinds of code that a message holds. */
export type CodeKind = 'readingType' | 'endDeviceEventType' | 'endDeviceControlType' | 'readingQualityType';

/** How many fields a code of a kind can have. */
export const FIELD_COUNTS: Readonly<Record<CodeKind, readonly number[]>> = {
  readingType: [READING_TYPE_FIELDS.length, FIRST_EDITION_FIELD_COUNT],
  endDeviceEventType: [END_DEVICE_FIELDS.length],
  endDeviceControlType: [END_DEVICE_FIELDS.length],
  readingQualityType: [READING_QUALITY_FIELDS.length],
};

const countFields = (text: string): number => text.split('.').length;

/** What is to be said about a text that stands where a code of a kind is expected. */
export function checkCode(kind: CodeKind, text: string, policy: CodePolicy = {}): readonly CodeIssue[] {
  switch (kind) {
    case 'readingType':
      return countFields(text) === FIRST_EDITION_FIELD_COUNT
        ? parseFirstEditionReadingType(text, policy).issues
        : parseReadingType(text, policy).issues;
    case 'readingQualityType':
      return parseReadingQuality(text, policy).issues;
    default:
      return parseEndDeviceCode(text, policy).issues;
  }
}

/** Describes a code of any kind, which the number of its fields tells. What is doubtful is among the issues. */
export function describeCode(text: string): CodeRead<CodeDescription> {
  switch (countFields(text)) {
    case READING_TYPE_FIELDS.length:
      return described(parseReadingType(text, DOUBTS), describeReadingType);
    case FIRST_EDITION_FIELD_COUNT:
      return described(parseFirstEditionReadingType(text, DOUBTS), describeFirstEditionReadingType);
    case END_DEVICE_FIELDS.length:
      return described(parseEndDeviceCode(text, DOUBTS), describeEndDeviceCode);
    case READING_QUALITY_FIELDS.length:
      return described(parseReadingQuality(text, DOUBTS), describeReadingQuality);
    default: {
      const found = `${JSON.stringify(text)} is no code: ${countFields(text)} fields`;
      const message = `${found}, expected 18 or 11 (reading type), 4 (end device event or control) or 3 (reading quality)`;
      return { ok: false, issues: codeIssue({}, 'malformed', '', message) };
    }
  }
}

/** Whoever asks for a description wants to hear every doubt. */
const DOUBTS: CodePolicy = { unconfirmed: 'accept', inconsistent: 'accept' };

const described = <T>(
  read: CodeRead<T>,
  describe: (code: T) => CodeDescription,
): CodeRead<CodeDescription> => (read.ok ? { ...read, value: describe(read.value) } : read);
