import { defineInterface } from 'cimbind';

/** A head end: reads meters and switches them for others, and tells of what happens to them. */
export default defineInterface({
  component: 'HeadEnd',
  businessFunction: 'MR',
  documentation: 'Reads meters, sends commands to end devices, and tells what happens to them.',
  accepts: [
    { noun: 'MeterReadings', verbs: ['get'], documentation: 'Readings on demand.' },
    {
      noun: 'EndDeviceControls',
      verbs: ['create', 'cancel'],
      pattern: 'async-reply',
      timeout: '2m',
      security: { authenticated: true, replayProtected: true },
      documentation: 'Commands: the answer comes when the device has answered.',
    },
    { noun: 'OperationSet', verbs: ['execute'], documentation: 'Several commands that belong together.' },
    { noun: 'MeterConfig', verbs: ['create', 'change'], documentation: 'Master data of meters.' },
  ],
  sends: [
    { noun: 'MeterReadings', verbs: ['created'], documentation: 'Readings that came in by schedule.' },
    { noun: 'EndDeviceEvents', verbs: ['created'], priority: 7, documentation: 'Events and alarms.' },
  ],
});
