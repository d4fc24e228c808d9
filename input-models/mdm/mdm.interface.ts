import { defineInterface } from 'cimbind';

/** The system that keeps meter data: asks head ends for readings, gives them commands, and hears what they tell. */
export default defineInterface({
  component: 'Mdm',
  businessFunction: 'MR',
  documentation: 'Keeps meter data: asks for readings, gives commands, and hears of what happens.',
  accepts: [
    { noun: 'MeterReadings', verbs: ['created'], documentation: 'Readings that a head end got by schedule.' },
    { noun: 'EndDeviceEvents', verbs: ['created'], documentation: 'Events and alarms of end devices.' },
  ],
  sends: [
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
  ],
});
