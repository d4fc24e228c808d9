import type { Asset, Assets, Device, Price } from '../golden/types/extension/expected/assets/types.js';
import type { Decimal, Int } from '@cimbind/runtime/codegen/v1';

declare const int: Int;
declare const decimal: Decimal;

export const device: Device = { mRID: '1', name: [], serial: 's' };
export const asset: Asset = device;
export const assets: Assets = {
  asset: [
    { $type: 'Device', ...device },
    { $type: 'Meter', ...device, channel: int },
  ],
  main: device,
  exact: { $type: 'Spare', mRID: '1', serial: 's' },
};
export const price: Price = { unit: 'EUR', value: 'attribute', value_: decimal };

// @ts-expect-error the declared type is abstract: only derived types stand there
export const abstractAsset: Assets = { asset: [device] };
// @ts-expect-error a meter has a register or a channel
export const meter: Assets = { asset: [{ $type: 'Meter', ...device }] };
// @ts-expect-error no such type
export const unknownType: Assets = { asset: [{ $type: 'Pump', ...device }] };
// @ts-expect-error extensions are blocked here
export const blocked: Assets = { asset: [], exact: { $type: 'Meter', ...device, channel: int } };

export function narrow(value: Assets): string {
  const { main } = value;
  switch (main?.$type) {
    case 'Meter':
      return main.register ?? main.channel;
    case 'Spare':
    case 'Same':
    case undefined:
      return main?.serial ?? '';
  }
}
