import { defineConfig } from 'cimbind';

/** One project an input model: what `npm run generate` writes into `generated/`, and `npm run check` holds fresh. */
export default defineConfig({
  version: 1,
  projects: [
    { inputs: 'input-models/metering/*.xsd', outDir: 'generated/metering' },
    { inputs: 'input-models/envelope-ed1/*.xsd', outDir: 'generated/envelope-ed1' },
    { inputs: 'input-models/envelope-ed2/*.xsd', outDir: 'generated/envelope-ed2' },
    {
      inputs: ['input-models/metering-messages/*.xsd', 'input-models/metering-messages/*.wsdl'],
      outDir: 'generated/metering-messages',
    },
    { inputs: 'input-models/metering-2024/Messages.xsd', outDir: 'generated/metering-2024' },
    { inputs: 'input-models/vendor-acme/AcmeMessages.xsd', outDir: 'generated/vendor-acme' },
    {
      inputs: ['input-models/envelope-ed1/*.xsd', 'input-models/metering/*.xsd'],
      interfaces: ['input-models/head-end/head-end.interface.ts'],
      emit: { contracts: {} },
      outDir: 'generated/head-end',
    },
    { inputs: 'input-models/metering-uml/*.profile.yaml', outDir: 'generated/metering-uml' },
    { inputs: 'input-models/kitchen-sink/kitchen-sink.xsd', outDir: 'generated/kitchen-sink' },
  ],
});
