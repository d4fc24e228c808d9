import { defineConfig } from 'cimbind';

/** One project an input model: what `npm run generate` writes into `generated/`, and `npm run check` holds fresh. */
export default defineConfig({
  version: 1,
  projects: [
    { inputs: 'input-models/metering/*.xsd', outDir: 'generated/metering' },
    { inputs: 'input-models/envelope-ed1/*.xsd', outDir: 'generated/envelope-ed1' },
    { inputs: 'input-models/envelope-ed2/*.xsd', outDir: 'generated/envelope-ed2' },
    { inputs: 'input-models/envelope-ed2-open/*.xsd', outDir: 'generated/envelope-ed2-open' },
    { inputs: 'input-models/envelope-2010/*.xsd', outDir: 'generated/envelope-2010' },
    { inputs: 'input-models/envelope-2008/*.xsd', outDir: 'generated/envelope-2008' },
    {
      inputs: ['input-models/metering-messages/*.xsd', 'input-models/metering-messages/*.wsdl'],
      outDir: 'generated/metering-messages',
      emit: { messageClasses: true },
    },
    {
      inputs: 'input-models/metering-2024/Messages.xsd',
      outDir: 'generated/metering-2024',
      bridges: ['metering'],
      emit: { messageClasses: { envelope: 'ed2' } },
    },
    {
      inputs: 'input-models/vendor-acme/AcmeMessages.xsd',
      outDir: 'generated/vendor-acme',
      bridges: ['metering'],
    },
    {
      inputs: ['input-models/envelope-ed1/*.xsd', 'input-models/metering/*.xsd'],
      interfaces: ['input-models/head-end/head-end.interface.ts'],
      emit: { contracts: {}, adapters: true },
      outDir: 'generated/head-end',
    },
    {
      inputs: [
        'input-models/metering/EndDeviceControls.xsd',
        'input-models/metering/EndDeviceEvents.xsd',
        'input-models/metering/GetMeterReadings.xsd',
        'input-models/metering/MeterReadings.xsd',
      ],
      interfaces: ['input-models/mdm/mdm.interface.ts'],
      emit: { adapters: true },
      outDir: 'generated/mdm',
    },
    { inputs: 'input-models/metering-uml/*.profile.yaml', outDir: 'generated/metering-uml' },
    {
      inputs: 'input-models/metering/*.xsd',
      outDir: 'generated/metering-exchange',
      emit: {
        messageClasses: { envelope: ['ed1', 'ed2', '2010', '2008'], revision: '2.0' },
        jsonSchema: true,
      },
    },
    { inputs: 'input-models/kitchen-sink/kitchen-sink.xsd', outDir: 'generated/kitchen-sink' },
  ],
});
