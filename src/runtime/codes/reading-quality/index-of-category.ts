import type { CodeTable } from '../code-table.js';

/** What is said in each category. */
export const QUALITY_INDEX = {
  valid: { standard: { dataValid: 0, validated: 1 } },
  diagnostics: {
    standard: {
      diagnosticsFlag: 0,
      batteryLow: 1,
      sensorFailure: 3,
      watchdogFlag: 4,
      parityError: 5,
      crcError: 6,
      ramChecksumError: 7,
      romChecksumError: 8,
      clockError: 9,
    },
  },
  powerQuality: {
    standard: {
      powerQualityFlag: 0,
      excessiveOutageCount: 1,
      pqCounter: 2,
      serviceDisconnectSwitching: 3,
      powerFail: 32,
    },
    vendor: { powerDown: 1001, powerUp: 1002, phaseFailure: 1003 },
  },
  tamperOrRevenueProtection: {
    standard: {
      revenueProtection: 0,
      coverOpened: 1,
      logicalDisconnect: 2,
      revenueProtectionSuspect: 3,
      reverseRotation: 4,
      staticDataFlag: 5,
    },
  },
  dataCollection: {
    standard: {
      alarmFlag: 0,
      overflowConditionDetected: 1,
      partialInterval: 2,
      longInterval: 3,
      skippedInterval: 4,
      testData: 5,
      configurationChanged: 6,
      notRecording: 7,
      resetOccurred: 8,
      clockChanged: 9,
      loadControlOccurred: 10,
      dstInEffect: 16,
      clockSetForward: 64,
      clockSetBackward: 128,
      failedProbeAttempt: 129,
      customerRead: 130,
      manualRead: 131,
      dstChangeOccurred: 259,
    },
    vendor: { customOther: 1001, customShortLong: 1002 },
  },
  reasonability: {
    standard: { dataOutsideExpectedRange: 256, errorCode: 257, suspect: 258, knownMissingRead: 259 },
  },
  failedValidation: {
    standard: {
      validationGeneric: 0,
      zeroUsage: 1,
      usageOnInactiveMeter: 2,
      usageAbove: 3,
      usageBelow: 4,
      usageAbovePercent: 5,
      usageBelowPercent: 6,
      touSumCheck: 9,
    },
  },
  edited: { standard: { editGeneric: 0, added: 1, rejected: 3 } },
  estimated: { standard: { estimateGeneric: 0 } },
  questionable: { standard: { indeterminate: 0, accepted: 1 } },
  derived: { standard: { deterministic: 0, inferred: 1 } },
  projected: { standard: { projectedGeneric: 0 } },
} as const satisfies Readonly<Record<string, CodeTable>>;
