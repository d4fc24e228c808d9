import type { CodeTable } from '../code-table.js';

/** The kind of device that an event or a control is about. */
export const DEVICE_TYPE = {
  standard: {
    NA: 0,
    DAPDevice: 1,
    DERDevice: 2,
    ElectricMeter: 3,
    GasMeter: 4,
    Gateway: 5,
    DSPDevice: 6,
    PANGateway: 7,
    Transformer: 8,
    Collector: 10,
    NetworkRouter: 11,
    PANDevice: 12,
    Feeder: 13,
    Generator: 14,
    InPremisesDisplay: 15,
    LoadControlDevice: 16,
    PANMeter: 17,
    PrepaymentTerminal: 18,
    ProgCtlThermostat: 19,
    RangeExtender: 20,
    Regulator: 21,
    Substation: 22,
    EnergyRouter: 23,
    WaterMeter: 24,
    WasteWaterMeter: 25,
    ComDevice: 26,
    ElectricVehicle: 58,
  },
} as const satisfies CodeTable;
